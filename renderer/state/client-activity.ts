import type { ClientView, ExchangeRow } from '../../preload/views'

/** A response that has not moved for so long is stalled. */
const STALLED_AFTER_MS = 3000

/** What a client is doing, as figures. */
export type ClientActivity =
  | {
      readonly kind: 'busy'
      readonly downloads: number
      readonly bytesPerSecond: number
      /** Until everything asked for is out at this rate; null when that cannot be said. */
      readonly leftMs: number | null
    }
  | {
      readonly kind: 'stalled'
      readonly sinceMs: number
      /** How much of what was asked for is out, from 0 to 1; null when the length is unknown. */
      readonly share: number | null
    }
  | { readonly kind: 'idle' }
  | { readonly kind: 'gone'; readonly sinceMs: number }

/** Gives the running exchanges of each client. */
export function groupByClient(active: readonly ExchangeRow[]): ReadonlyMap<number, readonly ExchangeRow[]> {
  const byClient = new Map<number, ExchangeRow[]>()
  for (const row of active) {
    const rows = byClient.get(row.clientId)
    if (rows === undefined) byClient.set(row.clientId, [row])
    else rows.push(row)
  }
  return byClient
}

/**
 * Gives what a client is doing now.
 *
 * @param running its exchanges that are still being read or sent
 * @param now milliseconds since the epoch
 */
export function clientActivity(client: ClientView, running: readonly ExchangeRow[], now: number): ClientActivity {
  const sending = running.filter(({ state }) => state === 'sending')
  if (sending.length === 0) {
    if (client.state === 'gone') return { kind: 'gone', sinceMs: Math.max(0, now - client.lastSeenAt) }
    if (client.state === 'idle') return { kind: 'idle' }
    const downloads = Math.max(1, client.activeExchanges)
    return { kind: 'busy', downloads, bytesPerSecond: client.bytesPerSecond, leftMs: null }
  }
  const movedAt = Math.max(...sending.map(({ progressAt }) => progressAt))
  const { sent, whole } = amounts(sending)
  if (now - movedAt > STALLED_AFTER_MS) {
    return { kind: 'stalled', sinceMs: now - movedAt, share: whole === null ? null : sent / Math.max(1, whole) }
  }
  const { bytesPerSecond } = client
  const leftMs = whole === null || bytesPerSecond <= 0 ? null : ((whole - sent) / bytesPerSecond) * 1000
  return { kind: 'busy', downloads: sending.length, bytesPerSecond, leftMs }
}

function amounts(sending: readonly ExchangeRow[]): { readonly sent: number; readonly whole: number | null } {
  let sent = 0
  let whole: number | null = 0
  for (const row of sending) {
    sent += row.sentBytes
    whole = whole === null || row.contentLength === null ? null : whole + row.contentLength
  }
  return { sent, whole }
}
