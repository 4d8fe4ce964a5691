/**
 * Who takes how much of what goes out, and what would be if one of them were not there.
 *
 * The forecast stands on one assumption, which the window says with it: what goes out now is as much as can go out, and
 * whoever is left shares it in the proportions of now. Where a client is held up by its own network instead, the gain
 * is smaller: the figures are the most that can be had.
 */
import type { ClientView, ExchangeRow } from '../../preload/views'

/** One response that is being sent. */
export interface Stream {
  readonly exchangeId: number
  readonly clientId: number
  /** Octets that are still to go; infinite when the length is unknown. */
  readonly leftBytes: number
  readonly bytesPerSecond: number
}

/** What a transfer would gain if another client were not there. */
export interface Forecast {
  /** The client whose absence would gain the most. */
  readonly withoutClientId: number
  readonly soonerMs: number
}

/** A gain of less says nothing: rates are never that steady. */
const LEAST_GAIN_MS = 1000
const LEAST_GAIN_SHARE = 0.03

/** Gives what is being sent and moves. */
export function streamsOf(active: readonly ExchangeRow[]): readonly Stream[] {
  return active.flatMap(({ id, state, clientId, contentLength, sentBytes, bytesPerSecond }) => {
    if (state !== 'sending' || bytesPerSecond === null || bytesPerSecond <= 0) return []
    const leftBytes = contentLength === null ? Infinity : Math.max(0, contentLength - sentBytes)
    return [{ exchangeId: id, clientId, leftBytes, bytesPerSecond }]
  })
}

/**
 * Gives how long each stream still takes, in milliseconds, by the number of its exchange.
 *
 * All of them together keep their rate to the end: what one no longer needs goes to the others, in the proportions in
 * which they share now. So they end in the order of what they would take at their own rate.
 *
 * @param bytesPerSecond what goes out altogether
 */
export function endTimes(streams: readonly Stream[], bytesPerSecond: number): ReadonlyMap<number, number> {
  const inOrder = streams
    .map((stream) => ({ ...stream, alone: stream.leftBytes / stream.bytesPerSecond }))
    .sort((one, other) => one.alone - other.alone)
  let weight = streams.reduce((sum, stream) => sum + stream.bytesPerSecond, 0)
  let before = 0
  let endMs = 0
  const ends = new Map<number, number>()
  for (const { exchangeId, alone, bytesPerSecond: own } of inOrder) {
    if (alone > before) endMs += (alone - before) * (weight / bytesPerSecond) * 1000
    before = alone
    weight -= own
    ends.set(exchangeId, endMs)
  }
  return ends
}

/**
 * Gives whose absence would bring the end of some exchanges of one client nearest; null when nobody else's would
 * noticeably, or when their end cannot be told.
 *
 * @param exchangeIds of one transfer: it is over when the last of them is
 */
export function forecast(streams: readonly Stream[], exchangeIds: ReadonlySet<number>): Forecast | null {
  const own = streams.find(({ exchangeId }) => exchangeIds.has(exchangeId))
  const rate = streams.reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0)
  const endOf = (others: readonly Stream[]): number => {
    const ends = endTimes(others, rate)
    return Math.max(...[...exchangeIds].map((id) => ends.get(id) ?? 0))
  }
  const now = endOf(streams)
  if (own === undefined || !Number.isFinite(now)) return null
  let best: Forecast | null = null
  for (const withoutClientId of new Set(streams.map(({ clientId }) => clientId))) {
    if (withoutClientId === own.clientId) continue
    const soonerMs = now - endOf(streams.filter(({ clientId }) => clientId !== withoutClientId))
    if (soonerMs > (best?.soonerMs ?? 0)) best = { withoutClientId, soonerMs }
  }
  return best === null || best.soonerMs < Math.max(LEAST_GAIN_MS, now * LEAST_GAIN_SHARE) ? null : best
}

/** Gives each client's part of what goes out now, from 0 to 1; none when fewer than two are sent anything. */
export function uplinkShares(clients: Iterable<ClientView>): ReadonlyMap<number, number> {
  const busy = [...clients].filter(({ bytesPerSecond }) => bytesPerSecond > 0)
  if (busy.length < 2) return new Map()
  const rate = busy.reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0)
  return new Map(busy.map(({ id, bytesPerSecond }) => [id, bytesPerSecond / rate]))
}
