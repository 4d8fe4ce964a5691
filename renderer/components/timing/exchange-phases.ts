import type { ExchangeTiming } from '../../../preload/views'

/** The phases of an exchange, in the order in which they come. */
export type PhaseKey = 'head' | 'queue' | 'route' | 'decide' | 'read' | 'first' | 'send'

/** Whose time a phase is: what a chart colours it by. */
export type PhaseOwner = 'client' | 'queue' | 'own' | 'disk' | 'sending'

/** A stretch of an exchange, in milliseconds from the first octet of its request. */
export interface Phase {
  readonly key: PhaseKey
  readonly from: number
  /** Where it is now, if it still runs. */
  readonly until: number
  readonly running: boolean
}

/** The moment that each phase leads to. */
const MARKS: readonly (readonly [PhaseKey, keyof ExchangeTiming])[] = [
  ['head', 'headComplete'],
  ['queue', 'turn'],
  ['route', 'routed'],
  ['decide', 'decided'],
  ['read', 'responseStarted'],
  ['first', 'contentTaken'],
  ['send', 'ended'],
]

/** Phases that an exchange may leave out: it waits for nobody, no share answers it, it has no content. */
const OPTIONAL: ReadonlySet<PhaseKey> = new Set(['queue', 'route', 'first'])

/**
 * Gives the phases of an exchange that have begun, in order and without gaps between them.
 *
 * @param soFar milliseconds since its first octet, for the phase that still runs
 */
export function phasesOf(timing: ExchangeTiming, soFar: number): Phase[] {
  const phases: Phase[] = []
  let from = 0
  for (const [key, mark] of MARKS) {
    const at = timing[mark]
    if (at === null && OPTIONAL.has(key)) continue
    // An exchange that ended before it came to a mark ended in this phase.
    const until = Math.max(from, at ?? timing.ended ?? soFar)
    phases.push({ key, from, until, running: at === null && timing.ended === null })
    if (at === null) break
    from = until
  }
  return phases
}

/** Whose time a phase is. */
export function ownerOf(key: PhaseKey): PhaseOwner {
  switch (key) {
    case 'head':
      return 'client'
    case 'queue':
      return 'queue'
    case 'route':
      return 'own'
    case 'decide':
    case 'read':
      return 'disk'
    case 'first':
    case 'send':
      return 'sending'
  }
}

/** The token that each owner is drawn in. */
export const OWNER_INKS: { readonly [O in PhaseOwner]: string } = {
  client: 'cause-client',
  queue: 'cause-idle',
  own: 'line-control',
  disk: 'cause-disk',
  sending: 'sent',
}
