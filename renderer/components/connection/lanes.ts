/** Where the swim-lanes of connections stand: all geometry of the chart, without a canvas. */
import type { ConnectionDetail, ConnectionView, LaneExchange } from '../../../preload/connection-views'

/** Measures of the chart in CSS pixels. */
export const LANE = { gutter: 92, main: 34, other: 16, axis: 20, leastBar: 3 } as const

/** A request in a lane. */
export interface LaneBar {
  readonly exchange: LaneExchange
  /** CSS pixels: from where it came, where its turn came, where its first octet went out, and where it ended. */
  readonly x: number
  readonly turnX: number
  readonly firstX: number
  readonly endX: number
}

/** A stretch of a lane in which its connection had nothing to do. */
export interface LaneGap {
  readonly x: number
  readonly endX: number
  readonly ms: number
}

export interface Lane {
  readonly connection: ConnectionView
  /** Whether it is the one that the chart is about. */
  readonly isMain: boolean
  readonly y: number
  readonly height: number
  readonly openX: number
  readonly closeX: number
  readonly bars: readonly LaneBar[]
  readonly gaps: readonly LaneGap[]
}

export interface LaneChart {
  /** Milliseconds since the epoch at either end. */
  readonly from: number
  readonly until: number
  readonly height: number
  readonly lanes: readonly Lane[]
}

/** Around the connection that is shown, so much of its client's other connections is seen at least. */
const CONTEXT_MS = 10_000
/** The lanes end a little before the edge, so that an end can be seen as one. */
const END_ROOM = 10

/**
 * Lays out a connection among the others of its client, the one that was opened first on top.
 *
 * @param now milliseconds since the epoch: where what is open has come to
 * @param width CSS pixels, the names of the lanes included
 */
export function layOutLanes({ connection, others }: ConnectionDetail, now: number, width: number): LaneChart {
  const { from, until } = rangeOf(connection, others, now)
  const inRange = others.filter((each) => each.openedAt <= until && (each.closedAt ?? now) >= from)
  const shown = [connection, ...inRange].sort((one, other) => one.openedAt - other.openedAt || one.id - other.id)
  const room = Math.max(1, width - LANE.gutter - END_ROOM)
  const xOf = (at: number): number =>
    LANE.gutter + (Math.min(Math.max(at, from), until) - from) * (room / Math.max(1, until - from))
  let y = 0
  const lanes = shown.map((each) => {
    const isMain = each === connection
    const height = isMain ? LANE.main : LANE.other
    const lane = layOutLane(each, { isMain, y, height, now, xOf })
    y += height
    return lane
  })
  return { from, until, height: y + LANE.axis, lanes }
}

/** From when to when is shown: the whole connection, and of the others what stands around it. */
function rangeOf(
  connection: ConnectionView,
  others: readonly ConnectionView[],
  now: number,
): { from: number; until: number } {
  const endedAt = connection.closedAt ?? Math.max(now, connection.openedAt)
  const around = Math.max(CONTEXT_MS, endedAt - connection.openedAt)
  const from = Math.min(...others.map(({ openedAt }) => openedAt), connection.openedAt)
  const until = Math.max(...others.map(({ closedAt }) => closedAt ?? now), endedAt)
  return { from: Math.max(from, connection.openedAt - around), until: Math.min(until, endedAt + around) }
}

interface LanePlace {
  readonly isMain: boolean
  readonly y: number
  readonly height: number
  readonly now: number
  readonly xOf: (at: number) => number
}

function layOutLane(connection: ConnectionView, { now, xOf, ...place }: LanePlace): Lane {
  const bars = connection.lane.map((exchange) => layOutBar(exchange, now, xOf))
  return {
    connection,
    ...place,
    openX: xOf(connection.openedAt),
    closeX: xOf(connection.closedAt ?? now),
    bars,
    gaps: gapsOf(connection, now).map(({ from, until }) => ({ x: xOf(from), endX: xOf(until), ms: until - from })),
  }
}

function layOutBar(exchange: LaneExchange, now: number, xOf: (at: number) => number): LaneBar {
  const { at, queuedMs, firstByteMs, elapsedMs } = exchange
  const endedAt = elapsedMs === null ? Math.max(now, at) : at + elapsedMs
  const x = xOf(at)
  const turnX = xOf(at + (queuedMs ?? 0))
  // What is too short to be seen still shows that it was.
  const endX = Math.max(xOf(endedAt), turnX + LANE.leastBar)
  return { exchange, x, turnX, firstX: firstByteMs === null ? endX : Math.min(xOf(at + firstByteMs), endX), endX }
}

/** A stretch of time in milliseconds since the epoch. */
export interface IdleSpan {
  readonly from: number
  readonly until: number
}

/** Gives when a connection had nothing to do: before its first request, between two, and after the last. */
export function gapsOf({ openedAt, closedAt, exchanges, lane }: ConnectionView, now: number): IdleSpan[] {
  const gaps: IdleSpan[] = []
  // Where the first exchanges have left memory, nothing is known of what was before the ones that are left.
  let busyUntil: number | null = lane.length < exchanges ? null : openedAt
  for (const { at, elapsedMs } of lane) {
    if (busyUntil !== null && at > busyUntil) gaps.push({ from: busyUntil, until: at })
    if (elapsedMs === null) return gaps
    busyUntil = Math.max(busyUntil ?? 0, at + elapsedMs)
  }
  const end = closedAt ?? now
  if (busyUntil !== null && end > busyUntil) gaps.push({ from: busyUntil, until: end })
  return gaps
}

/** Finds the request under a point of the chart; one within a few pixels counts, for bars can be narrow. */
export function findBar({ lanes }: LaneChart, x: number, y: number): LaneExchange | null {
  const lane = lanes.find((each) => y >= each.y && y < each.y + each.height)
  let nearest: LaneExchange | null = null
  let leastAway = 4
  for (const bar of lane?.bars ?? []) {
    const away = Math.max(bar.x - x, x - bar.endX, 0)
    if (away > leastAway) continue
    leastAway = away
    nearest = bar.exchange
  }
  return nearest
}
