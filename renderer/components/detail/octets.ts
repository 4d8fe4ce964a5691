import { escapeForLog } from '../../../preload/inert-text'
import type { OctetSpan } from '../requests/octet-span'

/** Gives the octets that cross the contract as base64. */
export function decodeOctets(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads octets as people would: as UTF-8 where they are that, else one character for each. Inert, one line. */
export function readOctets(octets: Uint8Array, { start, end }: OctetSpan): string {
  const part = octets.subarray(start, end)
  try {
    return escapeForLog(utf8.decode(part))
  } catch {
    return escapeForLog(latin1(octets, { start, end }))
  }
}

/** Gives one character for each octet, as targets cross the contract. Not inert: never shown as it is. */
export function latin1(octets: Uint8Array, { start, end }: OctetSpan): string {
  return Array.from(octets.subarray(start, end), (octet) => String.fromCharCode(octet)).join('')
}
