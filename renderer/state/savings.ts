import type { SavedAmount, SavingKind, SavingsView } from '../../preload/savings'
import type { ClientView } from '../../preload/views'

const KINDS: readonly SavingKind[] = ['not-modified', 'head', 'resumed', 'parts']

/** One kind of saving, as a line of the ledger. */
export interface SavingLine extends SavedAmount {
  readonly kind: SavingKind
}

/** Gives the kinds that have saved anything, the one that saved most first. */
export function savingLines(saved: SavingsView | undefined): readonly SavingLine[] {
  return KINDS.flatMap((kind) => {
    const amount = saved?.[kind]
    return amount === undefined || amount.bytes <= 0 ? [] : [{ kind, ...amount }]
  }).sort((one, other) => other.bytes - one.bytes)
}

/** Gives all octets that were saved. */
export function savedBytes(saved: SavingsView | undefined): number {
  return savingLines(saved).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Gives what was saved with all clients together, where only they are known. */
export function sumSavings(clients: readonly Pick<ClientView, 'saved'>[]): SavingsView {
  const sum: { [K in SavingKind]?: SavedAmount } = {}
  for (const { saved } of clients) {
    for (const { kind, times, bytes } of savingLines(saved)) {
      const before = sum[kind] ?? { times: 0, bytes: 0 }
      sum[kind] = { times: before.times + times, bytes: before.bytes + bytes }
    }
  }
  return sum
}

/** Gives the clients with whom most was saved. */
export function topSavers(
  clients: readonly ClientView[],
): readonly { readonly client: ClientView; readonly bytes: number }[] {
  return clients
    .map((client) => ({ client, bytes: savedBytes(client.saved) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes)
}
