import type { OctetSpan } from '../../../preload/sent-spans'

/** A download in pieces has tens of stretches, a player that jumps about hundreds. */
export const MOST_SPANS = 1024

interface Stretch {
  start: number
  end: number
}

/**
 * Which octets of a file are in a set, as stretches in order that neither overlap nor touch.
 *
 * Bounded: with too many stretches the two that are nearest to each other become one. The octets between them are then
 * taken to be in the set although they are not; `roughBytes` says how many that are, and `bytes` never counts them.
 */
export class SpanUnion {
  readonly #most: number
  readonly #stretches: Stretch[] = []
  #bytes = 0
  #roughBytes = 0

  constructor(most = MOST_SPANS) {
    this.#most = most
  }

  /** Octets in the set. */
  get bytes(): number {
    return this.#bytes
  }

  /** By how much at most `bytes` may be too small, and the stretches too long. */
  get roughBytes(): number {
    return this.#roughBytes
  }

  get stretches(): readonly OctetSpan[] {
    return this.#stretches
  }

  /** Adds a span, and gives the parts of it that were in the set before. */
  add({ start, end }: OctetSpan): OctetSpan[] {
    if (end <= start) return []
    const from = this.#firstReaching(start)
    const known: OctetSpan[] = []
    let until = from
    let knownBytes = 0
    const joined = { start, end }
    for (; until < this.#stretches.length; until += 1) {
      const stretch = this.#stretches[until]
      if (stretch === undefined || stretch.start > end) break
      const overlap = { start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }
      if (overlap.start < overlap.end) {
        known.push(overlap)
        knownBytes += overlap.end - overlap.start
      }
      joined.start = Math.min(joined.start, stretch.start)
      joined.end = Math.max(joined.end, stretch.end)
    }
    this.#bytes += end - start - knownBytes
    this.#stretches.splice(from, until - from, joined)
    if (this.#stretches.length > this.#most) this.#joinNearest()
    return known
  }

  /** How many octets of the span are in the set. */
  bytesOf({ start, end }: OctetSpan): number {
    let bytes = 0
    for (let at = this.#firstReaching(start); at < this.#stretches.length; at += 1) {
      const stretch = this.#stretches[at]
      if (stretch === undefined || stretch.start >= end) break
      bytes += Math.max(0, Math.min(end, stretch.end) - Math.max(start, stretch.start))
    }
    return bytes
  }

  /** Whether every octet of the span is in the set. */
  hasAll({ start, end }: OctetSpan): boolean {
    if (end <= start) return true
    const stretch = this.#stretches[this.#firstReaching(start)]
    return stretch !== undefined && stretch.start <= start && stretch.end >= end
  }

  /** The index of the first stretch that ends at `offset` or behind it. */
  #firstReaching(offset: number): number {
    let low = 0
    let high = this.#stretches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#stretches[middle]?.end ?? Infinity) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #joinNearest(): void {
    const at = nearestPair(this.#stretches)
    const [one, other] = this.#stretches.slice(at, at + 2)
    if (one === undefined || other === undefined) return
    this.#roughBytes += other.start - one.end
    this.#stretches.splice(at, 2, { start: one.start, end: other.end })
  }
}

/** Gives at most so many stretches for a drawing: those with the fewest octets between them become one. */
export function fewerStretches(stretches: readonly OctetSpan[], most: number): readonly OctetSpan[] {
  if (stretches.length <= most) return stretches
  const gapBefore = (index: number): number => (stretches[index]?.start ?? 0) - (stretches[index - 1]?.end ?? 0)
  const byGap = Array.from({ length: stretches.length - 1 }, (_, at) => at + 1).sort(
    (one, other) => gapBefore(one) - gapBefore(other),
  )
  const joined = new Set(byGap.slice(0, stretches.length - most))
  const fewer: Stretch[] = []
  for (const [index, { start, end }] of stretches.entries()) {
    const before = fewer.at(-1)
    if (before !== undefined && joined.has(index)) before.end = end
    else fewer.push({ start, end })
  }
  return fewer
}

/** The index of the first of the two neighbours with the fewest octets between them. */
function nearestPair(stretches: readonly OctetSpan[]): number {
  let nearest = 0
  let smallest = Infinity
  for (let index = 1; index < stretches.length; index += 1) {
    const gap = (stretches[index]?.start ?? Infinity) - (stretches[index - 1]?.end ?? 0)
    if (gap >= smallest) continue
    smallest = gap
    nearest = index - 1
  }
  return nearest
}
