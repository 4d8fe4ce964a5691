import type { Clock } from './clock'

/** `reading`: the next octets are not there yet; `waiting`: they are, and the client or its network does not take them. */
export type Activity = 'reading' | 'waiting'

/** Where the time of one response has gone so far. The rest of it was neither: deciding, and having nothing to send. */
export interface TimeShares {
  /** Milliseconds in which nothing could be written because it had not been read. */
  readonly readMs: number
  /** Milliseconds in which the system took nothing more because the client had not taken what it held already. */
  readonly waitMs: number
}

/**
 * Adds up what a response spends its time on, at the price of one look at the clock for each change.
 *
 * Reading that goes on behind a write costs the client nothing, so it is not counted: only one of the two can be what
 * everybody waits for at a moment.
 */
export class TimeSpent implements TimeShares {
  readonly #clock: Clock
  #activity: Activity | 'neither' = 'neither'
  #since = 0
  #readMs = 0
  #waitMs = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get readMs(): number {
    return this.#activity === 'reading' ? this.#readMs + this.#clock.monotonic() - this.#since : this.#readMs
  }

  get waitMs(): number {
    return this.#activity === 'waiting' ? this.#waitMs + this.#clock.monotonic() - this.#since : this.#waitMs
  }

  /** Begins to count anew: a response begins. */
  restart(): void {
    this.#activity = 'neither'
    this.#readMs = 0
    this.#waitMs = 0
  }

  /** Says what goes on from now on; gives the time on the monotonic clock. */
  turnTo(activity: Activity): number {
    const now = this.#clock.monotonic()
    if (this.#activity === 'reading') this.#readMs += now - this.#since
    else if (this.#activity === 'waiting') this.#waitMs += now - this.#since
    this.#activity = activity
    this.#since = now
    return now
  }
}
