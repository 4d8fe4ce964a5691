import type { Socket } from 'node:net'
import type { Clock } from './clock'
import { WriteQueue } from './write-queue'

const CONTINUE = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n', 'latin1')

/** Where the content stands among the octets of one write: the rest is head and framing. */
export interface ContentSpan {
  /** Octets before the content. */
  readonly before: number
  readonly length: number
}

/**
 * Writes to a socket one piece at a time and counts, to the octet, what content the system has taken.
 *
 * "Taken" is as much as a sender can know: octets in the system's send buffer have been sent or will be, unless the
 * connection breaks.
 */
export class SocketWriter {
  readonly #socket: Socket
  readonly #queue: WriteQueue
  readonly #clock: Clock
  /** Content of the writes that are done. */
  #doneBytes = 0
  /** The write under way: all its octets, and where its content stands. */
  #writeBytes = 0
  /** All octets that were ever written. */
  #handedBytes = 0
  #contentFrom = 0
  #contentLength = 0
  /** The largest figure that was told: on a failed write, libuv forgets how far it had come. */
  #toldBytes = 0
  #contentTakenAt: number | null = null
  #isInterimPending = false
  #isDead = false
  #settle: ((isAlive: boolean) => void) | undefined

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#queue = new WriteQueue(socket)
    this.#clock = clock
  }

  /** Begins to count anew: a response begins. */
  restart(): void {
    this.#doneBytes = 0
    this.#toldBytes = 0
    this.#contentTakenAt = null
  }

  get isAlive(): boolean {
    return !this.#isDead
  }

  /** Octets of content that the system has taken of the current response. */
  get contentBytes(): number {
    if (this.#isDead || this.#settle === undefined) return this.#toldBytes
    const untaken = this.#isInterimPending ? this.#writeBytes : Math.min(this.#queue.size, this.#writeBytes)
    const content = this.#writeBytes - untaken - this.#contentFrom
    const taken = this.#doneBytes + Math.max(0, Math.min(content, this.#contentLength))
    this.#toldBytes = Math.max(this.#toldBytes, taken)
    return this.#toldBytes
  }

  /** When the first piece of the current response's content was with the system, on the monotonic clock; else null. */
  get contentTakenAt(): number | null {
    return this.#contentTakenAt
  }

  /** Octets that the system has not taken yet, head and framing included: they wait for the client. */
  get waitingBytes(): number {
    return this.#settle === undefined ? 0 : this.#queue.size
  }

  /** Octets that the system has taken since the connection began: when that stands still, the client takes nothing. */
  get takenBytes(): number {
    return this.#handedBytes - this.waitingBytes
  }

  /** Sends the interim response that invites content (RFC 9110 §15.2.1) ahead of what is written next. */
  sendContinue(): void {
    if (this.#isDead) return
    this.#isInterimPending = true
    this.#handedBytes += CONTINUE.length
    this.#socket.write(CONTINUE, () => {
      this.#isInterimPending = false
    })
  }

  /**
   * Writes one piece, and gives whether the connection still stands when the system has taken it all. Never rejects.
   *
   * @param pieces what makes up the piece, written in one call to the system
   */
  write(pieces: readonly Uint8Array[], span: ContentSpan): Promise<boolean> {
    if (this.#isDead) return Promise.resolve(false)
    if (pieces.length === 0) return Promise.resolve(true)
    this.#contentFrom = span.before
    this.#contentLength = span.length
    this.#writeBytes = 0
    for (const piece of pieces) this.#writeBytes += piece.length
    this.#handedBytes += this.#writeBytes
    // The promise is made first: a write may fail, and tell so, before it returns.
    const done = new Promise<boolean>((resolve) => {
      this.#settle = resolve
    })
    this.#hand(pieces)
    return done
  }

  /** Takes the last count and lets go of whoever waits: the connection has ended or is about to. */
  die(): void {
    if (this.#isDead) return
    this.#toldBytes = this.contentBytes
    this.#isDead = true
    this.#finishWrite(false)
  }

  #hand(pieces: readonly Uint8Array[]): void {
    const last = pieces.length - 1
    if (last > 0) this.#socket.cork()
    for (let index = 0; index < last; index += 1) this.#socket.write(pieces[index] ?? '')
    this.#socket.write(pieces[last] ?? '', this.#onWritten)
    if (last > 0) this.#socket.uncork()
  }

  /** One function for the life of the connection, not one for each write. */
  readonly #onWritten = (error: Error | null | undefined): void => {
    if (this.#isDead) return
    // A socket that is being destroyed reports its writes as done (onWriteComplete in Node's stream_base_commons.js).
    if (error || this.#socket.destroyed) {
      this.#isDead = true
      this.#finishWrite(false)
      return
    }
    if (this.#contentLength > 0) this.#contentTakenAt ??= this.#clock.monotonic()
    this.#doneBytes += this.#contentLength
    this.#toldBytes = this.#doneBytes
    this.#finishWrite(true)
  }

  #finishWrite(isAlive: boolean): void {
    const settle = this.#settle
    this.#settle = undefined
    settle?.(isAlive)
  }
}
