import type { Socket } from 'node:net'
import type { Clock } from './clock'
import type { CloseCause, CloseManner, ServerListener } from './events'

/** What a connection's report needs of its server. */
interface ReportSite {
  readonly clock: Clock
  readonly emit: ServerListener
}

/** Codes of a socket whose peer broke off, where a peer that closes in order gives none. */
const RESET_CODES: ReadonlySet<string | undefined> = new Set(['ECONNRESET', 'EPIPE'])

/** Tells how one connection ends: that the client closes its half, then who ended it, why, and in what manner. */
export class ConnectionReport {
  readonly #socket: Socket
  readonly #connectionId: number
  readonly #site: ReportSite
  #cause: CloseCause | undefined
  #manner: CloseManner = 'fin'
  #clientEnd: 'closed' | 'reset' | undefined
  /** How many exchanges it has carried. */
  exchanges = 0

  constructor(socket: Socket, connectionId: number, site: ReportSite) {
    this.#socket = socket
    this.#connectionId = connectionId
    this.#site = site
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (RESET_CODES.has(error.code)) this.#manner = 'reset'
    })
  }

  /** Says why the connection ends. The first cause is the one that is told. */
  blame(cause: CloseCause): void {
    this.#cause ??= cause
  }

  /** Says that we break the connection off, so that the client sees a reset and no end in order. */
  brokeOff(): void {
    this.#manner = 'reset'
  }

  /** What the client did with nothing under way. A reset counts more than a close before it. */
  clientEnded(how: 'closed' | 'reset'): void {
    if (this.#clientEnd !== 'reset') this.#clientEnd = how
  }

  /** The client has closed its half and may still wait for answers. */
  halfClosed(): void {
    this.#site.emit({
      type: 'connection-half-closed',
      connectionId: this.#connectionId,
      at: this.#site.clock.now(),
    })
  }

  closed(): void {
    this.#site.emit({
      type: 'connection-closed',
      connectionId: this.#connectionId,
      at: this.#site.clock.now(),
      cause: this.#cause ?? 'client-reset',
      manner: this.#manner,
      exchanges: this.exchanges,
      receivedBytes: this.#socket.bytesRead,
      // What Node still held when the connection ended never reached the system.
      sentBytes: Math.max(0, this.#socket.bytesWritten - this.#socket.writableLength),
      ...(this.#clientEnd && { clientEnd: this.#clientEnd }),
    })
  }
}
