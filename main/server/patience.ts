import type { ServerLimits } from './limits'

/** What a client has to do next. */
export type Expected = 'request' | 'head' | 'content' | 'nothing'

/**
 * Gives how many milliseconds a client may take to do it. Asked with every tick rather than once, so that a limit
 * that is changed holds at once for everybody who is waited for.
 */
export function patienceMs(expected: Expected, limits: ServerLimits): number {
  switch (expected) {
    case 'request':
      return limits.idleTimeoutMs
    case 'head':
      return limits.headTimeoutMs
    case 'content':
      return limits.contentStallMs
    case 'nothing':
      return Infinity
  }
}
