import { createContext, untrack } from 'svelte'
import type { PortholeApi } from '../../preload/contract'
import type { SavedFilter } from '../../preload/settings'
import type { ClientView, ExchangeRow } from '../../preload/views'
import { compileQuery, usesClientNames, usesClock, type FilterContext, type Predicate } from '../filter/compile'
import { excludeTerm, hasTerm, includeTerm, replaceKey, withoutTerm } from '../filter/edit'
import { FilteredRows } from '../filter/filtered-rows'
import { firstFrom, type Near } from '../filter/gradual-look'
import { MOST_AGAIN, type Learnt } from '../filter/head-knowledge'
import { headTermsOf } from '../filter/head-terms'
import { MatchCount } from '../filter/match-count'
import { parseFilter } from '../filter/parse'
import type { Query } from '../filter/query'
import { changesBetween } from '../filter/row-changes'
import { changeCounts, countStalled, NO_ROWS, type RowCounts } from '../filter/row-counts'
import { timeTerm } from '../filter/terms'
import { YES } from '../filter/verdict'
import { nameStatus } from '../text/requests'
import type { Clients } from './clients.svelte'
import { FilterBox } from './filter-box.svelte'
import { HeadSearcher } from './head-searcher'
import type { Notices } from './notices.svelte'
import type { RequestLog } from './request-log.svelte'

/** So long a look at the rows may hold up the window. */
const SLICE_MS = 8
/** So many rows are looked at in one go: it takes less than a frame or two. */
const ROWS_IN_ONE_GO = 20_000

/** What the filter works on. */
export interface FilterParts {
  readonly api: Pick<PortholeApi, 'searchHeads'>
  readonly log: RequestLog
  readonly clients: Clients
  readonly notices: Notices
}

interface SavedCount {
  readonly saved: SavedFilter
  readonly query: Query | null
  readonly matches: MatchCount
}

/**
 * The filter of the request table, its highlight, and what both say of the rows. Fed by the log's own state; asks again
 * only of rows that have changed, and of all of them, in slices, when the filter does.
 */
export class FilterState {
  readonly #log: RequestLog
  readonly #clients: Clients
  readonly #searcher: HeadSearcher
  readonly #filtered = new FilteredRows(elapsed)
  readonly #context: FilterContext
  #before: readonly ExchangeRow[] = []
  #names: ReadonlyMap<number, ClientView> = new Map()
  #timer: ReturnType<typeof setTimeout> | undefined
  #saved: readonly SavedCount[] = []

  readonly box = new FilterBox(() => {
    this.#begin()
  })
  readonly highlight = new FilterBox(() => {
    this.#lookForHeads()
    this.#highlights = this.#predicateOf(this.highlight.query)
  })

  /** What the table shows: the rows that pass. */
  shown = $state.raw<readonly ExchangeRow[]>([])
  counts = $state.raw<RowCounts>(NO_ROWS)
  /** How many rows each saved filter lets pass, in their order. */
  savedCounts = $state.raw<readonly number[]>([])
  /** Whether main is looking through heads for us. */
  searching = $state(false)
  /** Requests of which nobody can tell whether they pass: their heads have left memory. */
  untold = $state(0)
  /** Whether all rows have been looked at. */
  complete = $state(true)
  #stalled = $state(0)
  #highlights = $state.raw<Predicate | null>(null)

