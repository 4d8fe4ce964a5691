import { Buffer } from 'node:buffer'

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

  /** Octets that are held now. */
  get heldBytes(): number {
    return this.#heldBytes
  }

  /** Gives room for so many octets, held by whoever asked for it; undefined while there is none. */
  take(octets: number): SharedContent | undefined {
    if (this.#heldBytes + octets > this.#limitBytes) return undefined
    this.#heldBytes += octets
    return new SharedContent(octets, () => {
      this.#heldBytes -= octets
    })
  }
}

/** The octets of one read, sent by several responses at once; they count until the last of them has let go. */
export class SharedContent {
  readonly bytes: Buffer
  readonly #onReleased: () => void
  #holders = 1

  constructor(octets: number, onReleased: () => void) {
    this.bytes = Buffer.allocUnsafeSlow(octets)
    this.#onReleased = onReleased
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
