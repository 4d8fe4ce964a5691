import type { PortholeApi } from '../../preload/contract'
import type { ExchangeRow } from '../../preload/views'
import { FoundHeads, type Learnt } from '../filter/head-knowledge'
import type { HeadKnowledge } from '../filter/head-terms'
import type { HeadTerm } from '../../preload/head-search'
import { UNKNOWN, type Verdict } from '../filter/verdict'

/** While requests pour in, main is asked so often and no more. */
const ASK_EVERY_MS = 250

/** What the searcher tells its owner. */
export interface HeadSearchEvents {
  /** More is known of some rows. */
  readonly learnt: (about: Learnt) => void
  readonly searchingChanged: (searching: boolean) => void
  readonly failed: (error: unknown) => void
}

/** Asks main what the heads hold, for as long as a filter wants to know. */
export class HeadSearcher implements HeadKnowledge {
  readonly #api: Pick<PortholeApi, 'searchHeads'>
  readonly #events: HeadSearchEvents
  #found = new FoundHeads(new Map())
  #asking = false
  #wanted = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Pick<PortholeApi, 'searchHeads'>, events: HeadSearchEvents) {
    this.#api = api
    this.#events = events
  }

  /** How many requests cannot be searched: their heads have left memory. */
  get gone(): number {
    return this.#found.gone
  }

  verdict(termKey: string, rowId: number): Verdict {
    return this.#found.terms.size === 0 ? UNKNOWN : this.#found.verdict(termKey, rowId)
  }

  /**
   * Looks for these terms from now on. What is known is kept while nothing new is asked.
   *
   * @param near gives the ids of the rows where the reader is: main answers for them first
   */
  lookFor(terms: ReadonlyMap<string, HeadTerm>, near: () => readonly number[] = () => []): void {
    const known = this.#found.terms
    if (Array.from(terms.keys()).every((key) => known.has(key)) && (terms.size > 0 || known.size === 0)) return
    this.#found = new FoundHeads(terms, terms.size > 0 ? near() : [])
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#events.searchingChanged(terms.size > 0)
    if (terms.size > 0) this.#ask()
  }

  /** Begins again, as after a clear that was undone: rows have come back among those that were searched. */
  startAgain(): void {
    const { terms } = this.#found
    this.#found = new FoundHeads(new Map())
    this.lookFor(terms)
  }

  /** Takes note of what has changed in the log. */
  receive(come: readonly ExchangeRow[]): void {
    if (!this.#found.notice(come)) return
    this.#wanted = true
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (this.#wanted) this.#ask()
    }, ASK_EVERY_MS)
  }

  forget(gone: readonly ExchangeRow[]): void {
    if (this.#found.terms.size > 0) this.#found.forget(gone)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #ask(): void {
    if (this.#asking) return
    this.#asking = true
    this.#wanted = false
    void this.#askUntilDone().finally(() => {
      this.#asking = false
    })
  }

  async #askUntilDone(): Promise<void> {
    try {
      while (this.#found.terms.size > 0 && (await this.#askOnce()));
    } catch (error) {
      this.#events.failed(error)
    }
    this.#events.searchingChanged(false)
  }

  /** Asks one question; tells whether there is more to ask. */
  async #askOnce(): Promise<boolean> {
    const found = this.#found
    const question = found.question()
    const answer = await this.#api.searchHeads(question)
    // Other terms are wanted by now: the answer is to an old question.
    if (found !== this.#found) return true
    this.#events.learnt(found.learn(question, answer))
    return answer.more
  }
}
