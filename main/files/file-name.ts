/**
 * Names of files as text that loses nothing.
 *
 * POSIX names are octets, and not all of them are UTF-8. An octet that cannot be decoded becomes the lone surrogate
 * U+DC80…U+DCFF, as in Python's PEP 383: every name is then an ordinary string, and each turns back into its octets.
 */
import { Buffer } from 'node:buffer'
import { encodePathSegment } from '../http/percent-encoding'

const NOT_ASCII = /[\u0080-\uffff]/
// Only with the u flag: without it, the halves of every emoji would match.
const LONE_SURROGATE = /\p{Surrogate}/u
const ESCAPE_BASE = 0xdc00

// ignoreBOM keeps U+FEFF at the start of a name: it is part of it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Gives a name's text; octets that are not UTF-8 become lone surrogates. */
export function nameFromBytes(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? decodeWithEscapes(bytes)
}

/** Gives the text of a name or path that Node has read with the encoding `latin1`: one character per octet. */
export function nameFromLatin1(text: string): string {
  return NOT_ASCII.test(text) ? nameFromBytes(Buffer.from(text, 'latin1')) : text
}

/** Gives the octets of a name or path: the reverse of `nameFromBytes`. */
export function bytesFromName(name: string): Uint8Array {
  if (!LONE_SURROGATE.test(name)) return Buffer.from(name, 'utf8')
  return Buffer.concat(
    Array.from(name, (character) => {
      const code = character.codePointAt(0) ?? 0
      return isEscape(code) ? Buffer.of(code - ESCAPE_BASE) : Buffer.from(character, 'utf8')
    }),
  )
}

/** Gives the path in the form that finds the file: text, or octets where text would not be exact. */
export function fileSystemPath(path: string): string | Buffer {
  return LONE_SURROGATE.test(path) ? Buffer.from(bytesFromName(path)) : path
}

/** Tells whether the name is Unicode text; one that is not can be found on POSIX only. */
export function isUnicodeName(name: string): boolean {
  return !LONE_SURROGATE.test(name)
}

/** Gives the name with U+FFFD for each octet that is not UTF-8: for places that take Unicode text only. */
export function unicodeName(name: string): string {
  return LONE_SURROGATE.test(name) ? name.replace(/\p{Surrogate}/gu, '\ufffd') : name
}

/** Writes the name as one segment of a path; the address leads back to the same octets. */
export function encodeName(name: string): string {
  return encodePathSegment(LONE_SURROGATE.test(name) ? bytesFromName(name) : name)
}

function isEscape(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function decodeWithEscapes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const octet = bytes[at] ?? 0
    const length = sequenceLength(octet)
    const decoded = decodeUtf8(bytes.subarray(at, at + length))
    text += decoded ?? String.fromCharCode(ESCAPE_BASE + octet)
    at += decoded === undefined ? 1 : length
  }
  return text
}

/** The length that a sequence's first octet announces (RFC 3629 §3); 1 for octets that begin none. */
function sequenceLength(octet: number): number {
  if (octet >= 0xf0) return 4
  if (octet >= 0xe0) return 3
  return octet >= 0xc0 ? 2 : 1
}
