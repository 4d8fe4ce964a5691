import type { Clock } from './clock'

/** Who is looked at again and again: a connection. */
export interface Ticking {
  /** @param now the time of `Deadlines.now` */
  tick(now: number): void
}

/** How often: progress is told at most four times a second, and no deadline needs to be more exact than that. */
export const TICK_MS = 250

/** A tick that comes later than this was held up by us or by a sleeping machine, which no client shall pay for. */
const LONGEST_STEP_MS = 1000

/**
 * One timer for all connections. A deadline is a number that its owner compares when it is looked at: setting one costs
 * an assignment, where a timer of its own would cost two operations on a heap for each request.
 */
export class Deadlines {
  readonly #clock: Clock
  readonly #watched = new Set<Ticking>()
  #timer: NodeJS.Timeout | undefined
  #lastTick = 0
  #now = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Milliseconds on a clock of its own, exact to one tick: it stands still while nobody is watched and goes on by one
   * second at most when the machine slept.
   */
  get now(): number {
    return this.#now
  }

  /** Looks at `ticking` with every tick from now on; returns the function that ends it. */
  watch(ticking: Ticking): () => void {
    this.#watched.add(ticking)
    this.#start()
    return () => {
      this.#watched.delete(ticking)
      if (this.#watched.size > 0) return
      clearInterval(this.#timer)
      this.#timer = undefined
    }
  }

  #start(): void {
    if (this.#timer !== undefined) return
    this.#lastTick = this.#clock.monotonic()
    this.#timer = setInterval(() => {
      this.#tick()
    }, TICK_MS)
  }

  #tick(): void {
    const tick = this.#clock.monotonic()
    this.#now += Math.min(tick - this.#lastTick, LONGEST_STEP_MS)
    this.#lastTick = tick
    for (const each of this.#watched) each.tick(this.#now)
  }
}