  /** Running rows that stand still count as problems, though nothing has happened to them. */
  readonly problems: number = $derived(this.counts.problem + this.#stalled)
  readonly on: boolean = $derived(this.box.query !== null)
  /** Where the reader is; a new filter looks there first. Set by whoever shows the rows. */
  near: () => Near = () => 'end'

  constructor({ api, log, clients, notices }: FilterParts) {
    this.#log = log
    this.#clients = clients
    this.#searcher = new HeadSearcher(api, {
      learnt: (about) => {
        this.#learn(about)
      },
      searchingChanged: (searching) => {
        this.searching = searching
        this.#publish()
      },
      failed: (error) => {
        notices.tellBug(error)
      },
    })
    this.#context = {
      client: (id) => this.#names.get(id),
      heads: this.#searcher,
      nameStatus,
      now: Date.now,
      elapsed,
    }
  }

  /**
   * Follows the log for as long as the component lives that calls this while it is made.
   *
   * @param now gives the time, and is read again as it goes on
   */
  follow(now: () => number, saved: () => readonly SavedFilter[]): void {
    $effect.pre(() => {
      const { byId } = this.#clients
      untrack(() => {
        this.#meet(byId)
      })
    })
    $effect.pre(() => {
      const rows = this.#log.shown
      untrack(() => {
        this.#receive(rows)
      })
    })
    $effect(() => {
      const at = now()
      untrack(() => {
        this.#tick(at)
      })
    })
    $effect(() => {
      const filters = saved()
      untrack(() => {
        this.#countSaved(filters)
      })
    })
    $effect(() => () => {
      clearTimeout(this.#timer)
      this.#searcher.stop()
    })
  }

  clear(): void {
    this.box.write('')
  }

  /** Lets only rows pass that a term is true of. */
  include(term: string): void {
    this.box.write(includeTerm(this.box.applied, term))
  }

  /** Shuts out the rows that a term is true of. */
  exclude(term: string): void {
    this.box.write(excludeTerm(this.box.applied, term))
  }

  /** Whether a term is in force. */
  includes(term: string): boolean {
    return hasTerm(this.box.query, term)
  }

  /** Takes a term out of the filter that is in force. */
  drop(term: string): void {
    this.box.write(withoutTerm(this.box.applied, term))
  }

  /** Lets only requests pass that came between two moments, in milliseconds since the epoch. */
  setTime(from: number, to: number): void {
    this.box.write(replaceKey(this.box.applied, 'time', timeTerm(from, to)))
  }

  /** Whether a row is to stand out. */
  highlighted(row: ExchangeRow): boolean {
    return this.#highlights?.(row) === YES
  }

  #predicateOf(query: Query | null): Predicate | null {
    return query === null ? null : compileQuery(query, this.#context)
  }

  #begin(): void {
    this.#lookForHeads()
    const { query } = this.box
    if (query !== null) {
      this.#filtered.restart(compileQuery(query, this.#context), this.#before, this.near())
      this.#filtered.step(this.#before.length > ROWS_IN_ONE_GO ? SLICE_MS : Infinity)
    }
    this.#publish()
    this.#goOnLater()
  }

  #lookForHeads(): void {
    const queries = [this.box.query, this.highlight.query, ...this.#saved.map(({ query }) => query)]
    this.#searcher.lookFor(headTermsOf(...queries), () => this.#idsNear())
  }

  /** As many ids as main answers for at once, of the rows from where the reader is. */
  #idsNear(): readonly number[] {
    const near = this.near()
    const rows = this.#before
    const start = near === 'end' ? rows.length : firstFrom(rows, near)
    const from = Math.max(0, Math.min(start, rows.length - MOST_AGAIN))
    return rows.slice(from, from + MOST_AGAIN).map(({ id }) => id)
  }

  #receive(rows: readonly ExchangeRow[]): void {
    if (rows === this.#before) return
    const changes = changesBetween(this.#before, rows, this.#log.latest)
    this.#before = rows
    if (changes.gone.length > changes.come.length) {
      const there = new Set(changes.come.map(({ id }) => id))
      this.#searcher.forget(changes.gone.filter(({ id }) => !there.has(id)))
    }
    this.#searcher.receive(changes.come)
    this.counts = changeCounts(this.counts, changes)
    if (this.on) this.#filtered.receive(rows, changes)
    for (const { matches } of this.#saved) matches.receive(changes)
    this.#publish()
    this.#goOnLater()
  }

  /** Clients get their names after their first requests. */
  #meet(clients: ReadonlyMap<number, ClientView>): void {
    const before = this.#names
    this.#names = clients
    if (!usesClientNames(this.box.query)) return
    const isRenamed = Array.from(clients.values()).some(({ id, name }) => {
      const known = before.get(id)
      return known !== undefined && known.name !== name
    })
    if (isRenamed) this.#begin()
  }

  #tick(now: number): void {
    const { active } = this.#log
    this.#stalled = countStalled(active, now)
    const running = active.map(({ id }) => this.#before[firstFrom(this.#before, id)]).filter((row) => row !== undefined)
    if (usesClock(this.box.query)) this.#filtered.reconsider(running)
    for (const { query, matches } of this.#saved) if (usesClock(query)) matches.reconsider(running)
    this.#publish()
  }

  #learn({ afterId, toId, ids }: Learnt): void {
    const single = ids.map((id) => this.#before[firstFrom(this.#before, id)]).filter((row) => row !== undefined)
    const rows = [
      ...single,
      ...this.#before.slice(firstFrom(this.#before, afterId + 1), firstFrom(this.#before, toId + 1)),
    ]
    if (this.on) this.#filtered.reconsider(rows)
    for (const { query, matches } of this.#saved) if (headTermsOf(query).size > 0) matches.reconsider(rows)
    if (this.highlight.query !== null) this.#highlights = this.#predicateOf(this.highlight.query)
    this.#publish()
  }

  #countSaved(filters: readonly SavedFilter[]): void {
    this.#saved = filters.map((saved) => {
      const known = this.#saved.find((each) => each.saved.query === saved.query)
      if (known !== undefined) return { ...known, saved }
      const parsed = parseFilter(saved.query)
      const query = parsed.ok ? parsed.query : null
      return { saved, query, matches: new MatchCount(compileQuery(query, this.#context), this.#before, elapsed) }
    })
    this.#lookForHeads()
    this.#publish()
    this.#goOnLater()
  }

  /** Looks at the rest of the rows, a slice at a time. */
  #goOnLater(): void {
    if (this.#timer !== undefined || !this.#hasMore) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.on) this.#filtered.step(SLICE_MS)
      const waiting = this.#saved.find(({ matches }) => !matches.done)
      if (!this.on || this.#filtered.done) waiting?.matches.step(this.#before, SLICE_MS)
      this.#publish()
      this.#goOnLater()
    })
  }

  get #hasMore(): boolean {
    return (this.on && !this.#filtered.done) || this.#saved.some(({ matches }) => !matches.done)
  }

  #publish(): void {
    this.shown = this.on ? this.#filtered.rows : this.#before
    this.complete = !this.on || this.#filtered.done
    this.untold = this.on && !this.searching ? Math.min(this.#filtered.unknown, this.#searcher.gone) : 0
    const counts = this.#saved.map(({ matches }) => matches.count)
    if (counts.join() !== this.savedCounts.join()) this.savedCounts = counts
  }
}

function elapsed(): number {
  return performance.now()
}

export const [getFilter, setFilter] = createContext<FilterState>()
