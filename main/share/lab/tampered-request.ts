/** What the lab lets the handler see of a request: a server that does not know a field answers as if it were not there. */
import type { LabFaults } from '../../../preload/lab'
import { isNamed } from '../../http/field-lines'
import type { FieldLine, RequestHead } from '../../http/message'

/** Gives the request's head without the fields that shall not be looked at; the same head when all are. */
export function tamperRequest(head: RequestHead, faults: LabFaults): RequestHead {
  const unseen = unseenFields(head, faults)
  if (unseen.length === 0) return head
  const isSeen = (field: FieldLine): boolean => !unseen.some((name) => isNamed(field, name))
  const fields = head.fields.filter(isSeen)
  return fields.length === head.fields.length ? head : { ...head, fields }
}

function unseenFields({ fields }: RequestHead, { ignoreRange, ignoreIfRange, weakTag }: LabFaults): readonly string[] {
  if (ignoreRange === true) return ['range', 'if-range']
  if (ignoreIfRange === true) return ['if-range']
  // A weak tag never proves that two parts are of one version: with it the whole file is sent (RFC 9110 §13.1.5).
  const ifRange = weakTag === true ? fields.find((field) => isNamed(field, 'if-range')) : undefined
  return ifRange?.value.includes('"') === true ? ['range', 'if-range'] : []
}
