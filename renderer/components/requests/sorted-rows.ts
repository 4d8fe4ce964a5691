import type { ExchangeRow } from '../../../preload/views'
import type { Order } from './row-order'

/** What has changed between two states of the log. */
export interface RowChanges {
  /** Rows as they were that are no longer there, or no longer the same. */
  readonly gone: readonly ExchangeRow[]
  /** Rows as they are that are new, or no longer the same. */
  readonly come: readonly ExchangeRow[]
}

/**
 * Compares two states of the log, both in the order of their ids. Rows are values: one that changed is another object.
 */
export function compareRows(before: readonly ExchangeRow[], after: readonly ExchangeRow[]): RowChanges {
  const gone: ExchangeRow[] = []
  const come: ExchangeRow[] = []
  let at = 0
  let next = 0
  for (;;) {
    const old = before[at]
    const now = after[next]
    if (old === undefined && now === undefined) return { gone, come }
    const order = old === now ? 0 : (old?.id ?? Infinity) - (now?.id ?? Infinity)
    if (old !== undefined && old !== now && order <= 0) gone.push(old)
    if (now !== undefined && old !== now && order >= 0) come.push(now)
    if (order <= 0) at += 1
    if (order >= 0) next += 1
  }
}

/** Of so many rows one leaves, or more: then looking at each of all costs less than looking for each that leaves. */
const MANY_LEAVE = 16

/**
 * Gives `sorted` with some rows taken out and others put in, found by bisection: the work is one copy and a few
 * comparisons for each change, however many rows there are.
 *
 * @param sorted in `order`, and holding every row of `gone`
 */
export function applyChanges(sorted: readonly ExchangeRow[], { gone, come }: RowChanges, order: Order): ExchangeRow[] {
  if (gone.length * MANY_LEAVE > sorted.length) {
    const leaving = new Set(gone)
    const staying = sorted.filter((row) => !leaving.has(row))
    return applyChanges(staying, { gone: [], come }, order)
  }
  const cuts = gone.map((row) => placeOf(row, sorted, order)).sort((a, b) => a - b)
  // Written over and not pushed to: an array that grows by itself is copied a dozen times on its way.
  const result = sorted.concat(come)
  let end = 0
  let at = 0
  let cut = 0
  const copyUntil = (until: number): void => {
    for (; at < until; at += 1) {
      const row = sorted[at]
      if (at === cuts[cut]) cut += 1
      else if (row !== undefined) result[end++] = row
    }
  }
  for (const row of [...come].sort(order)) {
    copyUntil(placeOf(row, sorted, order))
    result[end++] = row
  }
  copyUntil(sorted.length)
  result.length = end
  return result
}

/** Gives the place of a row in `sorted`, or where it would have to stand. */
export function placeOf(row: ExchangeRow, sorted: readonly ExchangeRow[], order: Order): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other !== undefined && order(other, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
