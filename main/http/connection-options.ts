import { fieldValue, listMembers } from './field-lines'
import type { RequestHead } from './message'

/** Gives the options of the Connection field in lower case (RFC 9110 §7.6.1). */
export function connectionOptions(head: Pick<RequestHead, 'fields'>): readonly string[] {
  const value = fieldValue(head.fields, 'connection')
  return value === undefined ? [] : listMembers(value).map((option) => option.toLowerCase())
}

/**
 * Tells whether the client lets the connection persist after the response (RFC 9112 §9.3): `close` ends it in every
 * version, HTTP/1.1 keeps it otherwise, and HTTP/1.0 keeps it only when asked with `keep-alive`, which the response
 * must then repeat.
 */
export function wantsPersistence(head: Pick<RequestHead, 'fields' | 'version'>): boolean {
  const options = connectionOptions(head)
  if (options.includes('close')) return false
  return head.version === '1.1' || options.includes('keep-alive')
}
