import { Buffer } from 'node:buffer'
import { utf8Bytes } from './octets'

const PERCENT = 0x25

/**
 * Decodes percent-encoded text into octets (RFC 3986 §2.1), or gives undefined when an escape is malformed.
 *
 * Octets and not text, because not every name of a file is UTF-8. `+` stays what it is: only forms use it for a space.
 *
 * @param text latin1 text as received: an octet from 0x80 on passes through
 */
export function percentDecode(text: string): Uint8Array | undefined {
  const octets = Buffer.from(text, 'latin1')
  if (!octets.includes(PERCENT)) return octets
  let length = 0
  for (let at = 0; at < octets.length; at += 1, length += 1) {
    const octet = octets[at] ?? 0
    if (octet !== PERCENT) {
      octets[length] = octet
      continue
    }
    const high = hexValue(octets[at + 1])
    const low = hexValue(octets[at + 2])
    if (high === undefined || low === undefined) return undefined
    octets[length] = high * 16 + low
    at += 2
  }
  return octets.subarray(0, length)
}

function hexValue(octet: number | undefined): number | undefined {
  if (octet === undefined) return undefined
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const lower = octet | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : undefined
}

/**
 * Octets that a path segment carries as they are: `unreserved`, and those of `pchar` (RFC 3986 §3.3) that neither a
 * shell nor HTML reads as anything else, because people copy addresses into both.
 */
const PLAIN_IN_SEGMENT = /[A-Za-z0-9\-._~@:,+=]/

const SEGMENT_ESCAPES: readonly string[] = Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet)
  return PLAIN_IN_SEGMENT.test(character) ? character : percentEscape(octet)
})

/** Writes one octet as `%` and two upper-case hex digits. */
export function percentEscape(octet: number): string {
  return `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
}

/**
 * Writes a name as one segment of a path: `percentDecode` gives its octets back, and no `/` stays bare.
 *
 * @param name Unicode text, written as UTF-8; or the octets of a name that is not
 */
export function encodePathSegment(name: string | Uint8Array): string {
  let segment = ''
  for (const octet of typeof name === 'string' ? utf8Bytes(name) : name) segment += SEGMENT_ESCAPES[octet] ?? ''
  return segment
}
