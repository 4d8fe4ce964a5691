/** Whether a figure that was sampled over time stays where it is. */

/** A figure at a moment. */
export interface Sample {
  readonly atMs: number
  readonly value: number
}

export interface Flatness {
  /** Median of the first third of the samples, and of the last. */
  readonly first: number
  readonly last: number
  /** What the figure gains in an hour, by the line of least squares through all samples. */
  readonly perHour: number
  readonly isFlat: boolean
}

/** What the last third may have more than the first: a tenth, for what has not been asked for before, and so much. */
export const ALLOWED = { factor: 1.1, addend: 10 * 2 ** 20 } as const

const HOUR_MS = 3_600_000
/** Below it a third is no more than chance. */
const FEWEST = 9

/**
 * Judges memory, in octets: flat when the median of the last third of the samples is at most a tenth and 10 MiB above
 * the median of the first. A median, because a collector lets memory rise and fall; and thirds, because a leak that is
 * worth the name has by then shown itself, however small each step was.
 *
 * @param samples oldest first; too few of them are flat
 */
export function judgeFlatness(samples: readonly Sample[]): Flatness {
  const third = Math.floor(samples.length / 3)
  const values = samples.map(({ value }) => value)
  const first = median(values.slice(0, Math.max(1, third)))
  const last = median(values.slice(-Math.max(1, third)))
  const isFlat = samples.length < FEWEST || last <= first * ALLOWED.factor + ALLOWED.addend
  return { first, last, perHour: slope(samples) * HOUR_MS, isFlat }
}

/** The middle of the numbers, in any order; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** What is gained in a millisecond, by least squares. */
function slope(samples: readonly Sample[]): number {
  const count = Math.max(1, samples.length)
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / count
  const mean = samples.reduce((sum, { value }) => sum + value, 0) / count
  const spread = samples.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0)
  if (spread === 0) return 0
  return samples.reduce((sum, { atMs, value }) => sum + (atMs - meanAt) * (value - mean), 0) / spread
}
