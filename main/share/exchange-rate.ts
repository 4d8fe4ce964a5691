/** How fast an exchange sends. */
import type { ExchangeRecord } from './exchange-record'

/** Where a measurement began. */
export interface Pace {
  /** Milliseconds since the epoch. */
  fromAt: number
  fromBytes: number
}

/** A transfer that has not moved for so long is stalled, and its rate is 0. */
export const STALLED_MS = 3000

/**
 * Measures anew once a second, so that the figure can be read; within the first second it is the mean so far.
 *
 * A second in which nothing moved is joined to the one after it: to a slow client octets leave in bursts, as large as
 * the system's send buffer has room for, and its rate would swing between nothing and twice what it is.
 */
export function measureRate(record: ExchangeRecord, pace: Pace, at: number): void {
  const elapsedMs = at - pace.fromAt
  if (elapsedMs <= 0 || record.sentBytes === pace.fromBytes) return
  if (elapsedMs < 1000 && pace.fromBytes > 0) return
  record.bytesPerSecond = ((record.sentBytes - pace.fromBytes) * 1000) / elapsedMs
  if (elapsedMs < 1000) return
  pace.fromAt = at
  pace.fromBytes = record.sentBytes
}

/** Octets a second over the whole exchange; null when not even a head was sent. */
export function meanRate({ firstByteMs, sentBytes, elapsedMs }: ExchangeRecord): number | null {
  if (firstByteMs === null) return null
  return (sentBytes * 1000) / Math.max(1, elapsedMs ?? 0)
}
