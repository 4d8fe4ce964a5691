import { readExpectation } from '../http/expectation'
import type { RequestHead } from '../http/message'
import { ProtocolError } from '../http/protocol-error'
import type { ResponsePlan } from '../http/response-plan'
import type { ConnectionSite } from './connection-site'
import { IncompleteContentError } from './content-reader'
import type { AbortCause, CloseCause } from './events'
import type { Exchange } from './exchange'
import type { FramedResponse } from './framed-response'
import { planRefusal } from './refusals'

/** How an exchange goes on after its handler: it is answered, or there is nobody left to answer. */
export type Decision = Answer | { readonly kind: 'abort'; readonly cause: AbortCause }

export interface Answer {
  readonly kind: 'answer'
  readonly plan: ResponsePlan
  /** Why the connection ends with this answer, where it does for a reason that the plan does not tell. */
  readonly closeCause?: CloseCause
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

/** Asks the handler, and turns whatever it throws into an answer. Never rejects. */
export async function decide(exchange: Exchange, site: AnsweringSite): Promise<Decision> {
  const { head } = exchange
  try {
    if (readExpectation(head) !== 'unknown') return { kind: 'answer', plan: await site.handler(exchange) }
    const reason = 'expectation-unknown'
    const refusal = { status: 417, reason, subjectReason: reason, close: false } as const
    return { kind: 'answer', plan: planRefusal(site.faultPage, refusal, head) }
  } catch (fault) {
    return decideFault(fault, exchange, site)
  }
}

/** Plans the answer to a fault of ours. */
export function answerFailure(
  reason: 'handler-failed' | 'read-error',
  site: AnsweringSite,
  head: RequestHead | undefined,
): Answer {
  const plan = planRefusal(site.faultPage, { status: 500, reason, subjectReason: reason }, head)
  return { kind: 'answer', plan, closeCause: reason }
}

function decideFault(fault: unknown, exchange: Exchange, site: AnsweringSite): Decision {
  const { head } = exchange
  if (fault instanceof ProtocolError) {
    const plan = planRefusal(site.faultPage, { status: fault.status, reason: fault.code }, head)
    return { kind: 'answer', plan, closeCause: 'protocol-fault' }
  }
  if (fault instanceof IncompleteContentError) {
    if (fault.abortCause !== 'content-timeout') return { kind: 'abort', cause: fault.abortCause }
    const plan = planRefusal(site.faultPage, { status: 408 }, head)
    return { kind: 'answer', plan, closeCause: 'content-timeout' }
  }
  // Whoever was cut off may throw anything: it is no mistake, and nobody waits for it.
  if (!exchange.isAborted) site.onUnexpected(fault)
  return answerFailure('handler-failed', site, head)
}
