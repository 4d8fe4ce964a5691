import type { ContentFraming, RequestHead } from '../http/message'
import type { ContentReader } from './content-reader'
import type { ExchangeReport } from './exchange-report'
import type { ConnectionFacts, IncomingRequest } from './handler'

/** A request that is being answered, as its handler sees it. */
export class Exchange implements IncomingRequest {
  readonly exchangeId: number
  readonly head: RequestHead
  readonly framing: ContentFraming
  readonly connection: ConnectionFacts
  readonly content: ContentReader
  readonly #report: ExchangeReport
  /** Made when somebody asks: most handlers never do, and a signal costs more than a small answer. */
  #controller: AbortController | undefined
  #isAborted = false

  constructor(request: {
    readonly head: RequestHead
    readonly framing: ContentFraming
    readonly connection: ConnectionFacts
    readonly content: ContentReader
    readonly report: ExchangeReport
  }) {
    this.exchangeId = request.report.exchangeId
    this.#report = request.report
    this.head = request.head
    this.framing = request.framing
    this.connection = request.connection
    this.content = request.content
  }

  /** Whether the exchange was cut off. */
  get isAborted(): boolean {
    return this.#isAborted
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#isAborted) this.#controller.abort()
    return this.#controller.signal
  }

  routed(): void {
    this.#report.routed()
  }

  /** Lets the handler know that nobody waits for its answer any more. */
  abort(): void {
    this.#isAborted = true
    this.#controller?.abort()
  }
}
