import type { PortholeApi } from '../../preload/contract'
import type { Notices } from './notices.svelte'

/** How long main keeps what was cleared. */
const UNDO_SECONDS = 10

/** Clearing the log, and the ten seconds in which it can be undone. */
export class ClearLog {
  readonly #api: PortholeApi
  readonly #notices: Notices
  #timer: ReturnType<typeof setInterval> | undefined

  /** How many rows the last clear took, while it can be undone; else null. */
  cleared = $state<number | null>(null)
  secondsLeft = $state(0)

  constructor(api: PortholeApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  async clear(): Promise<void> {
    try {
      const { cleared } = await this.#api.clearLog(undefined)
      if (cleared > 0) this.#offer(cleared)
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }

  async undo(): Promise<void> {
    this.#withdraw()
    try {
      await this.#api.restoreLog(undefined)
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }

  #offer(cleared: number): void {
    this.#withdraw()
    this.cleared = cleared
    this.secondsLeft = UNDO_SECONDS
    this.#timer = setInterval(() => {
      this.secondsLeft -= 1
      if (this.secondsLeft <= 0) this.#withdraw()
    }, 1000)
  }

  #withdraw(): void {
    clearInterval(this.#timer)
    this.cleared = null
  }
}
