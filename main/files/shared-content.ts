import { Buffer } from 'node:buffer'
import type { ReadyContent } from '../http/response-plan'

/** Room before the content: longer heads are rare, and travel by themselves. */
const HEAD_ROOM = 1024

/**
 * Bounds the memory that whole small files are read into, so that many slow readers of them cost no more than a
 * response's buffers may.
 */
export class ContentAllowance {
  readonly #limitBytes: number
  #heldBytes = 0

  /** @param limitBytes octets that may be held at once */
  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  /** Gives room for so many octets, held by whoever asked for it; undefined while there is none. */
  take(octets: number): SharedContent | undefined {
    const held = HEAD_ROOM + octets
    if (this.#heldBytes + held > this.#limitBytes) return undefined
    this.#heldBytes += held
    return new SharedContent(octets, () => {
      this.#heldBytes -= held
    })
  }
}

/** The octets of one read, sent by several responses at once; they count until the last of them has let go. */
export class SharedContent implements ReadyContent {
  readonly bytes: Uint8Array
  readonly #store: Buffer
  /** The head that stands before the content, and both in one piece. */
  #head: Uint8Array | undefined
  #joined: Uint8Array | undefined
  readonly #onReleased: () => void
  #holders = 1

  constructor(octets: number, onReleased: () => void) {
    this.#store = Buffer.allocUnsafeSlow(HEAD_ROOM + octets)
    this.bytes = this.#store.subarray(HEAD_ROOM)
    this.#onReleased = onReleased
  }

  /**
   * Gives the content behind its head, so that one write takes both. The first head is written before the content and
   * stays: it may be on its way, and nearly all who share the content have the same.
   */
  behind(head: Uint8Array): Uint8Array | undefined {
    if (this.#head === undefined && head.length <= HEAD_ROOM) {
      const start = HEAD_ROOM - head.length
      this.#store.set(head, start)
      this.#joined = this.#store.subarray(start)
      this.#head = head
    }
    return this.#head === head ? this.#joined : undefined
  }

  /** Counts one more response that sends it. Each of them, and whoever made it, lets go once. */
  hold(): void {
    this.#holders += 1
  }

  /** Lets go. */
  release(): void {
    this.#holders -= 1
    if (this.#holders === 0) this.#onReleased()
  }
}
