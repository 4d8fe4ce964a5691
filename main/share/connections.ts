/**
 * The connections in memory: those that are open, those that carried an exchange of the log, and the last few that
 * ended without one. A connection is remembered by its exchanges, so it leaves memory when the last of them does, and
 * costs no index of its own: who asks for one looks through the log.
 */
import type { CloseCause, CloseManner, ConnectionClosed, ConnectionOpened } from '../server/events'
import type { ConnectionFacts } from '../server/handler'
import type { ConnectionDetail } from '../../preload/connection-views'
import { toConnectionDetail } from './connection-detail'
import type { ExchangeRecord } from './exchange-record'

/** So many that ended without a request are kept: browsers open connections to spare, and scanners knock. */
const MOST_UNUSED = 200

/** One connection in memory. Changed in place as events come. */
export class ConnectionRecord implements ConnectionFacts {
  readonly connectionId: number
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localAddress: string
  readonly localPort: number
  readonly clientId: number
  readonly openedAt: number
  halfClosedAt: number | null = null
  closedAt: number | null = null
  cause: CloseCause | null = null
  manner: CloseManner | null = null
  exchanges = 0
  pipelined = 0
  receivedBytes: number | null = null
  sentBytes: number | null = null
  /** The exchange that began last. */
  last: ExchangeRecord | null = null

  constructor({ connection, at }: ConnectionOpened, clientId: number) {
    this.connectionId = connection.connectionId
    this.remoteAddress = connection.remoteAddress
    this.remotePort = connection.remotePort
    this.localAddress = connection.localAddress
    this.localPort = connection.localPort
    this.clientId = clientId
    this.openedAt = at
  }
}

export class Connections {
  readonly #open = new Map<number, ConnectionRecord>()
  #unused: ConnectionRecord[] = []

  open(event: ConnectionOpened, clientId: number): void {
    this.#open.set(event.connection.connectionId, new ConnectionRecord(event, clientId))
  }

  /** Gives a connection that is open; undefined when it has closed or was never told of. */
  find(connectionId: number): ConnectionRecord | undefined {
    return this.#open.get(connectionId)
  }

  /** Counts an exchange that has begun on a connection. */
  carry(connection: ConnectionRecord, exchange: ExchangeRecord): void {
    connection.exchanges += 1
    connection.last = exchange
  }

  /** Notes how a connection ended, and gives it; undefined when it was not open. */
  close(event: ConnectionClosed): ConnectionRecord | undefined {
    const connection = this.#open.get(event.connectionId)
    if (connection === undefined) return undefined
    this.#open.delete(event.connectionId)
    connection.closedAt = event.at
    connection.cause = event.cause
    connection.manner = event.manner
    connection.receivedBytes = event.receivedBytes
    connection.sentBytes = event.sentBytes
    if (connection.exchanges === 0) this.#unused = [...this.#unused, connection].slice(-MOST_UNUSED)
    return connection
  }

  /**
   * Gives a connection with the others of its client; null when it has left memory.
   *
   * @param exchanges all that are in memory, in the order of their ids
   */
  read(connectionId: number, exchanges: Iterable<ExchangeRecord>): ConnectionDetail | null {
    const carried = new Map<ConnectionRecord, ExchangeRecord[]>()
    for (const connection of [...this.#unused, ...this.#open.values()]) carried.set(connection, [])
    for (const exchange of exchanges) {
      const { connection } = exchange
      if (!(connection instanceof ConnectionRecord)) continue
      const lane = carried.get(connection)
      if (lane === undefined) carried.set(connection, [exchange])
      else lane.push(exchange)
    }
    for (const connection of carried.keys()) {
      if (connection.connectionId === connectionId) return toConnectionDetail(connection, carried)
    }
    return null
  }
}
