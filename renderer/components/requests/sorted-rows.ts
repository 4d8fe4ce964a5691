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

/**
 * Gives `sorted` with some rows taken out and others put in, found by bisection: the work is one copy and a few
 * comparisons for each change, however many rows there are.
 *
 * @param sorted in `order`, and holding every row of `gone`
 */
export function applyChanges(sorted: readonly ExchangeRow[], { gone, come }: RowChanges, order: Order): ExchangeRow[] {
  const cuts = gone.map((row) => lowerBound(sorted, (each) => order(each, row) < 0)).sort((a, b) => a - b)
  const result: ExchangeRow[] = []
  let at = 0
  let cut = 0
  const copyUntil = (end: number): void => {
    for (; at < end; at += 1) {
      const row = sorted[at]
      if (at === cuts[cut]) cut += 1
      else if (row !== undefined) result.push(row)
    }
  }
  for (const row of [...come].sort(order)) {
    copyUntil(lowerBound(sorted, (each) => order(each, row) < 0))
    result.push(row)
  }
  copyUntil(sorted.length)
  return result
}

/** The number of leading rows that are `before`: the place of the first that is not. */
function lowerBound(rows: readonly ExchangeRow[], before: (row: ExchangeRow) => boolean): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row !== undefined && before(row)) low = middle + 1
    else high = middle
  }
  return low
}
