import type { ExchangeRow } from '../../preload/views'
import { mergeRows } from '../state/merge-rows'
import type { Predicate } from './compile'
import { GradualLook, firstFrom, type Near } from './gradual-look'
import { IdSet } from './id-set'
import { UNKNOWN, YES } from './verdict'

/** What has changed between two states of the log: rows that left or changed, and rows that came or changed. */
export interface RowChanges {
  readonly gone: readonly ExchangeRow[]
  readonly come: readonly ExchangeRow[]
}

/**
 * The rows that pass a filter, in the order of their ids. Only rows that are new or have changed are asked again; a new
 * filter looks at all rows in slices, beginning where the reader is.
 */
export class FilteredRows {
  readonly #elapsed: () => number
  #predicate: Predicate = () => YES
  #look: GradualLook
  #all: readonly ExchangeRow[] = []
  #rows: readonly ExchangeRow[] = []
  readonly #unknown = new IdSet()

  /** @param elapsed milliseconds of a clock that only goes forward */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
    this.#look = new GradualLook([], 'end', elapsed)
  }

  /** Those that are known to pass. Replaced, never changed. */
  get rows(): readonly ExchangeRow[] {
    return this.#rows
  }

  /** How many cannot be told. */
  get unknown(): number {
    return this.#unknown.size
  }

  /** Whether all rows have been looked at. */
  get done(): boolean {
    return this.#look.done
  }

  /** Takes another filter, or begins again with the one it has. `step` looks at the rows. */
  restart(predicate: Predicate, all: readonly ExchangeRow[], near: Near): void {
    this.#predicate = predicate
    this.#all = all
    this.#rows = []
    this.#unknown.clear()
    this.#look = new GradualLook(all, near, this.#elapsed)
  }

  /** Looks at more rows, for so many milliseconds at most or a little longer. */
  step(budgetMs: number): void {
    if (this.done) return
    const { before, after } = this.#look.step(this.#all, { budgetMs, passes: (row) => this.#judge(row) })
    if (before.length + after.length > 0) this.#rows = before.concat(this.#rows, after)
  }

  /**
   * Takes in what has changed.
   *
   * @param all the rows as they are now, in the order of their ids
   */
  receive(all: readonly ExchangeRow[], { gone, come }: RowChanges): void {
    this.#all = all
    for (const { id } of gone) this.#unknown.delete(id)
    const seen = come.filter(({ id }) => this.#look.covers(id))
    this.#merge(gone, seen)
  }

  /** Asks again of some rows that are there: what they are judged by has changed, and not they. */
  reconsider(rows: readonly ExchangeRow[]): void {
    const seen = rows.filter(({ id }) => this.#look.covers(id))
    this.#merge(seen, seen)
  }

  /** One copy of the list, however many rows have changed. */
  #merge(gone: readonly ExchangeRow[], come: readonly ExchangeRow[]): void {
    const judged = come.filter((row) => this.#judge(row))
    const passing = new Set(judged.map(({ id }) => id))
    const removed = gone.map(({ id }) => id).filter((id) => !passing.has(id) && this.#has(id))
    if (removed.length === 0 && this.#holds(judged)) return
    this.#rows = mergeRows(this.#rows, { added: judged, patched: [], removed })
  }

  /** The same objects that are there: nothing to draw anew. */
  #holds(rows: readonly ExchangeRow[]): boolean {
    return rows.every((row) => this.#rows[firstFrom(this.#rows, row.id)] === row)
  }

  #has(id: number): boolean {
    return this.#rows[firstFrom(this.#rows, id)]?.id === id
  }

  #judge(row: ExchangeRow): boolean {
    const verdict = this.#predicate(row)
    if (verdict === UNKNOWN) this.#unknown.add(row.id)
    else this.#unknown.delete(row.id)
    return verdict === YES
  }
}
