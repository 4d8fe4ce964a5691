/**
 * The notes that Porthole makes of exchanges by itself: what a person should know of one and might overlook. Each has a
 * name that filters and files use (`note:range-ignored`), and a place in a set of bits: an exchange in memory has one
 * number for all of its notes. What each means stands in `renderer/text/lints.ts`.
 */

/** In the order of their bits. Saved sessions hold them: nothing is taken out or moved, what is new comes last. */
export const lintIds = [
  // A request that broke HTTP, or took too long
  'smuggling',
  'bare-lf',
  'double-content-length',
  'length-and-coding',
  'folded-line',
  'foreign-protocol',
  'timed-out',
  // A request that is odd, and may be meant so
  'http-1.0',
  'no-host',
  'unknown-method',
  'pipelined',
  'bad-path',
  'withheld',
  'other-host',
  // Ranges, versions, and octets for nothing
  'range-ignored',
  'range-unsatisfiable',
  'stale-if-range',
  'precondition-failed',
  'mixed-versions',
  'sent-twice',
  'unconditional-refetch',
  'file-changed',
  'disk-trouble',
  // Our own doing
  'lab',
  'replayed',
] as const
export type LintId = (typeof lintIds)[number]

/** A set of notes: one bit for each, the first note's the lowest. */
export type LintSet = number

const BITS = new Map(lintIds.map((id, at) => [id, 1 << at]))

/** Gives the set that holds these notes. */
export function lintSet(...ids: readonly LintId[]): LintSet {
  return ids.reduce((set, id) => set | (BITS.get(id) ?? 0), 0)
}

/** Gives the notes in a set, in their order. Bits that no note has are passed over. */
export function lintsIn(set: LintSet | undefined): readonly LintId[] {
  return set === undefined ? [] : lintIds.filter((_, at) => (set & (1 << at)) !== 0)
}

/** Gives how many notes are in a set. */
export function countLints(set: LintSet | undefined): number {
  let count = 0
  for (let left = set ?? 0; left !== 0; left &= left - 1) count += 1
  return count
}

export function isLintId(word: string): word is LintId {
  return BITS.has(word as LintId)
}
