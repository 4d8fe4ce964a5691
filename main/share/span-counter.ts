/**
 * Counts octets in the last spans of time, each of the same length, in fixed memory.
 *
 * Time is passed in as milliseconds since the epoch. A clock that is set back a little adds to the newest span; one that
 * jumps further, either way, empties the counter.
 */
export class SpanCounter {
  readonly #spanMs: number
  readonly #octets: Float64Array
  /** The span that is being filled, counted from the epoch. */
  #current = 0

  constructor(options: { readonly spanMs: number; readonly spans: number }) {
    this.#spanMs = options.spanMs
    this.#octets = new Float64Array(options.spans)
  }

  add(at: number, octets: number): void {
    this.#advance(at)
    const slot = this.#current % this.#octets.length
    this.#octets[slot] = (this.#octets[slot] ?? 0) + octets
  }

  /** Gives the octets of each span, oldest first; the last one is still being filled. */
  read(at: number): number[] {
    this.#advance(at)
    const spans = this.#octets.length
    return Array.from({ length: spans }, (_, index) => this.#octets[(this.#current + 1 + index) % spans] ?? 0)
  }

  /** Gives the octets a second over all spans but the one that is being filled. */
  ratePerSecond(at: number): number {
    this.#advance(at)
    const filling = this.#current % this.#octets.length
    let sum = 0
    for (let slot = 0; slot < this.#octets.length; slot += 1) if (slot !== filling) sum += this.#octets[slot] ?? 0
    return (sum * 1000) / (this.#spanMs * (this.#octets.length - 1))
  }

  #advance(at: number): void {
    const span = Math.floor(at / this.#spanMs)
    const isWithin = Math.abs(span - this.#current) < this.#octets.length
    if (isWithin && span <= this.#current) return
    if (!isWithin) this.#octets.fill(0)
    else for (let each = this.#current + 1; each <= span; each += 1) this.#octets[each % this.#octets.length] = 0
    this.#current = span
  }
}

/** A counter whose `ratePerSecond` covers one second: progress is told at most four times a second. */
export function secondCounter(): SpanCounter {
  return new SpanCounter({ spanMs: 250, spans: 5 })
}
