import type { ExchangeTiming } from '../../../preload/views'

/** The timing of a small download that took 40 ms, except for what a test says of it. */
export function exchangeTiming(different: Partial<ExchangeTiming> = {}): ExchangeTiming {
  return {
    waited: 0.4,
    turn: null,
    headComplete: 0.2,
    routed: 0.3,
    decided: 0.7,
    responseStarted: 0.9,
    contentTaken: 1.1,
    ended: 40,
    ...different,
  }
}
