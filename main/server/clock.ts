/** Where the server gets the time from: passed in, so that a test can hold it still. */
export interface Clock {
  /** Milliseconds since the epoch. May jump when the user or the network sets the clock. */
  now(): number
  /** Milliseconds since some fixed moment; never goes back. */
  monotonic(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
}
