import type { ConnectionView, LaneExchange } from '../../../preload/connection-views'

/** A request of a lane as a line of a table. */
export interface LaneRow {
  readonly exchange: LaneExchange
  /** Milliseconds from the opening of the connection. */
  readonly sinceMs: number
  /** How long the connection had nothing to do before it; null when that is not known. */
  readonly idleMs: number | null
}

/** Gives what the lane shows as lines, in the order of the requests. */
export function laneRows({ openedAt, exchanges, lane }: ConnectionView): LaneRow[] {
  let busyUntil: number | null = lane.length < exchanges ? null : openedAt
  return lane.map((exchange) => {
    const { at, elapsedMs } = exchange
    const idleMs = busyUntil === null ? null : Math.max(0, at - busyUntil)
    busyUntil = elapsedMs === null ? null : Math.max(busyUntil ?? 0, at + elapsedMs)
    return { exchange, sinceMs: Math.max(0, at - openedAt), idleMs }
  })
}
