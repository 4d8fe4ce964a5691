import { createContext } from 'svelte'
import type { PortholeApi } from '../../preload/contract'
import type { Variation } from '../../preload/own-request'
import type { Notices } from './notices.svelte'

/** Two exchanges side by side, and how the second came of the first, if it did. */
export interface ComparedPair {
  readonly left: number
  readonly right: number
  readonly variation: Variation | null
}

/** Asking again, and holding two exchanges against one another. */
export class Comparison {
  readonly #api: Pick<PortholeApi, 'askOurselves'>
  readonly #notices: Notices

  /** The exchange that waits for the one to compare it with. */
  marked = $state<number | null>(null)
  /** What is compared now. */
  pair = $state.raw<ComparedPair | null>(null)
  /** How it is being asked, while the answer is awaited. */
  asking = $state<Variation | null>(null)

  constructor(api: Pick<PortholeApi, 'askOurselves'>, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  /** Marks an exchange, or compares it with the one that is marked. The marked one again is marked no more. */
  choose(id: number): void {
    if (this.marked === null) this.marked = id
    else if (this.marked === id) this.marked = null
    else this.compare(this.marked, id)
  }

  /** Shows two exchanges side by side, the older one on the left. */
  compare(one: number, other: number): void {
    this.marked = null
    this.pair = { left: Math.min(one, other), right: Math.max(one, other), variation: null }
  }

  /** Sends the request to ourselves, the same or differently, and compares what came of both. */
  async ask(exchangeId: number, variation: Variation): Promise<void> {
    if (this.asking !== null) return
    this.asking = variation
    const asked = await this.#notices.settle(this.#api.askOurselves({ kind: 'again', exchangeId, variation }))
    this.asking = null
    if (asked !== undefined) this.pair = { left: exchangeId, right: asked.exchangeId, variation }
  }

  close(): void {
    this.pair = null
  }
}

export const [getComparison, setComparison] = createContext<Comparison>()
