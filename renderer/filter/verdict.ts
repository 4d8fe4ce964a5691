/**
 * What a filter says of a row. `UNKNOWN` is for what cannot be told: the heads that it asks for have left memory, have
 * not been searched yet, or a pattern was given up. The logic is Kleene's: AND is the least, OR the greatest, NOT turns
 * it round; so a row that passes whatever the unknown part would say is known to pass.
 */
export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Verdict = typeof NO | typeof UNKNOWN | typeof YES

export function verdictOf(is: boolean): Verdict {
  return is ? YES : NO
}

export function opposite(verdict: Verdict): Verdict {
  return (YES - verdict) as Verdict
}
