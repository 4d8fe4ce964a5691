import { CR, FIELD_CONTENT, indexOutside } from './octets'
import { protocolError } from './protocol-error'

/** More digits than any size that could be counted needs; leading zeros are digits too. */
export const MAX_SIZE_DIGITS = 16

//     chunk-size = 1*HEXDIG
//
// White space may only stand before the semicolon of an extension.
const SIZE_END = /^(?:[ \t]*;|$)/

//     chunk-ext     = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
//     chunk-ext-val = token / quoted-string
const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+"
const QUOTED_STRING = '"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*"'
const CHUNK_EXT = new RegExp(`[ \\t]*;[ \\t]*${TOKEN}(?:[ \\t]*=[ \\t]*(?:${TOKEN}|${QUOTED_STRING}))?`, 'y')

/** What stands before the data of a chunk. */
export interface ChunkLine {
  /** Octets of data; 0 in the last chunk. */
  readonly size: number
  /** Octets of extensions. */
  readonly extensionBytes: number
}

/**
 * Reads the line before a chunk's data, without its line end. Extensions are held to their grammar and left out: none
 * is known to exist (RFC 9112 §7.1.1).
 *
 *     chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF      (RFC 9112 §7.1)
 *
 * @param at the line's offset in its message
 * @throws {ProtocolError}
 */
export function parseChunkLine(line: string, at: number): ChunkLine {
  const digits = sizeDigits(line, at)
  const extensionsEnd = endOfExtensions(line, digits.length)
  if (extensionsEnd !== line.length) {
    // The octet itself where it is a control; otherwise where an extension should begin and does not.
    const control = indexOutside(FIELD_CONTENT, line)
    const code = line.charCodeAt(control) === CR ? 'bare-cr' : 'chunk-extension-malformed'
    throw protocolError(code, at + (control < line.length ? control : extensionsEnd))
  }
  const size = Number.parseInt(digits, 16)
  if (!Number.isSafeInteger(size)) throw protocolError('content-too-large', at)
  return { size, extensionBytes: line.length - digits.length }
}

/**
 * Gives the digits that a line before a chunk begins with. They can be judged although the line has no end yet.
 *
 * @param at the line's offset in its message
 * @throws {ProtocolError}
 */
export function sizeDigits(line: string, at: number): string {
  const end = line.search(/[^0-9A-Fa-f]|$/)
  if (end > MAX_SIZE_DIGITS) throw protocolError('chunk-size-malformed', at + MAX_SIZE_DIGITS)
  if (line.charCodeAt(end) === CR) throw protocolError('bare-cr', at + end)
  if (end === 0 || !SIZE_END.test(line.slice(end))) throw protocolError('chunk-size-malformed', at + end)
  return line.slice(0, end)
}

function endOfExtensions(line: string, from: number): number {
  let end = from
  while (end < line.length) {
    CHUNK_EXT.lastIndex = end
    const match = CHUNK_EXT.exec(line)
    if (match === null) break
    end += match[0].length
  }
  return end
}
