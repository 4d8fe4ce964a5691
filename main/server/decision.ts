import { readExpectation } from '../http/expectation'
import type { RequestHead } from '../http/message'
import { ProtocolError } from '../http/protocol-error'
import type { ResponsePlan } from '../http/response-plan'
import type { ConnectionSite } from './connection-site'
import { IncompleteContentError } from './content-reader'
import type { AbortCause, CloseCause } from './events'
import type { Exchange } from './exchange'
import type { FramedResponse } from './framed-response'
import type { Handler } from './handler'
import { planRefusal } from './refusals'

export interface Answer {
  readonly plan: ResponsePlan
  /** Why the connection ends with this answer, where it does for a reason that the plan does not tell. */
  readonly closeCause?: CloseCause
}

/** There is nobody left to answer. */
export interface Abandonment {
  readonly abortCause: AbortCause
}

/** A request as far as the form of its answer depends on it. */
export type RequestFacts = Pick<RequestHead, 'method' | 'version'>

/** An answer that could not be given. */
export interface FailedAnswer {
  readonly answer: Answer
  readonly request: RequestFacts
  /** Absent when it did not come to one. */
  readonly response?: FramedResponse
}

type AnsweringSite = Pick<ConnectionSite, 'handler' | 'faultPage' | 'onUnexpected'>

/** Asks the handler for its plan, unless the request expects what nobody can do. Throws and rejects as the handler does. */
export function askHandler(exchange: Exchange, site: AnsweringSite): ReturnType<Handler> {
  const { head } = exchange
  if (readExpectation(head) !== 'unknown') return site.handler(exchange)
  const reason = 'expectation-unknown'
  const refusal = { status: 417, reason, subjectReason: reason, close: false } as const
  return planRefusal(site.faultPage, refusal, head)
}

/** Plans the answer to a fault of ours. */
export function answerFailure(
  reason: 'handler-failed' | 'read-error',
  site: AnsweringSite,
  head: RequestHead | undefined,
): Answer {
  const plan = planRefusal(site.faultPage, { status: 500, reason, subjectReason: reason }, head)
  return { plan, closeCause: reason }
}

/** Turns what the handler threw into an answer. */
export function decideFault(fault: unknown, exchange: Exchange, site: AnsweringSite): Answer | Abandonment {
  const { head } = exchange
  if (fault instanceof ProtocolError) {
    const plan = planRefusal(site.faultPage, { status: fault.status, reason: fault.code }, head)
    return { plan, closeCause: 'protocol-fault' }
  }
  if (fault instanceof IncompleteContentError) {
    if (fault.abortCause !== 'content-timeout') return { abortCause: fault.abortCause }
    const plan = planRefusal(site.faultPage, { status: 408 }, head)
    return { plan, closeCause: 'content-timeout' }
  }
  // Whoever was cut off may throw anything: it is no mistake, and nobody waits for it.
  if (!exchange.isAborted) site.onUnexpected(fault)
  return answerFailure('handler-failed', site, head)
}
