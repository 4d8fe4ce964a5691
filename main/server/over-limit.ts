import type { Socket } from 'node:net'
import type { ResponsePlan } from '../http/response-plan'
import type { ConnectionSite } from './connection-site'
import { frameResponse } from './framed-response'
import type { ConnectionFacts } from './handler'
import { closeLingering } from './lingering-close'
import { planRefusal } from './refusals'

/** So many are told at a time why they are turned away; beyond that a flood would take the descriptors all the same. */
const MOST_ANSWERED = 64

/** Turns clients away when there are as many connections as may be: 503 with Retry-After, without reading a request. */
export class OverLimit {
  readonly #site: ConnectionSite
  readonly #sockets = new Set<Socket>()
  #mostAnswered = MOST_ANSWERED

  constructor(site: ConnectionSite) {
    this.#site = site
  }

  /**
   * Keeps those who are turned away from taking the descriptors of those who were let in.
   *
   * @param connections how many the system's descriptors allow
   */
  keepWithin(connections: number): void {
    this.#mostAnswered = Math.min(MOST_ANSWERED, Math.ceil(connections / 2))
  }

  turnAway(socket: Socket, facts: ConnectionFacts): void {
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.#site.emit({
        type: 'connection-closed',
        connectionId: facts.connectionId,
        at: this.#site.clock.now(),
        cause: 'over-limit',
        manner: this.#sockets.has(socket) ? 'fin' : 'reset',
        exchanges: 0,
        receivedBytes: socket.bytesRead,
        sentBytes: socket.bytesWritten,
      })
      this.#sockets.delete(socket)
    })
    if (this.#sockets.size >= this.#mostAnswered) {
      socket.resetAndDestroy()
      return
    }
    this.#sockets.add(socket)
    const { head, content } = this.#response()
    socket.write(head)
    if (content.kind === 'bytes') socket.write(content.bytes)
    closeLingering(socket, this.#site)
  }

  /** Lets go of those who are still being answered. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #response(): ReturnType<typeof frameResponse> {
    const { faultPage, limits, date, clock } = this.#site
    const page = planRefusal(faultPage, { status: 503, reason: 'over-limit' })
    const plan: ResponsePlan = { ...page, fields: [...page.fields, ['Retry-After', String(limits.retryAfterSeconds)]] }
    return frameResponse(plan, { method: 'GET', version: '1.1', mayPersist: false, date: date.at(clock.now()) })
  }
}
