import type { PortholeApi } from '../../../preload/contract'
import type { ExchangeDetail, ExchangeRow, ShareView } from '../../../preload/views'
import type { ChapterId } from '../../state/lesson.svelte'
import type { Notices } from '../../state/notices.svelte'
import { chooseExample } from './choose-example'
import { pathFor, requestFor, type Try } from './tries'

type ExampleApi = Pick<PortholeApi, 'askOurselves' | 'readDetail'>

/** The exchange that a chapter is shown on: the best one of the log, or one that the reader made happen. */
export class LiveExample {
  readonly #api: ExampleApi
  readonly #notices: Notices
  #chapter: ChapterId | null = null
  /** Tells answers to an earlier question from those to the last one. */
  #question = 0

  /** The exchange with its heads; null while there is none to show. */
  detail = $state.raw<ExchangeDetail | null>(null)
  /** Whether we are asking ourselves. */
  asking = $state(false)

  constructor(api: ExampleApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  /**
   * Shows a chapter on the best exchange there is. What is shown stays, however many more come: nothing is taken from
   * under the eyes of whoever reads it.
   */
  async show(chapter: ChapterId, rows: readonly ExchangeRow[]): Promise<void> {
    if (chapter !== this.#chapter) {
      this.#chapter = chapter
      this.#question += 1
      this.detail = null
      this.asking = false
    }
    if (this.detail !== null || this.asking) return
    const row = chooseExample(chapter, rows)
    if (row !== undefined) await this.#read(row.id, this.#question)
  }

  /** Sends the requests of a try one after the other, and shows the last one. */
  async ask(asked: Try, shares: readonly ShareView[]): Promise<void> {
    const path = pathFor(asked.target, shares)
    if (path === undefined || this.asking) return
    const question = (this.#question += 1)
    this.asking = true
    let before: number | null = null
    for (const step of asked.steps) {
      const answer: { readonly exchangeId: number } | undefined = await this.#notices.settle(
        this.#api.askOurselves(requestFor(step, path, before)),
      )
      if (answer === undefined) break
      before = answer.exchangeId
    }
    if (question !== this.#question) return
    this.asking = false
    if (before !== null) await this.#read(before, question)
  }

  async #read(id: number, question: number): Promise<void> {
    const detail = await this.#api.readDetail(id).catch(() => null)
    if (question === this.#question && detail !== null) this.detail = detail
  }
}
