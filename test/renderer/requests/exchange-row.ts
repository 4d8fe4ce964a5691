import type { ExchangeRow } from '../../../preload/views'

/** A finished download of a small file, except for what a test says of it. */
export function exchangeRow(different: Partial<ExchangeRow> = {}): ExchangeRow {
  return {
    id: 1,
    at: Date.UTC(2026, 6, 1, 14, 5, 9, 412),
    clientId: 1,
    connectionId: 1,
    ordinal: 1,
    method: 'GET',
    target: '/README.md',
    version: '1.1',
    state: 'complete',
    status: 200,
    reason: null,
    sentBytes: 2100,
    receivedBytes: 0,
    contentLength: 2100,
    file: { shareId: 1, path: 'README.md', size: 2100, ranges: [] },
    bytesPerSecond: 0,
    progressAt: Date.UTC(2026, 6, 1, 14, 5, 9, 413),
    firstByteMs: 1,
    elapsedMs: 2,
    ...different,
  }
}

/** So many rows, numbered from 1 or from `from`. */
export function exchangeRows(count: number, from = 1): ExchangeRow[] {
  return Array.from({ length: count }, (_, at) => exchangeRow({ id: from + at }))
}
