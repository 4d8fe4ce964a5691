import type { FieldLine } from './message'
import { COLON, CR, FIELD_CONTENT, HT, indexOutside, SP, TCHAR } from './octets'
import type { ProtocolError } from './protocol-error'
import { protocolError } from './protocol-error'

/**
 * Reads one field line without its line end (RFC 9112 §5).
 *
 *     field-line = field-name ":" OWS field-value OWS
 *
 * @param at the line's offset in its message
 * @throws {ProtocolError}
 */
export function parseFieldLine(line: string, at: number): FieldLine {
  const colon = indexOutside(TCHAR, line)
  if (colon === 0 || line.charCodeAt(colon) !== COLON) throw nameFault(line, colon, at)
  const fault = indexOutside(FIELD_CONTENT, line, colon + 1)
  if (fault !== line.length) {
    throw protocolError(line.charCodeAt(fault) === CR ? 'bare-cr' : 'control-in-value', at + fault)
  }
  let start = colon + 1
  let end = line.length
  while (start < end && isWhitespace(line.charCodeAt(start))) start += 1
  while (end > start && isWhitespace(line.charCodeAt(end - 1))) end -= 1
  return { name: line.slice(0, colon), value: line.slice(start, end) }
}

function isWhitespace(octet: number): boolean {
  return octet === SP || octet === HT
}

/** Says what is wrong where the field name ends without a colon. */
function nameFault(line: string, nameEnd: number, at: number): ProtocolError {
  const offset = at + nameEnd
  if (nameEnd === line.length) return protocolError('colon-missing', offset)
  if (line.charCodeAt(nameEnd) === CR) return protocolError('bare-cr', offset)
  let next = nameEnd
  while (isWhitespace(line.charCodeAt(next))) next += 1
  // RFC 9112 §5.1: white space here has hidden fields from one recipient and shown them to the next.
  const isBeforeColon = nameEnd > 0 && next > nameEnd && line.charCodeAt(next) === COLON
  return protocolError(isBeforeColon ? 'space-before-colon' : 'field-name-malformed', offset)
}
