import type { ResponsePlan } from '../http/response-plan'
import type { ConnectionSite } from './connection-site'
import { answerFailure, askHandler, decideFault } from './decision'
import type { Answer, FailedAnswer, RequestFacts } from './decision'
import type { AbortCause, CloseCause } from './events'
import type { Exchange } from './exchange'
import type { ExchangeReport } from './exchange-report'
import { frameResponse } from './framed-response'
import type { FramedResponse } from './framed-response'
import { discardContent } from './refusals'
import type { ResponseWriter } from './response-writer'
import { SendError } from './send-error'

/** The connection, as far as answering needs it. */
export interface AnsweredConnection {
  /** Whether an exchange is under way, and an answer would reach somebody. */
  readonly isAnswerable: boolean
  /** Absent for what was no request. */
  readonly exchange: Exchange | undefined
  readonly report: ExchangeReport | undefined
  /** Why no other request can follow this one, whatever its answer; undefined when one can. */
  causeToClose(plan: ResponsePlan): CloseCause | undefined
  /** The whole response is with the system. */
  finish(response: FramedResponse, closeCause: CloseCause | undefined): void
  /** The exchange ends before its end, and the connection with it. */
  abort(cause: AbortCause, mode: 'destroy' | 'reset'): void
}

/** An answer that is being written, and why the connection ends with it, if it does. */
interface Sending extends FailedAnswer {
  readonly response: FramedResponse
  readonly closeCause: CloseCause | undefined
}

/**
 * Takes the exchanges of one connection, one at a time, from the handler to the last octet of the response.
 *
 * Promises are few here and their callbacks made once for the life of the connection: each of them costs as much as
 * reading a field line, and most answers need to wait twice, for the disk and for the system.
 */
export class Answering {
  readonly #connection: AnsweredConnection
  readonly #writer: ResponseWriter
  readonly #site: ConnectionSite
  #sending: Sending | undefined

  constructor(connection: AnsweredConnection, writer: ResponseWriter, site: ConnectionSite) {
    this.#connection = connection
    this.#writer = writer
    this.#site = site
  }

  /** Asks the handler, and answers. A plan that is there at once goes on at once. */
  serve(exchange: Exchange): void {
    try {
      const plan = askHandler(exchange, this.#site)
      if (!(plan instanceof Promise)) this.answer({ plan }, exchange.head)
      else plan.then(this.#planned, this.#planFailed)
    } catch (fault) {
      this.#planFailed(fault)
    }
  }

  /** Never throws: what goes wrong is answered, or ends the connection. */
  answer(answer: Answer, request: RequestFacts): void {
    const { plan } = answer
    if (!this.#connection.isAnswerable) {
      void discardContent(plan)
      return
    }
    this.#connection.report?.decided()
    const closeCause = answer.closeCause ?? this.#connection.causeToClose(plan)
    const response = this.#frame(answer, request, closeCause === undefined)
    if (response === undefined) return
    if (response.content !== plan.content) void discardContent(plan)
    this.#sending = { answer, request, response, closeCause }
    this.#writer.send(response).then(this.#sent, this.#sendFailed)
  }

  readonly #planned = (plan: ResponsePlan): void => {
    const { exchange } = this.#connection
    if (exchange === undefined) void discardContent(plan)
    else this.answer({ plan }, exchange.head)
  }

  readonly #planFailed = (fault: unknown): void => {
    const { exchange } = this.#connection
    if (exchange === undefined) return
    const decision = decideFault(fault, exchange, this.#site)
    if ('abortCause' in decision) this.#connection.abort(decision.abortCause, 'destroy')
    else this.answer(decision, exchange.head)
  }

  readonly #sent = (isAlive: boolean): void => {
    const sending = this.#takeSending()
    if (isAlive && sending !== undefined) this.#connection.finish(sending.response, sending.closeCause)
  }

  readonly #sendFailed = (error: unknown): void => {
    const sending = this.#takeSending()
    if (sending !== undefined) this.#fail(error, sending)
  }

  #takeSending(): Sending | undefined {
    const sending = this.#sending
    this.#sending = undefined
    const content = sending?.response.content
    // Not waited for, so that the next request is not held up. It was only read: a failure to close loses nothing.
    if (content?.kind === 'parts') content.source.close().catch(() => undefined)
    return sending
  }

  #frame(answer: Answer, { method, version }: RequestFacts, mayPersist: boolean): FramedResponse | undefined {
    try {
      const date = this.#site.date.at(this.#site.clock.now())
      return frameResponse(answer.plan, { method, version, mayPersist, date })
    } catch (error) {
      void discardContent(answer.plan)
      this.#fail(error, { answer, request: { method, version } })
      return undefined
    }
  }

  #fail(error: unknown, { answer, request, response }: FailedAnswer): void {
    const { isAnswerable, report, exchange } = this.#connection
    if (!isAnswerable) return
    const cause = error instanceof SendError ? error.abortCause : 'handler-failed'
    if (cause === 'handler-failed') this.#site.onUnexpected(error instanceof SendError ? error.cause : error)
    // A head is a promise that cannot be taken back, and an answer to a failure that fails is not tried again.
    const canAnswer = report?.hasStarted === false && answer.closeCause !== 'handler-failed'
    if (canAnswer && (cause === 'handler-failed' || cause === 'read-error')) {
      this.answer(answerFailure(cause, this.#site, exchange?.head), request)
      return
    }
    // Where only the end of the connection delimits the content, an end in order would make it look whole.
    const isOpenEnded = response?.content.kind === 'stream' && response.streamEnd === 'close'
    this.#connection.abort(cause, isOpenEnded ? 'reset' : 'destroy')
  }
}
