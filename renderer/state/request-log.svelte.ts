import type { ExchangeRow } from '../../preload/views'
import { RowsApart } from './rows-apart.svelte'
import { countAfter, indexOfId, mergeRows, type RowChanges } from './merge-rows'

/** The rows before a batch and after it, and what stood in it. */
export interface LatestChange {
  readonly before: readonly ExchangeRow[]
  readonly after: readonly ExchangeRow[]
  readonly changes: RowChanges
}

/** The rows of the request table. Rebuilt once a batch, so that a burst of requests costs one render. */
export class RequestLog {
  /** All rows in memory, in the order of their ids. */
  rows = $state.raw<readonly ExchangeRow[]>([])
  #frozen = $state.raw<readonly ExchangeRow[] | null>(null)
  readonly #active = new RowsApart(({ state }) => state === 'receiving' || state === 'sending')
  readonly #pinned = new RowsApart(({ pinned }) => pinned === true)

  /** What the last batch did, for whoever follows the rows without looking through them all. */
  latest: LatestChange | null = null

  /** Whether the view stands still. The log never does: recording goes on. */
  readonly paused: boolean = $derived(this.#frozen !== null)
  /** What the table shows: the rows, or while paused those of the moment of pausing. */
  readonly shown: readonly ExchangeRow[] = $derived(this.#frozen ?? this.rows)
  /** How many rows have come since pausing. */
  readonly waiting: number = $derived(this.#frozen === null ? 0 : countAfter(this.rows, this.#frozen.at(-1)?.id ?? 0))

  /** Those that are still being read or sent. */
  get active(): readonly ExchangeRow[] {
    return this.#active.rows
  }

  get pinned(): readonly ExchangeRow[] {
    return this.#pinned.rows
  }

  /** Replaces everything, as after a reload or a gap in the feed. */
  replace(rows: readonly ExchangeRow[]): void {
    this.rows = rows.toSorted((one, other) => one.id - other.id)
    this.#active.replace(rows)
    this.#pinned.replace(rows)
  }

  /** Takes in what a batch changes. */
  apply(changes: RowChanges): void {
    const before = this.rows
    this.rows = mergeRows(before, changes)
    this.latest = { before, after: this.rows, changes }
    this.#active.apply(changes)
    this.#pinned.apply(changes)
  }

  /** The row with this id as it is now, whether the view is paused or not; undefined once it has left memory. */
  find(id: number): ExchangeRow | undefined {
    return this.rows[indexOfId(this.rows, id)]
  }

  /** The nearest request in memory before one on its connection, or after it. */
  neighbour({ id, connectionId }: ExchangeRow, by: 1 | -1): ExchangeRow | undefined {
    const from = this.rows.length - countAfter(this.rows, by > 0 ? id : id - 1)
    for (let at = by > 0 ? from : from - 1; at >= 0 && at < this.rows.length; at += by) {
      const row = this.rows[at]
      if (row?.connectionId === connectionId) return row
    }
    return undefined
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
}
