import type { ExchangeRow } from '../../preload/views'
import type { RowChanges } from './filtered-rows'
import { hasFlag } from './row-facts'

/** How many rows each pill of the filter bar speaks of. */
export interface RowCounts {
  readonly active: number
  readonly partial: number
  readonly problem: number
}

export const NO_ROWS: RowCounts = { active: 0, partial: 0, problem: 0 }

const COUNTED = ['active', 'partial', 'problem'] as const

/**
 * Gives the counts after a change, by looking at what changed alone. A stalled transfer is a problem only for as long
 * as it stalls: those are counted from the running ones by `countStalled`.
 */
export function changeCounts(counts: RowCounts, { gone, come }: RowChanges): RowCounts {
  const sum = { ...counts }
  for (const flag of COUNTED) {
    for (const row of gone) if (isCounted(flag, row)) sum[flag] -= 1
    for (const row of come) if (isCounted(flag, row)) sum[flag] += 1
  }
  return sum
}

/** Gives how many of the running rows stand still. */
export function countStalled(active: readonly ExchangeRow[], now: number): number {
  return active.filter((row) => hasFlag('stalled', row, now)).length
}

function isCounted(flag: (typeof COUNTED)[number], row: ExchangeRow): boolean {
  // At the moment of its last progress no row is stalled.
  return hasFlag(flag, row, row.progressAt)
}
