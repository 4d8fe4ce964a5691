import type { ContentFraming, RequestHead } from '../http/message'
import type { ContentReader } from './content-reader'
import type { ConnectionFacts, IncomingRequest } from './handler'

/** A request that is being answered, as its handler sees it. */
export class Exchange implements IncomingRequest {
  readonly exchangeId: number
  readonly head: RequestHead
  readonly framing: ContentFraming
  readonly connection: ConnectionFacts
  readonly content: ContentReader
  /** Made when somebody asks: most handlers never do, and a signal costs more than a small answer. */
  #controller: AbortController | undefined
  #isAborted = false

  constructor(request: {
    readonly exchangeId: number
    readonly head: RequestHead
    readonly framing: ContentFraming
    readonly connection: ConnectionFacts
    readonly content: ContentReader
  }) {
    this.exchangeId = request.exchangeId
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

  /** Lets the handler know that nobody waits for its answer any more. */
  abort(): void {
    this.#isAborted = true
    this.#controller?.abort()
  }
}
