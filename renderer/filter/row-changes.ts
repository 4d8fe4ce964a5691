import type { ExchangeRow } from '../../preload/views'
import { compareRows } from '../components/requests/sorted-rows'
import { indexOfId } from '../state/merge-rows'
import type { LatestChange } from '../state/request-log.svelte'
import type { RowChanges } from './filtered-rows'

/**
 * Gives what has changed between two states of the log. Where one batch leads from the one to the other, only the rows
 * that it names are looked up; otherwise all are compared.
 */
export function changesBetween(
  before: readonly ExchangeRow[],
  after: readonly ExchangeRow[],
  latest: LatestChange | null,
): RowChanges {
  if (latest?.before !== before || latest.after !== after) return compareRows(before, after)
  const { added, patched, removed } = latest.changes
  const ids = new Set(removed)
  for (const { id } of added) ids.add(id)
  for (const { id } of patched) ids.add(id)
  const gone: ExchangeRow[] = []
  const come: ExchangeRow[] = []
  for (const id of ids) {
    const [old, now] = [before[indexOfId(before, id)], after[indexOfId(after, id)]]
    if (old === now) continue
    if (old !== undefined) gone.push(old)
    if (now !== undefined) come.push(now)
  }
  return { gone, come }
}
