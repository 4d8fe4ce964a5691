/** Several runs of one thing, put into three numbers. */

/** What several runs came to. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/**
 * Gives the median of numbers and their extremes. Of an even number of them the median is the mean of the middle two.
 *
 * @returns absent for none at all
 */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const least = percentile(values, 0)
  const most = percentile(values, 1)
  if (least === undefined || most === undefined) return undefined
  const sorted = values.toSorted(ascending)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  const lower = sorted[middle - 1] ?? NaN
  return { median: sorted.length % 2 === 1 ? upper : (lower + upper) / 2, least, most }
}

/**
 * Gives the smallest value that a share of all values does not exceed (the nearest-rank percentile).
 *
 * @param share from 0 to 1
 * @returns absent for no values
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted(ascending)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

/**
 * Divides what ran in the same round by each other and looks at the quotients: two runs a few seconds apart had the same
 * machine, two runs of different rounds may not have had.
 *
 * @param ours by round; a round that gave nothing is absent
 * @param theirs by round, as `ours`
 */
export function ratioOf(
  ours: readonly (number | undefined)[],
  theirs: readonly (number | undefined)[],
): Spread | undefined {
  const quotients: number[] = []
  for (const [round, our] of ours.entries()) {
    const their = theirs[round]
    if (our !== undefined && their !== undefined && their > 0) quotients.push(our / their)
  }
  return spreadOf(quotients)
}

function ascending(one: number, other: number): number {
  return one - other
}
