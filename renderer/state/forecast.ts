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
 * Gives whose absence would bring the end of some exchanges of one client nearest; null when nobody else's would
 * noticeably, or when their end cannot be told.
 *
 * All streams together keep their rate to the end, and what one no longer needs goes to the others in the proportions
 * in which they share now. So they end in the order of what each would take at its own rate of now: until one of them
 * ends, every other has been sent what its own rate gives in that time, or all that it had left.
 *
 * @param exchangeIds of one transfer: it is over when the last of them is
 */
export function forecast(streams: readonly Stream[], exchangeIds: ReadonlySet<number>): Forecast | null {
  const own = streams.filter(({ exchangeId }) => exchangeIds.has(exchangeId))
  const ownSeconds = Math.max(...own.map(({ leftBytes, bytesPerSecond }) => leftBytes / bytesPerSecond))
  if (!Number.isFinite(ownSeconds)) return null
  let rate = 0
  let allBytes = 0
  const bytesOf = new Map<number, number>()
  for (const { clientId, leftBytes, bytesPerSecond } of streams) {
    const meanwhile = Math.min(leftBytes, bytesPerSecond * ownSeconds)
    rate += bytesPerSecond
    allBytes += meanwhile
    bytesOf.set(clientId, (bytesOf.get(clientId) ?? 0) + meanwhile)
  }
  for (const { clientId } of own) bytesOf.delete(clientId)
  const [best] = [...bytesOf].sort(([, one], [, other]) => other - one)
  if (best === undefined) return null
  const [withoutClientId, bytes] = best
  const soonerMs = (bytes / rate) * 1000
  const isNoticed = soonerMs >= Math.max(LEAST_GAIN_MS, (allBytes / rate) * 1000 * LEAST_GAIN_SHARE)
  return isNoticed ? { withoutClientId, soonerMs } : null
}

/** Gives each client's part of what goes out now, from 0 to 1; none when fewer than two are sent anything. */
export function uplinkShares(clients: Iterable<ClientView>): ReadonlyMap<number, number> {
  const busy = [...clients].filter(({ bytesPerSecond }) => bytesPerSecond > 0)
  if (busy.length < 2) return new Map()
  const rate = busy.reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0)
  return new Map(busy.map(({ id, bytesPerSecond }) => [id, bytesPerSecond / rate]))
}
