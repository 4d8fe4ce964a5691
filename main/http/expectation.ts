import { fieldValue, listMembers } from './field-lines'
import type { RequestHead } from './message'

/**
 * Tells what the client expects before it sends content (RFC 9110 §10.1.1). `unknown` is an expectation that we cannot
 * meet and may answer 417. HTTP/1.0 knew no Expect, so it is ignored there.
 */
export function readExpectation(head: Pick<RequestHead, 'fields' | 'version'>): 'none' | 'continue' | 'unknown' {
  const value = head.version === '1.1' ? fieldValue(head.fields, 'expect') : undefined
  const members = value === undefined ? [] : listMembers(value)
  if (members.length === 0) return 'none'
  return members.every((member) => member.toLowerCase() === '100-continue') ? 'continue' : 'unknown'
}

/** Tells whether the client waits for a 100 (Continue) before it sends its content. */
export function expectsContinue(head: Pick<RequestHead, 'fields' | 'version'>): boolean {
  return readExpectation(head) === 'continue'
}
