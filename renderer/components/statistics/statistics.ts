/** What several requests come to: sums, percentiles, and how they part by status, client and method. */
import type { ExchangeRow } from '../../../preload/views'
import { isProblem, isRunning } from '../requests/row-look'
import { LEAST_FOR_RATE } from '../requests/row-progress'

/** The values that half, 95 and 99 in a hundred of the measured requests do not exceed. */
export interface Percentiles {
  readonly measured: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** One kind of request: how many there are, and what they sent. */
export interface Tally<K> {
  readonly key: K
  readonly count: number
  readonly sentBytes: number
}

export interface Statistics {
  readonly count: number
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly running: number
  readonly problems: number
  /** When the first of them came, and when the last of them ended or moved; milliseconds since the epoch. */
  readonly from: number
  readonly to: number
  /** Null where nothing could be measured. Milliseconds, and octets per second. */
  readonly duration: Percentiles | null
  readonly firstByte: Percentiles | null
  readonly rate: Percentiles | null
  /** The most frequent first. A status of null is that of a request without an answer yet. */
  readonly byStatus: readonly Tally<number | null>[]
  readonly byClient: readonly Tally<number>[]
  readonly byMethod: readonly Tally<string | null>[]
}

/** Gives what the requests come to. What still runs has no duration and no rate yet. */
export function summarise(rows: readonly ExchangeRow[]): Statistics {
  const sum = (read: (row: ExchangeRow) => number): number => rows.reduce((total, row) => total + read(row), 0)
  return {
    count: rows.length,
    sentBytes: sum(({ sentBytes }) => sentBytes),
    receivedBytes: sum(({ receivedBytes }) => receivedBytes),
    running: sum((row) => Number(isRunning(row))),
    problems: sum((row) => Number(isProblem(row.state))),
    from: rows.reduce((least, { at }) => Math.min(least, at), Infinity),
    to: rows.reduce((most, row) => Math.max(most, row.at + (row.elapsedMs ?? 0), row.progressAt), -Infinity),
    duration: percentilesOf(rows, ({ elapsedMs }) => elapsedMs),
    firstByte: percentilesOf(rows, ({ firstByteMs }) => firstByteMs),
    rate: percentilesOf(rows, rateOf),
    byStatus: tallyBy(rows, ({ status }) => status),
    byClient: tallyBy(rows, ({ clientId }) => clientId),
    byMethod: tallyBy(rows, ({ method }) => method),
  }
}

/** The mean rate of what has ended; how fast a piece went that fits into one packet or two says nothing. */
function rateOf(row: ExchangeRow): number | null {
  return row.elapsedMs === null || row.sentBytes < LEAST_FOR_RATE ? null : row.bytesPerSecond
}

function percentilesOf(rows: readonly ExchangeRow[], read: (row: ExchangeRow) => number | null): Percentiles | null {
  const values = Float64Array.from(rows.map(read).filter((value) => value !== null)).sort()
  if (values.length === 0) return null
  // The nearest rank: always a value that was measured, never one in between.
  const at = (share: number): number => values[Math.ceil(share * values.length) - 1] ?? 0
  return { measured: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function tallyBy<K>(rows: readonly ExchangeRow[], read: (row: ExchangeRow) => K): readonly Tally<K>[] {
  const tallies = new Map<K, { key: K; count: number; sentBytes: number }>()
  for (const row of rows) {
    const key = read(row)
    const tally = tallies.get(key) ?? { key, count: 0, sentBytes: 0 }
    tally.count += 1
    tally.sentBytes += row.sentBytes
    tallies.set(key, tally)
  }
  return [...tallies.values()].sort((one, other) => other.count - one.count)
}
