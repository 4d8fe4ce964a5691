/** Where the bars of the Timeline column stand: all geometry of the picture, without a canvas. */
import type { ExchangeRow } from '../../../preload/views'

/** From when to when the column shows; milliseconds since the epoch. */
export interface WaterfallSpan {
  readonly from: number
  readonly until: number
}

/** A request in the column, in CSS pixels from its left end. */
export interface WaterfallBar {
  readonly row: ExchangeRow
  /** Where its first octet came, its turn, its whole head, its first octet out, its end. */
  readonly x: number
  readonly turnX: number
  readonly headX: number
  readonly firstX: number
  readonly endX: number
}

/** What is too short to be seen still shows that it was. */
const LEAST = 2
/** A span shorter than this is shown as this long: a lone quick request does not fill the column. */
const SHORTEST_MS = 10

/** Gives the time that the rows in sight cover; null where there are none. */
export function spanOf(rows: readonly ExchangeRow[], now: number): WaterfallSpan | null {
  let from = Infinity
  let until = -Infinity
  for (const row of rows) {
    from = Math.min(from, row.at)
    until = Math.max(until, endOf(row, now))
  }
  return rows.length === 0 ? null : { from, until: Math.max(until, from + SHORTEST_MS) }
}

function endOf({ at, elapsedMs }: ExchangeRow, now: number): number {
  return elapsedMs === null ? Math.max(now, at) : at + elapsedMs
}

/** Gives the bar of a row; what lies outside the span is cut off at its ends. */
export function barOf(
  row: ExchangeRow,
  { from, until }: WaterfallSpan,
  { width, now }: { width: number; now: number },
): WaterfallBar {
  const xOf = (at: number): number => ((Math.min(Math.max(at, from), until) - from) / (until - from)) * (width - LEAST)
  const { at, queuedMs = 0, headMs = 0, firstByteMs } = row
  const x = xOf(at)
  const endX = Math.max(xOf(endOf(row, now)), x + LEAST)
  const within = (ms: number): number => Math.min(xOf(at + ms), endX)
  const firstX = firstByteMs === null ? endX : within(firstByteMs)
  const turnX = Math.min(within(queuedMs), firstX)
  const headX = row.target === null ? endX : Math.min(Math.max(turnX, within(headMs)), firstX)
  // A head that is still coming is all there is; else the answer's own part is never squeezed out of sight.
  return {
    row,
    x,
    turnX,
    headX,
    firstX: Math.max(headX, Math.min(firstX, endX - (firstByteMs === null ? 0 : 1))),
    endX,
  }
}
