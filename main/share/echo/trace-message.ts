import type { RequestHead } from '../../http/message'
import { latin1Bytes } from '../../http/octets'
import { linesOf } from './echo-facts'

// What may hold a secret: those of RFC 9110 §11 and RFC 6265, and the ways in which others have named theirs.
const SENSITIVE = /authori[sz]ation|cookie|token|secret|passw|credential|session|signature|api-?key|^x-auth|csrf|xsrf/i

/**
 * Gives the message that answers TRACE (RFC 9110 §9.3.8): the head octet by octet, without the field lines that are
 * likely to hold a secret. The client knows those already, and a script that made it ask must not learn them.
 */
export function traceMessage(head: Pick<RequestHead, 'bytes'>): Uint8Array {
  const [requestLine = '', ...fieldLines] = linesOf(head)
  const kept = fieldLines.filter((line) => !SENSITIVE.test(line.slice(0, line.indexOf(':'))))
  return latin1Bytes([requestLine, ...kept, '', ''].join('\r\n'))
}
