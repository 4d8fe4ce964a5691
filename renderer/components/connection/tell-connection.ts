import type { ConnectionDetail, ConnectionView } from '../../../preload/connection-views'
import { isCloseReason } from '../../text/connections'
import type { RichText } from '../../text/rich-text'
import { sayMoment } from '../detail/moment'
import type { Voice } from '../requests/row-words'
import { gapsOf } from './lanes'

/** An idle time shorter than this is the client drawing breath. */
const WORTH_TELLING_MS = 1000

/** What is told of a connection. */
export interface ConnectionSubject {
  readonly detail: ConnectionDetail
  /** What its client is called; inert text. */
  readonly client: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Tells what became of a connection, from its opening to its end, and what that cost. */
export function tellConnection({ detail, client, now }: ConnectionSubject, voice: Voice): RichText[] {
  const { connection, known, extraHandshakes } = detail
  const { t, format } = voice
  const { time, milliseconds } = format.clock(connection.openedAt)
  const address = joinAddress(connection.remoteAddress, connection.remotePort)
  return [
    t.connections.opened(client, address, `${time}${milliseconds}`),
    ...carried(connection, voice),
    ...idleTimes(connection, now, voice),
    ...ending(connection, now, voice),
    ...(extraHandshakes > 0 ? [t.connections.extraHandshakes(client, known, extraHandshakes)] : []),
  ]
}

/** An address and a port as they stand in a URL: IPv6 in brackets. */
export function joinAddress(address: string, port: number): string {
  return `${address.includes(':') ? `[${address}]` : address}:${String(port)}`
}

function carried({ exchanges, pipelined }: ConnectionView, { t }: Voice): RichText[] {
  if (exchanges === 0) return [t.connections.carriedNothing()]
  const count = exchanges === 1 ? t.connections.carriedOne() : t.connections.carried(exchanges)
  return pipelined === 0 ? [count] : [count, t.connections.pipelined(pipelined)]
}

/** The idle times between requests; what came after the last is told with the end. */
function idleTimes(connection: ConnectionView, now: number, { t, format }: Voice): RichText[] {
  const end = connection.closedAt ?? now
  const between = gapsOf(connection, now).filter(({ until }) => until !== end)
  const lengths = between.map(({ from, until }) => until - from)
  const longest = Math.max(0, ...lengths)
  if (longest < WORTH_TELLING_MS) return []
  const sum = format.span(lengths.reduce((total, ms) => total + ms, 0))
  const once = lengths.filter((ms) => ms >= WORTH_TELLING_MS).length === 1
  return [once ? t.connections.idleOnce(sum) : t.connections.idle(sum, format.span(longest))]
}

function ending(connection: ConnectionView, now: number, voice: Voice): RichText[] {
  const { t, format } = voice
  const { closedAt, cause, manner } = connection
  const last = gapsOf(connection, now).at(-1)
  const idleMs = last !== undefined && last.until === (closedAt ?? now) ? last.until - last.from : 0
  const waited = halfClose(connection, voice)
  if (closedAt === null) {
    const isIdle = idleMs >= WORTH_TELLING_MS
    return [...waited, isIdle ? t.connections.stillIdle(format.span(idleMs)) : t.connections.stillOpen()]
  }
  const brokenOff = manner === 'reset' && cause !== 'client-reset' ? [t.connections.brokenOff()] : []
  if (!isCloseReason(cause)) return [...waited, ...brokenOff]
  const says = t.closeSentences[cause]
  const isWorth = idleMs >= WORTH_TELLING_MS && cause !== 'server-stopped'
  return [
    ...waited,
    isWorth ? t.connections.endedAfterIdle(says, format.span(idleMs)) : t.connections.ended(says),
    ...brokenOff,
  ]
}

/** A client that closes its half while it still waits for something: worth telling, for many programs never do. */
function halfClose({ halfClosedAt, openedAt, lane }: ConnectionView, { t, format }: Voice): RichText[] {
  const last = lane.at(-1)
  if (halfClosedAt === null || last === undefined) return []
  const endedAt = last.elapsedMs === null ? Infinity : last.at + last.elapsedMs
  return halfClosedAt < endedAt - 1 ? [t.connections.halfClosed(sayMoment(halfClosedAt - openedAt, format))] : []
}
