import type { ContentFraming, ParserEvent } from '../http/message'
import type { AbortCause } from './events'

/** The request's content will not come to its end: the client left, or stopped sending. */
export class IncompleteContentError extends Error {
  override readonly name = 'IncompleteContentError'
  readonly abortCause: AbortCause

  constructor(abortCause: AbortCause) {
    super(`Cannot read the request content to its end: ${abortCause}`)
    this.abortCause = abortCause
  }
}

/** Where content comes from: the connection. */
export interface ContentSupply {
  /** The next event of the message. @throws {ProtocolError} */
  next(): ParserEvent
  /** Called before the first octet is waited for: lets the client know that its content is wanted. */
  invite(): void
  /** Lets more octets in; whoever calls it waits for `ContentReader.moreCame`. */
  letIn(): void
}

interface Waiter {
  readonly resolve: (result: IteratorResult<Uint8Array, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE: IteratorResult<Uint8Array, undefined> = { done: true, value: undefined }

/**
 * The content of one request, piece by piece and not faster than it is asked for: while nobody asks, the connection
 * reads nothing. A piece is valid until the next one is asked for.
 */
export class ContentReader implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #supply: ContentSupply
  #waiter: Waiter | undefined
  #hasBegun = false
  #hasEnded: boolean
  #failure: Error | undefined
  #receivedBytes = 0

  constructor(supply: ContentSupply, framing: ContentFraming) {
    this.#supply = supply
    this.#hasEnded = framing.kind === 'none' || (framing.kind === 'length' && framing.length === 0)
  }

  /** Whether the whole content has been read: only then does the next octet begin a request. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Whether somebody asked for a piece that has not come yet. */
  get isWaiting(): boolean {
    return this.#waiter !== undefined
  }

  /** Octets of content that were read, without their framing. */
  get receivedBytes(): number {
    return this.#receivedBytes
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (this.#hasEnded) return Promise.resolve(DONE)
    if (this.#waiter !== undefined) {
      return Promise.reject(new TypeError('Cannot read content twice at once: the last piece has not come yet'))
    }
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject }
      this.moreCame()
      if (!this.#hasBegun && this.isWaiting) this.#supply.invite()
      this.#hasBegun = true
    })
  }

  /** Gives whoever waits what the octets now hold. */
  moreCame(): void {
    const waiter = this.#waiter
    if (waiter === undefined) return
    try {
      const event = this.#supply.next()
      switch (event.kind) {
        case 'content':
          this.#receivedBytes += event.bytes.length
          this.#waiter = undefined
          waiter.resolve({ done: false, value: event.bytes })
          return
        case 'end':
          this.#waiter = undefined
          this.#hasEnded = true
          waiter.resolve(DONE)
          return
        default:
          this.#supply.letIn()
      }
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error('Cannot read the request content', { cause: error }))
    }
  }

  /** Lets nobody read on: the response has ended, and the connection reads nothing more. */
  close(): void {
    this.fail(new Error('Cannot read the request content: the response has ended'))
  }

  /** Ends the content before its end; whoever reads it, now or later, gets the error. */
  fail(error: Error): void {
    if (this.#hasEnded) return
    this.#failure ??= error
    const waiter = this.#waiter
    this.#waiter = undefined
    waiter?.reject(this.#failure)
  }
}
