import type { ExchangeRow } from '../../preload/views'
import { countAfter, indexOfId, mergeRows, type RowChanges } from './merge-rows'

/** The rows of the request table. Rebuilt once a batch, so that a burst of requests costs one render. */
export class RequestLog {
  /** All rows in memory, in the order of their ids. */
  rows = $state.raw<readonly ExchangeRow[]>([])
  /** Those that are still being read or sent. */
  active = $state.raw<readonly ExchangeRow[]>([])
  #frozen = $state.raw<readonly ExchangeRow[] | null>(null)
  readonly #activeById = new Map<number, ExchangeRow>()

  /** Whether the view stands still. The log never does: recording goes on. */
  readonly paused: boolean = $derived(this.#frozen !== null)
  /** What the table shows: the rows, or while paused those of the moment of pausing. */
  readonly shown: readonly ExchangeRow[] = $derived(this.#frozen ?? this.rows)
  /** How many rows have come since pausing. */
  readonly waiting: number = $derived(this.#frozen === null ? 0 : countAfter(this.rows, this.#frozen.at(-1)?.id ?? 0))

  /** Replaces everything, as after a reload or a gap in the feed. */
  replace(rows: readonly ExchangeRow[]): void {
    this.rows = rows.toSorted((one, other) => one.id - other.id)
    this.#activeById.clear()
    this.#followActive({ added: rows, patched: [], removed: [] })
    this.active = [...this.#activeById.values()]
  }

  /** Takes in what a batch changes. */
  apply(changes: RowChanges): void {
    this.rows = mergeRows(this.rows, changes)
    if (this.#followActive(changes)) this.active = [...this.#activeById.values()]
  }

  /** The row with this id as it is now, whether the view is paused or not; undefined once it has left memory. */
  find(id: number): ExchangeRow | undefined {
    return this.rows[indexOfId(this.rows, id)]
  }

  pause(): void {
    this.#frozen = this.rows
  }

  resume(): void {
    this.#frozen = null
  }

  togglePause(): void {
    if (this.#frozen === null) this.pause()
    else this.resume()
  }

  /** Keeps the running exchanges apart, so that nothing has to look through all rows for them. */
  #followActive({ added, patched, removed }: RowChanges): boolean {
    let changed = false
    for (const row of [...added, ...patched]) {
      if (row.state === 'receiving' || row.state === 'sending') {
        this.#activeById.set(row.id, row)
        changed = true
      } else if (this.#activeById.delete(row.id)) changed = true
    }
    for (const id of removed) {
      if (this.#activeById.delete(id)) changed = true
    }
    return changed
  }
}
