import type { Socket } from 'node:net'
import type { ParserEvent } from '../http/message'
import { RequestParser } from '../http/request-parser'
import type { RejectedMessage } from '../http/request-parser'

/**
 * What has come in on a connection. While nobody wants it, at most two chunks wait here and the socket is paused, so
 * that a client which sends faster than it is answered fills its own buffers and not ours.
 */
export class Inbox {
  readonly #socket: Socket
  readonly #parser = new RequestParser()
  /** Chunks that the parser has not been shown yet: the content that it gave is valid only until the next one. */
  readonly #held: Uint8Array[] = []
  #hasEnded = false

  constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Whether the client has closed its half. What it sent before may still wait. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Whether everything that came in has been read, to the end of a message. */
  get isEmpty(): boolean {
    return this.#held.length === 0 && this.#parser.idle
  }

  /** Octets that the parser holds of the message it has begun. */
  get bufferedBytes(): number {
    return this.#parser.bufferedBytes
  }

  take(chunk: Uint8Array): void {
    this.#parser.push(chunk)
  }

  /** Puts a chunk aside, and lets no more in until `release`. */
  hold(chunk: Uint8Array): void {
    this.#held.push(chunk)
    this.#socket.pause()
  }

  end(): void {
    this.#hasEnded = true
  }

  /** @throws {ProtocolError} */
  next(): ParserEvent {
    return this.#parser.next()
  }

  rejected(): RejectedMessage {
    return this.#parser.rejected()
  }

  /** Takes the chunk that waits longest, or lets more in when none does; gives whether there was one. */
  release(): boolean {
    const chunk = this.#held.shift()
    if (chunk !== undefined) this.#parser.push(chunk)
    else if (this.#socket.isPaused()) this.#socket.resume()
    return chunk !== undefined
  }

  clear(): void {
    this.#held.length = 0
  }
}
