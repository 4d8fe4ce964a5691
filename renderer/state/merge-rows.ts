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

/**
 * Rows leave from the old end, though not quite in order: only those up to the last that leaves are looked at one by
 * one. The rest is copied in one piece, as is fast for a hundred thousand of them twenty times a second.
 */
function withoutRemoved(rows: readonly ExchangeRow[], removed: readonly number[]): ExchangeRow[] {
  const gone = new Set(removed.filter((id) => indexOfId(rows, id) >= 0))
  if (gone.size === 0) return rows.slice()
  const end = firstFrom(rows, Math.max(...gone)) + 1
  const kept = rows.slice(0, end).filter((row) => !gone.has(row.id))
  const rest = rows.slice(end - kept.length)
  for (const [at, row] of kept.entries()) rest[at] = row
  return rest
}

/** New rows come last; after an undone clear they come back among the others. */
function withNewcomers(rows: ExchangeRow[], newcomers: readonly ExchangeRow[]): readonly ExchangeRow[] {
  if (newcomers.length === 0) return rows
  // Not pushed: an array that grows by itself is copied into one half as large again.
  const all = rows.concat(newcomers)
  const isInOrder = newcomers.every(({ id }, at) => id > (all[rows.length + at - 1]?.id ?? 0))
  if (isInOrder) return all
  all.sort((one, other) => one.id - other.id)
  return all.filter((row, at) => row.id !== all[at + 1]?.id)
}
