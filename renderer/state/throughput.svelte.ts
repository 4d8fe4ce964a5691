import type { PortholeApi } from '../../preload/contract'
import type { SecondView } from '../../preload/throughput-views'
import type { Notices } from './notices.svelte'

/** As long as main keeps. */
const KEPT_MS = 3_600_000
const POLL_MS = 1000

/** What went out in each second of the last hour. Asked for once a second, and only while somebody looks at it. */
export class Throughput {
  readonly #api: Pick<PortholeApi, 'readThroughput'>
  readonly #notices: Notices
  #revision = 0

  /** The seconds in which something happened, by when they began. */
  seconds = $state.raw<ReadonlyMap<number, SecondView>>(new Map())
  /** The time in main when it last told; 0 before that. */
  now = $state(0)

  constructor(api: Pick<PortholeApi, 'readThroughput'>, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  /** Begins to ask; gives the function that ends it. */
  start(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      // What nobody sees is not asked for; what has happened meanwhile comes in one answer.
      if (!document.hidden) await this.#ask()
      if (!isOver) timer = setTimeout(() => void ask(), POLL_MS)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }

  async #ask(): Promise<void> {
    try {
      const { revision, now, seconds } = await this.#api.readThroughput(this.#revision)
      // A main that was started anew counts from the beginning.
      const known = revision < this.#revision ? [] : this.seconds.values()
      const merged = new Map<number, SecondView>()
      for (const each of [...known, ...seconds]) if (each.at > now - KEPT_MS) merged.set(each.at, each)
      this.#revision = revision
      this.seconds = merged
      this.now = now
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }
}
