import { createContext } from 'svelte'
import type { Answer, PortholeApi } from '../../preload/contract'
import { MOST_KEPT } from '../../preload/exchange-notes'
import type { ExchangeRow, Mark } from '../../preload/views'
import type { Notices } from './notices.svelte'
import type { RequestLog } from './request-log.svelte'

type KeepingApi = Pick<PortholeApi, 'markExchanges' | 'pinExchanges' | 'commentExchange' | 'abortExchange'>

/** What a person does to requests: marks them, pins them, writes about them, breaks them off. */
export class Keeping {
  readonly #api: KeepingApi
  readonly #notices: Notices
  readonly #log: RequestLog

  constructor(api: KeepingApi, notices: Notices, log: RequestLog) {
    this.#api = api
    this.#notices = notices
    this.#log = log
  }

  /** Gives these requests a mark, or takes it off where all of them have it; gives what they have then. */
  async toggleMark(ids: Iterable<number>, mark: Mark): Promise<Mark | null> {
    const rows = this.#rowsOf(ids)
    const wish = rows.every((row) => row.mark === mark) ? null : mark
    await this.mark(ids, wish)
    return wish
  }

  /** Gives these requests a mark, or takes it off them. */
  async mark(ids: Iterable<number>, mark: Mark | null): Promise<void> {
    const changed = this.#rowsOf(ids).filter((row) => (row.mark ?? null) !== mark)
    await this.#send(changed, mark !== null, (some) => this.#api.markExchanges({ ids: some, mark }))
  }

  /** Pins these requests, or lets go of them where all of them are pinned; gives which. */
  async togglePin(ids: Iterable<number>): Promise<boolean> {
    const rows = this.#rowsOf(ids)
    const pinned = !rows.every((row) => row.pinned === true)
    const changed = rows.filter((row) => (row.pinned === true) !== pinned)
    await this.#send(changed, pinned, (some) => this.#api.pinExchanges({ ids: some, pinned }))
    return pinned
  }

  /** Keeps a comment; an empty one takes it away. */
  async comment(id: number, text: string): Promise<void> {
    await this.#notices.settle(this.#api.commentExchange({ id, text }))
  }

  /** Breaks off the connection that a request is answered on. */
  async abort(id: number): Promise<void> {
    await this.#notices.settle(this.#api.abortExchange(id))
  }

  #rowsOf(ids: Iterable<number>): readonly ExchangeRow[] {
    return Array.from(ids, (id) => this.#log.find(id)).filter((row) => row !== undefined)
  }

  /** Main takes so many at a time as it keeps at most: more to keep is refused here, more to let go goes in parts. */
  async #send(
    rows: readonly ExchangeRow[],
    keeps: boolean,
    send: (ids: readonly number[]) => Promise<Answer<null>>,
  ): Promise<void> {
    if (keeps && rows.length > MOST_KEPT) {
      this.#notices.tell({ code: 'kept-full', about: String(MOST_KEPT) })
      return
    }
    for (let at = 0; at < rows.length; at += MOST_KEPT) {
      await this.#notices.settle(send(rows.slice(at, at + MOST_KEPT).map(({ id }) => id)))
    }
  }
}

export const [getKeeping, setKeeping] = createContext<Keeping>()
