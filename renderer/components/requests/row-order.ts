import { countLints } from '../../../preload/lints'
import type { ExchangeRow } from '../../../preload/views'
import { isFieldColumn, type ColumnKey, type FixedColumnKey } from './columns'

export interface Sort {
  readonly column: ColumnKey
  readonly direction: 'ascending' | 'descending'
}

/** The order in which requests came: the only one that can be followed. */
export const BY_ARRIVAL: Sort = { column: 'number', direction: 'ascending' }

/** Less than 0 when `a` stands before `b`. Total: it is 0 for no two rows. */
export type Order = (a: ExchangeRow, b: ExchangeRow) => number

/** What a row is sorted by; null stands last in both directions. */
type SortKey = number | string | null

export function isByArrival(sort: Sort): boolean {
  return sort.column === 'number' && sort.direction === 'ascending'
}

/**
 * Gives the sort that a click on a column's header asks for: the column's first direction, then the other one, then
 * the order of arrival again. Where the large values are the interesting ones, they come first.
 */
export function nextSort(sort: Sort, column: ColumnKey): Sort {
  const first = LARGEST_FIRST.has(column) ? 'descending' : 'ascending'
  if (sort.column !== column) return { column, direction: first }
  if (sort.direction === first) return { column, direction: first === 'ascending' ? 'descending' : 'ascending' }
  return BY_ARRIVAL
}

const LARGEST_FIRST: ReadonlySet<ColumnKey> = new Set(['progress', 'rate', 'duration', 'firstByte', 'noteCount'])

/**
 * Gives the order for a sort. Rows that are alike stand in the order they came.
 *
 * @param nameClient the name that the Client column shows
 */
export function orderBy(sort: Sort, nameClient: (clientId: number) => string): Order {
  const keyOf = keyReader(sort.column, nameClient)
  const sign = sort.direction === 'ascending' ? 1 : -1
  return (a, b) => compareKeys(keyOf(a), keyOf(b), sign) || a.id - b.id
}

function compareKeys(a: SortKey, b: SortKey, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (a === b) return 0
  return a < b ? -sign : sign
}

function keyReader(column: ColumnKey, nameClient: (clientId: number) => string): (row: ExchangeRow) => SortKey {
  if (isFieldColumn(column)) return () => null
  const readers: { readonly [C in FixedColumnKey]: (row: ExchangeRow) => SortKey } = {
    number: (row) => row.id,
    time: (row) => row.at,
    client: (row) => nameClient(row.clientId),
    method: (row) => row.method,
    path: (row) => row.target,
    status: (row) => row.status,
    progress: (row) => Math.max(row.sentBytes, row.receivedBytes),
    rate: (row) => row.bytesPerSecond,
    // Its duration is not known while an exchange runs, and would change under the reader's eyes.
    duration: (row) => row.elapsedMs,
    range: (row) => row.file?.ranges[0]?.[0] ?? null,
    connection: (row) => row.connectionId,
    firstByte: (row) => row.firstByteMs,
    timeline: (row) => row.at,
    version: (row) => row.version,
    agent: (row) => row.agent ?? null,
    // Fetched for the rows in sight alone.
    mediaType: () => null,
    closeCause: (row) => row.closeCause ?? null,
    noteCount: (row) => countLints(row.lints),
  }
  return readers[column]
}
