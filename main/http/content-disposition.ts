import { utf8Bytes } from './octets'
import { percentEscape } from './percent-encoding'

// A name that every client reads alike from a quoted string. `%` is not among them: some browsers decode it there
// (RFC 6266 Appendix D).
const PLAIN_NAME = /^[\x20\x21\x23\x24\x26-\x5b\x5d-\x7e]+$/

//     attr-char = ALPHA / DIGIT / "!" / "#" / "$" / "&" / "+" / "-" / "." / "^" / "_" / "`" / "|" / "~"   (RFC 8187 §3.2)
const ATTR_CHAR = /[A-Za-z0-9!#$&+\-.^_`|~]/

/**
 * Writes Content-Disposition (RFC 6266) so that the file name arrives as it is. A name beyond plain US-ASCII goes into
 * `filename*` (RFC 8187), with a readable fallback before it for clients that do not know that.
 *
 * Every name is sent, quotes, line ends and invisible characters included: the receiving system decides what it can
 * store, and no octet of it can end the field line.
 */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  if (PLAIN_NAME.test(fileName)) return `${kind}; filename="${fileName}"`
  return `${kind}; filename="${asciiFallback(fileName)}"; filename*=UTF-8''${extValue(fileName)}`
}

/** One `_` for each character that could be misread, so that the length and the extension still tell what it is. */
function asciiFallback(fileName: string): string {
  let fallback = ''
  for (const character of fileName) fallback += PLAIN_NAME.test(character) ? character : '_'
  return fallback
}

function extValue(fileName: string): string {
  let value = ''
  for (const octet of utf8Bytes(fileName)) {
    const character = String.fromCharCode(octet)
    value += ATTR_CHAR.test(character) ? character : percentEscape(octet)
  }
  return value
}
