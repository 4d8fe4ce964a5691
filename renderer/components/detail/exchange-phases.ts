import type { ExchangeTiming } from '../../../preload/views'

export type PhaseKey = 'head' | 'decide' | 'send'

/** A stretch of an exchange, in milliseconds from the first octet of its request. */
export interface Phase {
  readonly key: PhaseKey
  readonly from: number
  /** Where it is now, if it still runs. */
  readonly until: number
  readonly running: boolean
}

/**
 * Gives the phases of an exchange that have begun, in order and without gaps between them.
 *
 * @param soFar milliseconds since its first octet, for the phase that still runs
 */
export function phasesOf(
  timing: Pick<ExchangeTiming, 'headComplete' | 'responseStarted' | 'ended'>,
  soFar: number,
): Phase[] {
  const marks: readonly (readonly [PhaseKey, number | null])[] = [
    ['head', timing.headComplete],
    ['decide', timing.responseStarted],
    ['send', timing.ended],
  ]
  const phases: Phase[] = []
  let from = 0
  for (const [key, mark] of marks) {
    // An exchange that ended before it came to a mark ended in this phase.
    const until = mark ?? timing.ended
    phases.push({ key, from, until: Math.max(from, until ?? soFar), running: until === null })
    if (mark === null) break
    from = mark
  }
  return phases
}
