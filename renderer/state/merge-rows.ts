import type { ExchangeRow } from '../../preload/views'

/** What a batch changes in the list of rows. */
export interface RowChanges {
  readonly added: readonly ExchangeRow[]
  readonly patched: readonly ExchangeRow[]
  readonly removed: readonly number[]
}

/**
 * Gives the rows after a batch, in the order of their ids. Never changes the list it was given.
 *
 * Only rows that the batch names are looked at: the others are carried over as one block of references. A row that is
 * patched but unknown is taken as added, and one that is added twice as patched, so that a batch may repeat what a
 * snapshot already held.
 *
 * @param rows in the order of their ids
 */
export function mergeRows(rows: readonly ExchangeRow[], changes: RowChanges): readonly ExchangeRow[] {
  if (changes.added.length + changes.patched.length + changes.removed.length === 0) return rows
  const merged = withoutRemoved(rows, changes.removed)
  const newcomers: ExchangeRow[] = []
  for (const row of [...changes.patched, ...changes.added]) {
    const at = indexOfId(merged, row.id)
    if (at < 0) newcomers.push(row)
    else merged[at] = row
  }
  return withNewcomers(merged, newcomers)
}

/**
 * Gives the place of a row among rows in the order of their ids, or -1.
 */
export function indexOfId(rows: readonly ExchangeRow[], id: number): number {
  const at = firstFrom(rows, id)
  return rows[at]?.id === id ? at : -1
}

/** Gives how many rows have an id greater than this one. */
export function countAfter(rows: readonly ExchangeRow[], id: number): number {
  return rows.length - firstFrom(rows, id + 1)
}

/** The place of the first row whose id is not smaller. */
function firstFrom(rows: readonly ExchangeRow[], id: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.id ?? Infinity) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows leave from the old end, so that is cut off in one piece; only what is left of them costs a pass. */
function withoutRemoved(rows: readonly ExchangeRow[], removed: readonly number[]): ExchangeRow[] {
  if (removed.length === 0) return rows.slice()
  const gone = new Set(removed)
  let start = 0
  for (let row = rows[start]; row !== undefined && gone.delete(row.id); row = rows[start]) start += 1
  const rest = rows.slice(start)
  return gone.size === 0 ? rest : rest.filter((row) => !gone.has(row.id))
}

/** New rows come last; after an undone clear they come back among the others. */
function withNewcomers(rows: ExchangeRow[], newcomers: readonly ExchangeRow[]): readonly ExchangeRow[] {
  let inOrder = true
  for (const row of newcomers) {
    inOrder &&= row.id > (rows.at(-1)?.id ?? 0)
    rows.push(row)
  }
  if (inOrder) return rows
  rows.sort((one, other) => one.id - other.id)
  return rows.filter((row, at) => row.id !== rows[at + 1]?.id)
}
