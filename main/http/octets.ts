/**
 * The character classes of HTTP's grammar, and the step from octets to latin1 text and back.
 *
 * Each class is a table with one entry for each of the 256 octets: a look-up costs the same for every octet and gives
 * the offset of the first one that does not fit.
 */
import { Buffer } from 'node:buffer'

export const HT = 0x09
export const LF = 0x0a
export const CR = 0x0d
export const SP = 0x20
export const COLON = 0x3a
export const EQUALS = 0x3d
export const SEMICOLON = 0x3b
export const DQUOTE = 0x22
export const BACKSLASH = 0x5c
export const DEL = 0x7f

/** Octets beyond US-ASCII: `obs-text` of RFC 9110 §5.5. */
export const OBS_TEXT = 0x80

function octetClass(contains: (octet: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, octet) => (contains(octet) ? 1 : 0))
}

function isAlphanumeric(octet: number): boolean {
  return (octet >= 0x30 && octet <= 0x39) || (octet >= 0x41 && octet <= 0x5a) || (octet >= 0x61 && octet <= 0x7a)
}

const TOKEN_MARKS = "!#$%&'*+-.^_`|~"

/**
 * `tchar` of RFC 9110 §5.6.2.
 *
 *     tchar = "!" / "#" / "$" / "%" / "&" / "'" / "*" / "+" / "-" / "." / "^" / "_" / "`" / "|" / "~" / DIGIT / ALPHA
 */
export const TCHAR = octetClass((octet) => isAlphanumeric(octet) || TOKEN_MARKS.includes(String.fromCharCode(octet)))

/**
 * What a field value may hold (RFC 9110 §5.5): `field-vchar`, SP and HTAB. CR, LF and NUL must be refused; the other
 * controls may be, and are, because they only ever serve to deceive.
 */
export const FIELD_CONTENT = octetClass((octet) => octet === HT || (octet >= SP && octet !== DEL))

/** Finds the first octet of `text` from `from` on that is not in the class; `text.length` when all are. */
export function indexOutside(octets: Uint8Array, text: string, from = 0): number {
  let at = from
  while (at < text.length && octets[text.charCodeAt(at)] === 1) at += 1
  return at
}

/** Tells whether the text is a `token` of RFC 9110 §5.6.2: one or more tchar. */
export function isToken(text: string): boolean {
  return text !== '' && indexOutside(TCHAR, text) === text.length
}

/** Gives the octets of a latin1 text: one for each character. */
export function latin1Bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

/** Gives the octets as latin1 text: one character for each. */
export function latin1Text(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('latin1')
}

/** Gives the same memory as a Buffer, whose searches and texts are made natively. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Gives the text's octets in UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}
