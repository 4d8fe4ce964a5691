import type { ResponseField } from '../http/message'
import { isKnownMethod } from '../http/methods'
import type { ResponsePlan } from '../http/response-plan'
import type { MethodRefusal } from './outcome'
import { refusalPlan, type RefusedRequest } from './pages/refusal-plan'

/** What files that can only be read take (RFC 9110 §10.2.1). */
const ALLOW: ResponseField = ['Allow', 'GET, HEAD, OPTIONS']

/** Tells what is answered to a method that reads no file; undefined for GET and HEAD. */
export function refuseMethod(method: string): MethodRefusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method === 'OPTIONS') return { kind: 'options' }
  return { kind: isKnownMethod(method) ? 'method-not-allowed' : 'method-unknown' }
}

/** Plans the answer to such a method: 204 with Allow to OPTIONS, else 405 with Allow, or 501 and an end to the connection when it is unknown. */
export function methodPlan(
  { kind }: MethodRefusal,
  request: RefusedRequest,
  shareId: number | undefined,
): ResponsePlan {
  switch (kind) {
    case 'options': {
      const subject = { kind: 'page' as const, ...(shareId === undefined ? {} : { shareId }) }
      return { status: 204, fields: [ALLOW], content: { kind: 'none' }, subject }
    }
    case 'method-not-allowed':
      return refusalPlan({ status: 405, reason: 'method-not-allowed', fields: [ALLOW] }, request, shareId)
    case 'method-unknown':
      // Octets left over from another message often read as an unknown method (`junkGET /`): nothing after it is trusted.
      return { ...refusalPlan({ status: 501, reason: 'method-unknown' }, request, shareId), close: true }
  }
}
