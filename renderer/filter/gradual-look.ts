import type { ExchangeRow } from '../../preload/views'

/** Rows between two looks at the clock: some 50 µs of work. */
const ROWS_AT_ONCE = 128

/** Where a look at all rows begins: at an id and on from there, or at the last row. */
export type Near = number | 'end'

/**
 * A look at all rows, in pieces, beginning where the reader is. What it has seen lies between two ids, so that rows may
 * come and go meanwhile: those in between are looked at by whoever changes them, the others when it gets there.
 */
export class GradualLook {
  readonly #elapsed: () => number
  /** Every row from this id … */
  #fromId: number
  /** … to before this one has been seen. */
  #toId: number

  /** @param elapsed milliseconds of a clock that only goes forward */
  constructor(rows: readonly ExchangeRow[], near: Near, elapsed: () => number) {
    this.#elapsed = elapsed
    const last = rows.at(-1)?.id ?? 0
    const start = near === 'end' ? last + 1 : Math.min(near, last + 1)
    this.#fromId = start
    this.#toId = start > last ? Infinity : start
  }

  /** Whether all rows have been seen, those to come included. */
  get done(): boolean {
    return this.#fromId === -Infinity && this.#toId === Infinity
  }

  /** Whether a row with this id has been seen, or would have been. */
  covers(id: number): boolean {
    return id >= this.#fromId && id < this.#toId
  }

  /**
   * Goes on for so many milliseconds, in both directions from where it began, and gives the rows that pass, in the order
   * of their ids.
   *
   * @param rows as they are now, in the order of their ids
   */
  step(
    rows: readonly ExchangeRow[],
    { budgetMs, passes }: { readonly budgetMs: number; readonly passes: (row: ExchangeRow) => boolean },
  ): { readonly before: ExchangeRow[]; readonly after: ExchangeRow[] } {
    const keep = (into: ExchangeRow[], row: ExchangeRow | undefined): void => {
      if (row !== undefined && passes(row)) into.push(row)
    }
    const before: ExchangeRow[] = []
    const after: ExchangeRow[] = []
    const start = this.#elapsed()
    let low = firstFrom(rows, this.#fromId)
    let high = firstFrom(rows, this.#toId)
    while (low > 0 || high < rows.length) {
      for (let end = Math.min(rows.length, high + ROWS_AT_ONCE); high < end; high += 1) keep(after, rows[high])
      for (let end = Math.max(0, low - ROWS_AT_ONCE); low > end; low -= 1) keep(before, rows[low - 1])
      if (this.#elapsed() - start >= budgetMs) break
    }
    this.#fromId = low === 0 ? -Infinity : (rows[low]?.id ?? this.#fromId)
    this.#toId = high === rows.length ? Infinity : (rows[high]?.id ?? Infinity)
    return { before: before.reverse(), after }
  }
}

/** The place of the first row whose id is not smaller. */
export function firstFrom(rows: readonly ExchangeRow[], id: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.id ?? Infinity) < id) low = middle + 1
    else high = middle
  }
  return low
}
