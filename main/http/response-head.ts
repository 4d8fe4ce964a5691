import { FIELD_CONTENT, indexOutside, isToken, latin1Bytes } from './octets'
import type { ResponseField } from './message'
import { reasonPhrase } from './status'

/**
 * Writes a response's head, from the status line to the blank line. The version is always HTTP/1.1: it says what we
 * can do, not what the client asked with (RFC 9110 §2.5).
 *
 *     status-line = HTTP-version SP status-code SP [ reason-phrase ]      (RFC 9112 §4)
 *
 * @param fields names are tokens, values latin1 text
 * @throws {TypeError} when a name or value could break out of its line: whoever made it forgot to encode it
 */
export function writeResponseHead(status: number, fields: readonly ResponseField[]): Uint8Array {
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new TypeError(`Cannot write a head with status ${String(status)}: expected an integer from 100 to 599`)
  }
  return latin1Bytes(`HTTP/1.1 ${String(status)} ${reasonPhrase(status)}\r\n${fieldLines(fields)}\r\n`)
}

function fieldLines(fields: readonly ResponseField[]): string {
  let lines = ''
  for (const [name, value] of fields) {
    if (!isToken(name)) throw new TypeError(`Cannot write the field name ${JSON.stringify(name)}: expected a token`)
    // Beyond latin1 the look-up finds nothing, so one test refuses CR, LF, NUL and what would be cut to an octet.
    if (indexOutside(FIELD_CONTENT, value) !== value.length) {
      throw new TypeError(`Cannot write the value of ${name}: expected latin1 text without controls`)
    }
    lines += `${name}: ${value}\r\n`
  }
  return lines
}
