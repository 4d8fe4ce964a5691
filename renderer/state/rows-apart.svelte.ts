import type { ExchangeRow } from '../../preload/views'
import type { RowChanges } from './merge-rows'

/** The few rows of the log that have something in common, kept apart so that nothing looks through all for them. */
export class RowsApart {
  /** In the order in which they came to belong here. */
  rows = $state.raw<readonly ExchangeRow[]>([])
  readonly #belongs: (row: ExchangeRow) => boolean
  readonly #byId = new Map<number, ExchangeRow>()

  constructor(belongs: (row: ExchangeRow) => boolean) {
    this.#belongs = belongs
  }

  /** Begins anew with these rows. */
  replace(rows: readonly ExchangeRow[]): void {
    this.#byId.clear()
    for (const row of rows) if (this.#belongs(row)) this.#byId.set(row.id, row)
    this.rows = [...this.#byId.values()]
  }

  /** Takes in what a batch changes. */
  apply({ added, patched, removed }: RowChanges): void {
    let changed = false
    for (const row of [...added, ...patched]) {
      if (this.#belongs(row)) {
        this.#byId.set(row.id, row)
        changed = true
      } else if (this.#byId.delete(row.id)) changed = true
    }
    for (const id of removed) {
      if (this.#byId.delete(id)) changed = true
    }
    if (changed) this.rows = [...this.#byId.values()]
  }
}
