import type { TransferView } from '../../../preload/transfer-views'
import type { ClientView, ExchangeRow } from '../../../preload/views'
import type { Session } from '../../state/session.svelte'
import { forecast, streamsOf, uplinkShares } from '../../state/forecast'
import { clientName } from '../requests/client-name'

/** What a transfer gets of all that goes out now, and what would speed it up. */
export interface Uplink {
  /** Its client's part, from 0 to 1. */
  readonly share: number
  readonly bytesPerSecond: number
  /** Without whom it would end noticeably sooner, and by how much at most. */
  readonly without: { readonly name: string; readonly soonerMs: number } | null
}

/** Where it is seen from. */
export interface UplinkSources {
  readonly transfer: TransferView | undefined
  /** All exchanges that run. */
  readonly active: readonly ExchangeRow[]
  readonly clients: ReadonlyMap<number, ClientView>
}

/** Gives it for a request and the others of its transfer; null when nothing of it moves, or nobody else's does. */
export function uplinkOf(row: ExchangeRow, { transfer, active, clients }: UplinkSources): Uplink | null {
  const share = uplinkShares(clients.values()).get(row.clientId)
  const streams = streamsOf(active)
  const own = new Set([row.id, ...(transfer?.exchangeIds ?? [])])
  const running = new Set(streams.map(({ exchangeId }) => exchangeId).filter((id) => own.has(id)))
  if (share === undefined || running.size === 0) return null
  const found = forecast(streams, running)
  const other = found === null ? undefined : clients.get(found.withoutClientId)
  return {
    share,
    bytesPerSecond: [...clients.values()].reduce((sum, client) => sum + client.bytesPerSecond, 0),
    without: found === null || other === undefined ? null : { name: clientName(other), soonerMs: found.soonerMs },
  }
}

/** Gives the function that tells it of each request in the log. */
export function uplinksIn(
  session: Pick<Session, 'clients' | 'log' | 'transfers'>,
): (row: ExchangeRow) => Uplink | null {
  const { clients, log, transfers } = session
  return (row) => {
    const transfer = row.transferId === undefined ? undefined : transfers.byId.get(row.transferId)
    return uplinkOf(row, { transfer, active: log.active, clients: clients.byId })
  }
}
