import type { ExchangeRecord } from '../exchange-record'
import { TimeSamples } from './time-samples'
import type { TimePoint } from './time-samples'

/** So many exchanges keep what they did over time: some 4 MB at most. */
const MOST_SAMPLED = 1000
/** What is over sooner needs no curve. */
const LEAST_MS = 1000

/** Samples the exchanges that last, and forgets the samples of those that ended longest ago. */
export class SampleKeeper {
  readonly #sampled = new Set<ExchangeRecord>()

  /** Takes in how far an exchange is. */
  advance(record: ExchangeRecord, point: TimePoint): void {
    record.samples ??= new TimeSamples()
    record.samples.add(point)
  }

  /** Takes in where an exchange ended, and keeps its samples if it lasted. */
  end(record: ExchangeRecord, point: TimePoint): void {
    if (record.samples === null) return
    if (point.elapsedMs < LEAST_MS) {
      record.samples = null
      return
    }
    record.samples.add(point)
    this.#sampled.add(record)
    if (this.#sampled.size > MOST_SAMPLED) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const [oldest] = this.#sampled
    if (oldest === undefined) return
    oldest.samples = null
    this.#sampled.delete(oldest)
  }
}
