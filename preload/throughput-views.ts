/** What went out, second by second, as it crosses between the processes: types only, plain data. */

/** How the requests of one second ended, by what the window colours them by. */
export type EndKind = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'aborted' | 'malformed'

/** One second of the past hour. */
export interface SecondView {
  /** When it began; milliseconds since the epoch, a whole number of seconds. */
  readonly at: number
  /** Octets of content handed to the system, by client; 0 stands for all those beyond the busiest. */
  readonly sent: readonly (readonly [clientId: number, octets: number])[]
  /** How many requests that came in this second have ended, by how. */
  readonly ends: { readonly [K in EndKind]?: number }
}

/** The seconds that have changed. Those that nothing happened in are left out. */
export interface ThroughputView {
  /** What to ask with the next time. */
  readonly revision: number
  /** The time at which this was told; milliseconds since the epoch. */
  readonly now: number
  /** In the order of time. */
  readonly seconds: readonly SecondView[]
}
