import type { ResponseField } from '../http/message'
import type { AnswerReason, ResponsePlan } from '../http/response-plan'
import { assertNever } from './assert-never'
import { methodPlan } from './refuse-method'
import type { Outcome, Refusal } from './outcome'
import { refusalPlan } from './pages/refusal-plan'
import { contentPlan, unneededPlan } from './respond-content'
import type { FileRequest, HiddenReason } from './served-content'

/** Seconds after which a client may ask again: a transfer or two will have ended, a disk will have spun up. */
const RETRY_AFTER_SECONDS = 5

const HIDDEN_REASONS: Readonly<Record<HiddenReason, AnswerReason>> = {
  'dot-file': 'hidden-dot-file',
  secret: 'hidden-secret',
  'link-leaves-share': 'link-leaves-share',
  'not-a-regular-file': 'not-a-regular-file',
}

/**
 * Renders an outcome as what shall be sent. Nothing is decided here, and nothing written.
 *
 * A file that is not sent is closed; one that is goes into the plan, and the server closes it.
 */
export function respond(outcome: Outcome, request: FileRequest, shareId: number): ResponsePlan {
  switch (outcome.kind) {
    case 'content':
      return contentPlan(outcome, request, shareId)
    case 'not-modified':
    case 'precondition-failed':
    case 'range-not-satisfiable':
      return unneededPlan(outcome, request, shareId)
    case 'moved':
      return movedPlan(outcome.location, request, shareId)
    case 'options':
    case 'method-not-allowed':
    case 'method-unknown':
      return methodPlan(outcome, request, shareId)
    default:
      return respondRefusal(outcome, request, shareId)
  }
}

function respondRefusal(refusal: Refusal, request: FileRequest, shareId: number): ResponsePlan {
  switch (refusal.kind) {
    case 'not-found': {
      const reason = refusal.hidden === undefined ? 'not-found' : HIDDEN_REASONS[refusal.hidden]
      return refusalPlan({ status: 404, reason }, request, shareId)
    }
    case 'malformed-path':
      return refusalPlan({ status: refusal.status, reason: 'malformed-path' }, request, shareId)
    case 'forbidden':
      return refusalPlan({ status: 403, reason: 'forbidden-by-system' }, request, shareId)
    case 'unavailable': {
      const fields: ResponseField[] = [['Retry-After', String(RETRY_AFTER_SECONDS)]]
      return refusalPlan({ status: 503, reason: refusal.reason, fields }, request, shareId)
    }
    case 'read-error':
      return refusalPlan({ status: 500, reason: 'read-error' }, request, shareId)
    default:
      return assertNever(refusal)
  }
}

function movedPlan(location: string, request: FileRequest, shareId: number): ResponsePlan {
  return {
    status: 301,
    // Revalidated each time: a folder may be a file tomorrow, and browsers keep a 301 for good otherwise.
    fields: [
      ['Location', location],
      ['Cache-Control', 'no-cache'],
    ],
    content: request.method === 'HEAD' ? { kind: 'none', length: 0 } : { kind: 'bytes', bytes: new Uint8Array() },
    subject: { shareId, kind: 'page' },
  }
}
