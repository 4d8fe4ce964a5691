/** What has happened while it soaked. */

/** An octet that is not the one that was asked for: nothing else is as bad. */
export class WrongOctetsError extends Error {}

export interface SoakFailure {
  /** Name of the act, and the index that repeats it. */
  readonly act: string
  readonly index: number
  readonly fault: string
  readonly isWrongOctets: boolean
}

/** Beyond so many the reason is plain. */
const MOST_FAILURES = 20

export class Tally {
  readonly acts: Record<string, number> = {}
  readonly failures: SoakFailure[] = []
  /** How many exchanges the server has to have counted. */
  exchanges = 0
  /** How many more it may have: heads without an end, which are exchanges once they have been waited for. */
  perhaps = 0
  /** Answers that were compared with what they should hold, and their octets. */
  comparedAnswers = 0
  comparedBytes = 0

  get isHopeless(): boolean {
    return this.failures.length >= MOST_FAILURES
  }

  performed(act: string): void {
    this.acts[act] = (this.acts[act] ?? 0) + 1
  }

  failed({ act, index }: { readonly act: string; readonly index: number }, error: unknown): void {
    const fault = error instanceof Error ? error.message : String(error)
    this.failures.push({ act, index, fault, isWrongOctets: error instanceof WrongOctetsError })
  }
}
