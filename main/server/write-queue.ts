import type { Socket } from 'node:net'

/**
 * How much of what was written to a socket the system has not taken yet, to the octet.
 *
 * `writableLength` falls only when a whole write is done: with a chunk of 1 MiB, a slow reader would seem dead for
 * minutes, and an aborted download would be told up to 1 MiB short. libuv knows exactly; Node shows it as
 * `writeQueueSize` of the socket's handle, where its own `Socket#_onTimeout` reads it
 * (https://github.com/nodejs/node/blob/v20.20.2/lib/net.js). Without it we fall back to whole writes.
 *
 * The handle is kept because a socket lets go of its own before it tells of an error, and the figure is wanted then.
 */
export class WriteQueue {
  readonly #socket: Socket
  readonly #handle: { readonly writeQueueSize?: unknown } | null | undefined

  constructor(socket: Socket) {
    this.#socket = socket
    this.#handle = (socket as unknown as { readonly _handle?: { readonly writeQueueSize?: unknown } | null })._handle
  }

  /** Octets of the write under way that are still ours. */
  get size(): number {
    const size = this.#handle?.writeQueueSize
    return typeof size === 'number' ? size : this.#socket.writableLength
  }
}
