import type { RequestHead } from '../http/message'
import type { ProtocolError } from '../http/protocol-error'
import type { RejectedMessage } from '../http/request-parser'
import type { Clock } from './clock'
import type { AbortCause, ServerListener } from './events'
import type { FramedResponse } from './framed-response'
import type { TimeShares } from './time-spent'

/** When a message began, on both clocks. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly monotonic: number
}

/** Gives the present moment. */
export function momentOf(clock: Clock): Moment {
  return { at: clock.now(), monotonic: clock.monotonic() }
}

export interface FinalCount extends TimeShares {
  readonly sentBytes: number
  readonly receivedBytes: number
}

/** Which exchange it is. */
export interface ExchangeFacts {
  readonly exchangeId: number
  readonly connectionId: number
  /** 1 for the first on its connection. */
  readonly ordinal: number
  readonly began: Moment
  /** Whether the request was here before the response ahead of it had been sent. */
  readonly pipelined: boolean
}

/** Tells what becomes of one exchange, in the order of events.ts, with exactly one ending. */
export class ExchangeReport {
  readonly exchangeId: number
  readonly #connectionId: number
  readonly #ordinal: number
  readonly #began: Moment
  readonly #pipelined: boolean
  readonly #clock: Clock
  readonly #emit: ServerListener
  #status = 0
  #toldBytes = 0
  #hasEnded = false

  constructor(exchange: ExchangeFacts, { clock, emit }: { readonly clock: Clock; readonly emit: ServerListener }) {
    this.exchangeId = exchange.exchangeId
    this.#connectionId = exchange.connectionId
    this.#ordinal = exchange.ordinal
    this.#began = exchange.began
    this.#pipelined = exchange.pipelined
    this.#clock = clock
    this.#emit = emit
  }

  /** Whether the client has got a head, so that nothing else can be answered any more. */
  get hasStarted(): boolean {
    return this.#status !== 0
  }

  /** @param headElapsedMs from the first octet to the whole head */
  received(head: RequestHead, headElapsedMs: number): void {
    this.#emit({
      type: 'request-received',
      exchangeId: this.exchangeId,
      connectionId: this.#connectionId,
      ordinal: this.#ordinal,
      at: this.#began.at,
      headElapsedMs,
      head,
      ...(this.#pipelined && { pipelined: true }),
    })
  }

  /** May follow `received`, when it is the content that breaks HTTP. */
  rejected(error: ProtocolError, { bytes, from, ...requestLine }: RejectedMessage): void {
    this.#emit({
      type: 'request-rejected',
      exchangeId: this.exchangeId,
      connectionId: this.#connectionId,
      ordinal: this.#ordinal,
      at: this.#began.at,
      code: error.code,
      status: error.status,
      offset: Math.max(0, error.offset - from),
      bytes,
      ...(error.foreign && { foreign: error.foreign }),
      ...requestLine,
    })
  }

  started({ status, head, contentLength, subject }: FramedResponse): void {
    this.#status = status
    this.#emit({
      type: 'response-started',
      exchangeId: this.exchangeId,
      at: this.#clock.now(),
      elapsedMs: this.#elapsedMs(),
      status,
      headBytes: head,
      ...(contentLength !== undefined && { contentLength }),
      ...(subject && { subject }),
    })
  }

  /** Tells how far it is, if that has changed. The caller sees to it that this is not too often. */
  progressed(sentBytes: number, spent: TimeShares): void {
    if (this.#hasEnded || sentBytes === this.#toldBytes) return
    this.#toldBytes = sentBytes
    this.#emit({
      type: 'response-progress',
      exchangeId: this.exchangeId,
      at: this.#clock.now(),
      sentBytes,
      elapsedMs: this.#elapsedMs(),
      readMs: spent.readMs,
      waitMs: spent.waitMs,
    })
  }

  finished({ sentBytes, receivedBytes, readMs, waitMs }: FinalCount): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#emit({
      type: 'response-finished',
      exchangeId: this.exchangeId,
      at: this.#clock.now(),
      status: this.#status,
      sentBytes,
      receivedBytes,
      elapsedMs: this.#elapsedMs(),
      readMs,
      waitMs,
    })
  }

  aborted(cause: AbortCause, { sentBytes, receivedBytes, readMs, waitMs }: FinalCount): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#emit({
      type: 'exchange-aborted',
      exchangeId: this.exchangeId,
      at: this.#clock.now(),
      sentBytes,
      receivedBytes,
      elapsedMs: this.#elapsedMs(),
      readMs,
      waitMs,
      cause,
    })
  }

  #elapsedMs(): number {
    return this.#clock.monotonic() - this.#began.monotonic
  }
}
