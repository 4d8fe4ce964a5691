import type { TransferTime } from '../../../preload/transfer-views'

/** So many bars are drawn at most: two minutes by the second, then by two seconds, by four. */
const MOST_SAMPLES = 120
const FIRST_SAMPLE_MS = 1000
/** Progress is told within this time of the move it tells of. */
const MOVED_WITHIN_MS = 250

/** How far a response has come and what it spent its time on, from its beginning. */
export interface TimePoint {
  readonly elapsedMs: number
  readonly sentBytes: number
  readonly readMs: number
  readonly waitMs: number
}

/** What one response did in each second, in bounded memory: when it is full, two samples become one. */
export class TimeSamples {
  #sampleMs = FIRST_SAMPLE_MS
  #samples: (readonly [sentBytes: number, readMs: number, waitMs: number])[] = []
  #last: TimePoint = { elapsedMs: 0, sentBytes: 0, readMs: 0, waitMs: 0 }

  /** Takes in the next point; each must be later than the one before. */
  add(point: TimePoint): void {
    const from = this.#last.elapsedMs
    const to = Math.max(from, point.elapsedMs)
    while (to > MOST_SAMPLES * this.#sampleMs) this.#halve()
    const time = [0, point.readMs - this.#last.readMs, point.waitMs - this.#last.waitMs] as const
    this.#spread(from, to, time)
    // Time passes while nothing moves; octets are told soon after they did.
    this.#spread(Math.max(from, to - MOVED_WITHIN_MS), to, [point.sentBytes - this.#last.sentBytes, 0, 0])
    this.#last = { ...point, elapsedMs: to }
  }

  toView(): TransferTime {
    return { sampleMs: this.#sampleMs, elapsedMs: this.#last.elapsedMs, samples: this.#samples.map(round) }
  }

  /** Shares amounts out evenly over a stretch of time. */
  #spread(from: number, to: number, [sentBytes, readMs, waitMs]: readonly [number, number, number]): void {
    const first = Math.floor(from / this.#sampleMs)
    const last = Math.max(first, Math.ceil(to / this.#sampleMs) - 1)
    for (let index = first; index <= last; index += 1) {
      const begins = Math.max(from, index * this.#sampleMs)
      const ends = Math.min(to, (index + 1) * this.#sampleMs)
      const share = to > from ? (ends - begins) / (to - from) : 1
      const [sent, read, wait] = this.#samples[index] ?? [0, 0, 0]
      this.#samples[index] = [sent + sentBytes * share, read + readMs * share, wait + waitMs * share]
    }
  }

  #halve(): void {
    const halved: (readonly [number, number, number])[] = []
    for (let index = 0; index < this.#samples.length; index += 2) {
      const [sent, read, wait] = this.#samples[index] ?? [0, 0, 0]
      const [moreSent, moreRead, moreWait] = this.#samples[index + 1] ?? [0, 0, 0]
      halved.push([sent + moreSent, read + moreRead, wait + moreWait])
    }
    this.#samples = halved
    this.#sampleMs *= 2
  }
}

function round(sample: readonly [number, number, number]): readonly [number, number, number] {
  const [sentBytes, readMs, waitMs] = sample
  return [Math.round(sentBytes), Math.round(readMs * 10) / 10, Math.round(waitMs * 10) / 10]
}
