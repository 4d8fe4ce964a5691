/**
 * What HTTP kept from being sent: each time, what a GET for the whole file without preconditions would have carried.
 *
 * Ranges are judged by the transfer and not by the request (`Transfer`): a film that is watched in three hundred pieces
 * has not saved itself three hundred times.
 */
import type { SavedAmount, SavingKind, SavingsView } from '../../preload/savings'
import type { ExchangeRecord } from './exchange-record'

/** A change of the ledger. What turns out to be wanted after all is taken off again. */
export interface Saving extends SavedAmount {
  readonly kind: SavingKind
}

/** Gives what an exchange that has ended saved by its method or its answer. */
export function savingOf({ state, method, status, file, replayed }: ExchangeRecord): Saving | undefined {
  if (file === null || file.size === 0 || replayed) return undefined
  if (method === 'GET' && state === 'not-modified') return { kind: 'not-modified', times: 1, bytes: file.size }
  // The answer to a HEAD that ends in 304 would have had no content to a GET either.
  if (method === 'HEAD' && status === 200 && state === 'complete') return { kind: 'head', times: 1, bytes: file.size }
  return undefined
}

/** Gives the ledger with one more change in it. */
export function addSaving(savings: SavingsView, { kind, times, bytes }: Saving): SavingsView {
  const before = savings[kind] ?? { times: 0, bytes: 0 }
  return { ...savings, [kind]: { times: before.times + times, bytes: before.bytes + bytes } }
}
