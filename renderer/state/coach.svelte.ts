import type { ExchangeRow } from '../../preload/views'
import type { Arrangement } from './remembered'

const SEEN = 'coach-seen'

/** Whether the first request ever is still to be explained. Once it was, it never is again. */
export class Coach {
  readonly #arrangement: Arrangement
  #done = $state(true)

  constructor(arrangement: Arrangement) {
    this.#arrangement = arrangement
    this.#done = arrangement.getItem(SEEN) !== null
  }

  /** Gives the request to explain: the first one that somebody else sent and that was answered. */
  choose(rows: readonly ExchangeRow[]): ExchangeRow | undefined {
    if (this.#done) return undefined
    return rows.find(({ status, method, replayed }) => status !== null && method !== null && replayed !== true)
  }

  finish(): void {
    if (this.#done) return
    this.#done = true
    this.#arrangement.setItem(SEEN, 'yes')
  }
}
