import type { ExchangeRow } from '../../preload/views'
import type { Predicate } from './compile'
import type { RowChanges } from './filtered-rows'
import { GradualLook } from './gradual-look'
import { IdSet } from './id-set'
import { YES } from './verdict'

/** How many rows pass a filter, kept up to date by what changes. It holds a bit for each row and no row. */
export class MatchCount {
  readonly #predicate: Predicate
  readonly #look: GradualLook
  readonly #ids = new IdSet()

  /**
   * @param all the rows as they are now; `step` looks at them
   * @param elapsed milliseconds of a clock that only goes forward
   */
  constructor(predicate: Predicate, all: readonly ExchangeRow[], elapsed: () => number) {
    this.#predicate = predicate
    this.#look = new GradualLook(all, 'end', elapsed)
  }

  get count(): number {
    return this.#ids.size
  }

  /** Whether all rows have been looked at. */
  get done(): boolean {
    return this.#look.done
  }

  /** Looks at more rows, for so many milliseconds at most or a little longer. */
  step(all: readonly ExchangeRow[], budgetMs: number): void {
    if (this.done) return
    this.#look.step(all, {
      budgetMs,
      passes: (row) => {
        this.#judge(row)
        return false
      },
    })
  }

  receive({ gone, come }: RowChanges): void {
    for (const { id } of gone) this.#ids.delete(id)
    this.reconsider(come)
  }

  /** Asks again of some rows that are there. */
  reconsider(rows: readonly ExchangeRow[]): void {
    for (const row of rows) if (this.#look.covers(row.id)) this.#judge(row)
  }

  #judge(row: ExchangeRow): void {
    if (this.#predicate(row) === YES) this.#ids.add(row.id)
    else this.#ids.delete(row.id)
  }
}
