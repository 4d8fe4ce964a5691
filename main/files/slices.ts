/** How long one slice of work may hold the event loop; other clients wait no longer than this. */
const SLICE_MS = 6

/**
 * Divides long work into slices, between which the event loop serves everybody else.
 *
 * Time counts from rest to rest, whatever was awaited in between: many an `await` does not let the event loop go on.
 */
export class Slices {
  #endsAt = performance.now() + SLICE_MS

  /** Tells whether the present slice has lasted long enough; then `await rest()`. */
  get isOver(): boolean {
    return performance.now() >= this.#endsAt
  }

  /** Gives the event loop one turn and begins the next slice. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#endsAt = performance.now() + SLICE_MS
  }
}

// Small enough that sorting one run is well within a slice.
const RUN_LENGTH = 512

/** Sorts in slices, stably, and gives a new array. 100,000 names take about 300 ms, none of it in one piece. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  slices: Slices,
): Promise<T[]> {
  let sorted: T[] = []
  for (let at = 0; at < items.length; at += RUN_LENGTH) {
    for (const item of items.slice(at, at + RUN_LENGTH).sort(compare)) sorted.push(item)
    if (slices.isOver) await slices.rest()
  }
  for (let width = RUN_LENGTH; width < sorted.length; width *= 2) {
    const merged: T[] = []
    for (let at = 0; at < sorted.length; at += width * 2) {
      await mergeRuns({ from: sorted, at, width, into: merged }, compare, slices)
    }
    sorted = merged
  }
  return sorted
}

interface Runs<T> {
  readonly from: readonly T[]
  readonly at: number
  readonly width: number
  readonly into: T[]
}

async function mergeRuns<T>(runs: Runs<T>, compare: (a: T, b: T) => number, slices: Slices): Promise<void> {
  const { from, at, width, into } = runs
  const leftEnd = Math.min(at + width, from.length)
  const rightEnd = Math.min(at + width * 2, from.length)
  let left = at
  let right = leftEnd
  while (left < leftEnd || right < rightEnd) {
    const takeLeft = right >= rightEnd || (left < leftEnd && compare(from[left] as T, from[right] as T) <= 0)
    into.push(from[takeLeft ? left++ : right++] as T)
    if (into.length % 256 === 0 && slices.isOver) await slices.rest()
  }
}
