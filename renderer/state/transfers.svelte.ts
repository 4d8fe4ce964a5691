import type { TransferView } from '../../preload/transfer-views'

/** What of a batch is about transfers. */
export interface TransferChanges {
  readonly transfers?: readonly TransferView[]
  readonly transfersRemoved?: readonly number[]
}

/** Which requests belong together, by the number of their transfer. A request that stands alone has none here. */
export class Transfers {
  byId = $state.raw<ReadonlyMap<number, TransferView>>(new Map())

  /** What each client left unfinished, in octets: what it had asked for and did not get. */
  readonly missingByClient: ReadonlyMap<number, number> = $derived.by(() => {
    const missing = new Map<number, number>()
    for (const { clientId, state, missingBytes } of this.byId.values()) {
      if (state === 'incomplete') missing.set(clientId, (missing.get(clientId) ?? 0) + missingBytes)
    }
    return missing
  })

  replace(transfers: readonly TransferView[]): void {
    this.byId = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  }

  /** Takes in the transfers that are new or changed, and lets go of those that have left memory. */
  apply({ transfers = [], transfersRemoved = [] }: TransferChanges): void {
    if (transfers.length + transfersRemoved.length === 0) return
    const byId = new Map(this.byId)
    for (const transfer of transfers) byId.set(transfer.id, transfer)
    for (const id of transfersRemoved) byId.delete(id)
    this.byId = byId
  }
}
