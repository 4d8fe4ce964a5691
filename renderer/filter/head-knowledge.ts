import type { HeadFindings, HeadSearch, HeadTerm } from '../../preload/head-search'
import type { ExchangeRow } from '../../preload/views'
import type { HeadKnowledge } from './head-terms'
import { IdSet } from './id-set'
import { NO, UNKNOWN, YES, type Verdict } from './verdict'

/** As many ids as one search may name. */
export const MOST_AGAIN = 1000

/** The ids whose verdict may have changed: a span, and single ones beside it. */
export interface Learnt {
  readonly afterId: number
  readonly toId: number
  readonly ids: readonly number[]
}

/** What main has found in the heads for some terms, and what is still to be asked. */
export class FoundHeads implements HeadKnowledge {
  readonly terms: ReadonlyMap<string, HeadTerm>
  readonly #matches: ReadonlyMap<string, IdSet>
  readonly #gone = new IdSet()
  /** Searched before they were answered. */
  readonly #open = new Set<number>()
  /** Those to be asked for by their ids: the ones where the reader is, and open ones that have been answered since. */
  readonly #again: Set<number>
  /** Answered by their ids, wherever the search is. */
  readonly #told = new IdSet()
  #searchedTo = 0

  /** @param first the ids to be asked for before all others */
  constructor(terms: ReadonlyMap<string, HeadTerm>, first: readonly number[] = []) {
    this.terms = terms
    this.#again = new Set(first)
    this.#matches = new Map(Array.from(terms.keys(), (key) => [key, new IdSet()]))
  }

  verdict(termKey: string, rowId: number): Verdict {
    const matches = this.#matches.get(termKey)
    if (matches === undefined) return UNKNOWN
    if (matches.has(rowId)) return YES
    const isSearched = rowId <= this.#searchedTo || this.#told.has(rowId)
    return isSearched && !this.#gone.has(rowId) && !this.#open.has(rowId) ? NO : UNKNOWN
  }

  /** Takes note of rows that are new or have changed; tells whether main should be asked. */
  notice(rows: readonly ExchangeRow[]): boolean {
    let asks = false
    for (const row of rows) {
      if (this.#open.has(row.id) && (row.status !== null || row.elapsedMs !== null)) this.#again.add(row.id)
      asks ||= row.id > this.#searchedTo || this.#again.has(row.id)
    }
    return asks && this.terms.size > 0
  }

  /** What to ask main next. */
  question(): HeadSearch {
    return {
      terms: [...this.terms.values()],
      afterId: this.#searchedTo,
      again: Array.from(this.#again).slice(0, MOST_AGAIN),
    }
  }

  /** Takes in an answer. */
  learn(asked: HeadSearch, found: HeadFindings): Learnt {
    for (const id of asked.again) {
      this.#again.delete(id)
      this.#open.delete(id)
      this.#told.add(id)
    }
    const sets = [...this.#matches.values()]
    for (const [at, ids] of found.matches.entries()) for (const id of ids) sets[at]?.add(id)
    for (const id of found.gone) this.#gone.add(id)
    for (const id of found.open) this.#open.add(id)
    this.#searchedTo = Math.max(this.#searchedTo, found.searchedTo)
    return { afterId: asked.afterId, toId: found.searchedTo, ids: asked.again }
  }

  /** How many have no heads any more. */
  get gone(): number {
    return this.#gone.size
  }

  /** Lets go of rows that are no longer there. */
  forget(rows: readonly ExchangeRow[]): void {
    for (const { id } of rows) {
      for (const ids of this.#matches.values()) ids.delete(id)
      this.#gone.delete(id)
      this.#open.delete(id)
      this.#again.delete(id)
      this.#told.delete(id)
    }
  }
}
