import type { RequestHead } from '../http/message'
import type { ProtocolError } from '../http/protocol-error'
import type { RejectedMessage } from '../http/request-parser'
import type { Clock } from './clock'
import type { AbortCause, ExchangeMarks, ServerListener } from './events'
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
  /** When the first piece of content was with the system, on the monotonic clock; null when none was. */
  readonly contentTakenAt: number | null
}

/** Which exchange it is. */
export interface ExchangeFacts {
  readonly exchangeId: number
  readonly connectionId: number
  /** 1 for the first on its connection. */
  readonly ordinal: number
  readonly began: Moment
  /** How long the connection had nothing to do before it. */
  readonly waitedMs: number
}

/** Tells what becomes of one exchange, in the order of events.ts, with exactly one ending. */
export class ExchangeReport {
  readonly exchangeId: number
  readonly #connectionId: number
  readonly #ordinal: number
  readonly #began: Moment
  readonly #waitedMs: number
  readonly #clock: Clock
  readonly #emit: ServerListener
  #status = 0
  #toldBytes = 0
  #routedMs: number | null = null
  #decidedMs: number | null = null
  #hasBegun = false
  #hasEnded = false

  constructor(exchange: ExchangeFacts, { clock, emit }: { readonly clock: Clock; readonly emit: ServerListener }) {
    this.exchangeId = exchange.exchangeId
    this.#connectionId = exchange.connectionId
    this.#ordinal = exchange.ordinal
    this.#began = exchange.began
    this.#waitedMs = exchange.waitedMs
    this.#clock = clock
    this.#emit = emit
  }

  /** Whether the client has got a head, so that nothing else can be answered any more. */
  get hasStarted(): boolean {
    return this.#status !== 0
  }

  /** Tells of a request while its head is still coming; once. */
  begun(): void {
    if (this.#hasBegun) return
    this.#hasBegun = true
    this.#emit({
      type: 'request-begun',
      exchangeId: this.exchangeId,
      connectionId: this.#connectionId,
      ordinal: this.#ordinal,
      at: this.#began.at,
      waitedMs: this.#waitedMs,
    })
  }

  /**
   * @param headAt when the head was whole, on the monotonic clock
   * @param queuedMs how long it waited for its turn, if it did
   */
  received(head: RequestHead, headAt: number, queuedMs?: number): void {
    this.#emit({
      type: 'request-received',
      exchangeId: this.exchangeId,
      connectionId: this.#connectionId,
      ordinal: this.#ordinal,
      at: this.#began.at,
      waitedMs: this.#waitedMs,
      queuedMs,
      headElapsedMs: headAt - this.#began.monotonic,
      head,
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

  /** It is known who answers. */
  routed(): void {
    this.#routedMs ??= this.#elapsedMs()
  }

  /** It is known what is answered. */
  decided(): void {
    this.#decidedMs ??= this.#elapsedMs()
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
      contentLength,
      subject,
      marks: this.#marks(null),
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

  finished({ sentBytes, receivedBytes, contentTakenAt, readMs, waitMs }: FinalCount): void {
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
      marks: this.#marks(contentTakenAt),
    })
  }

  aborted(cause: AbortCause, { sentBytes, receivedBytes, contentTakenAt, readMs, waitMs }: FinalCount): void {
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
      marks: this.#marks(contentTakenAt),
    })
  }

  #marks(contentTakenAt: number | null): ExchangeMarks {
    const contentTaken = contentTakenAt === null ? null : contentTakenAt - this.#began.monotonic
    return { routed: this.#routedMs, decided: this.#decidedMs, contentTaken }
  }

  #elapsedMs(): number {
    return this.#clock.monotonic() - this.#began.monotonic
  }
}
