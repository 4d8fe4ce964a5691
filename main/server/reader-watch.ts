import { TICK_MS } from './deadlines'
import type { SocketWriter } from './socket-writer'

/** Notices a client that takes nothing of what is sent to it. A response that has nothing to send meanwhile is not its fault. */
export class ReaderWatch {
  readonly #out: SocketWriter
  #takenBytes = 0
  #movedAt = 0

  constructor(out: SocketWriter) {
    this.#out = out
  }

  /** @param now the time of `Deadlines.now` */
  restart(now: number): void {
    this.#movedAt = now
  }

  /** Looks again; called with every tick. */
  hasStalled(now: number, stallMs: number): boolean {
    const takenBytes = this.#out.takenBytes
    if (takenBytes === this.#takenBytes && this.#out.waitingBytes > 0) {
      // One tick early rather than late: the limit is a promise.
      return now - this.#movedAt > stallMs - TICK_MS
    }
    this.#takenBytes = takenBytes
    this.#movedAt = now
    return false
  }
}
