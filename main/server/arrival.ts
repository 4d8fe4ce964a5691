import type { Clock } from './clock'
import { momentOf } from './exchange-report'
import type { Moment } from './exchange-report'

/** When the octets of a connection came in, and since when it was free for them. */
export class Arrival {
  readonly #clock: Clock
  #chunk: Moment
  #began: Moment
  #freeAt: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#chunk = this.#began = momentOf(clock)
    this.#freeAt = this.#began.monotonic
  }

  /** A chunk has come in. */
  chunkCame(): void {
    this.#chunk = momentOf(this.#clock)
  }

  /** The chunk that came last begins a request. */
  requestBegan(): void {
    this.#began = this.#chunk
  }

  /** The answer to the request before is out. */
  becameFree(): void {
    this.#freeAt = this.#clock.monotonic()
  }

  /** When the last chunk came, on the monotonic clock. */
  get chunkAt(): number {
    return this.#chunk.monotonic
  }

  /** When the first octet of the current request came, and how long the connection had nothing to do before it. */
  get ofRequest(): { readonly began: Moment; readonly waitedMs: number } {
    return { began: this.#began, waitedMs: Math.max(0, this.#began.monotonic - this.#freeAt) }
  }

  /** How long the current request waited for its turn; undefined when it was its turn at once. */
  get queuedMs(): number | undefined {
    const queuedMs = this.#freeAt - this.#began.monotonic
    return queuedMs > 0 ? queuedMs : undefined
  }
}
