import type { ExchangeRow } from '../../../preload/views'
import type { ChapterId } from '../../state/lesson.svelte'

/** Further back nobody remembers what they did, and the search costs more than it finds. */
const SEARCHED = 20_000

/** How well a row shows what a chapter teaches: 0 not at all. */
type Fitness = (row: ExchangeRow) => number

const hasMethod = ({ method, state }: ExchangeRow): boolean =>
  method !== null && state !== 'malformed' && state !== 'receiving'

const FITNESS: { readonly [C in ChapterId]: Fitness } = {
  request: (row) => (hasMethod(row) ? (row.method === 'GET' ? 2 : 1) : 0),
  response: (row) => (row.status === 200 ? (row.file !== null ? 3 : 2) : row.status === null ? 0 : 1),
  methods: (row) => (hasMethod(row) ? (row.method === 'GET' ? 1 : 2) : 0),
  status: ({ status, state }) =>
    status === null || state === 'malformed' ? 0 : status >= 300 ? 3 : status === 200 ? 1 : 2,
  // The second of two: what it says again, the first had said before.
  stateless: (row) => (hasMethod(row) ? (row.ordinal > 1 ? 2 : 1) : 0),
  media: ({ status, file }) => (file !== null && (status === 200 || status === 206) ? 1 : 0),
  connections: (row) => (hasMethod(row) && row.ordinal > 1 ? Math.min(row.ordinal, 4) : 0),
  caching: ({ status }) => (status === 304 ? 3 : status === 412 ? 2 : 0),
  ranges: ({ status, file }) => {
    if (status === 206) return file !== null && file.ranges.length > 0 ? 3 : 2
    return status === 416 ? 1 : 0
  },
  chunked: ({ status, contentLength, method, state }) =>
    status === 200 && contentLength === null && method === 'GET' && state !== 'receiving' ? 1 : 0,
  versions: (row) => (hasMethod(row) && row.version !== null ? (row.version.endsWith('1.0') ? 2 : 1) : 0),
}

/**
 * Chooses the request that shows best what a chapter teaches, or undefined where none does. Somebody's own request goes
 * before one that we sent to ourselves; among equals the newest is chosen.
 *
 * @param rows in the order of their ids
 */
export function chooseExample(chapter: ChapterId, rows: readonly ExchangeRow[]): ExchangeRow | undefined {
  const fitness = FITNESS[chapter]
  let best: ExchangeRow | undefined
  let bestFit = 0
  const stop = Math.max(0, rows.length - SEARCHED)
  for (let at = rows.length - 1; at >= stop; at -= 1) {
    const row = rows[at]
    if (row === undefined) continue
    const fit = fitness(row) === 0 ? 0 : fitness(row) + (row.replayed === true ? 0 : FOR_BEING_REAL)
    if (fit > bestFit) [best, bestFit] = [row, fit]
  }
  return best
}

/** More than any fitness: what really happened teaches more. */
const FOR_BEING_REAL = 10

/** Gives how many answers of each class, 1 to 5, there are. */
export function countClasses(rows: readonly ExchangeRow[]): readonly number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const { status } of rows) {
    const at = status === null ? -1 : Math.floor(status / 100) - 1
    if (counts[at] !== undefined) counts[at] += 1
  }
  return counts
}
