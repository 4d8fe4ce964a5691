import type { DigestView } from '../../../preload/digest-views'
import type { FaultCode } from '../../../preload/views'
import type { DetailActs } from '../detail/detail-acts'

/** How often one looks while something is computed. */
const LOOK_MS = 250

export type DigestActs = Pick<DetailActs, 'computeDigest' | 'readDigest' | 'cancelDigest'>

/** The digest of what one exchange and the others of its transfer sent: asked for, followed, given up. */
export class DigestWatch {
  readonly #acts: DigestActs
  readonly #exchangeId: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOver = false

  /** Null while nobody has asked for it. */
  view = $state.raw<DigestView | null>(null)
  /** Why nothing is computed, when it was asked for in vain. */
  refused = $state<FaultCode | null>(null)

  constructor(acts: DigestActs, exchangeId: number) {
    this.#acts = acts
    this.#exchangeId = exchangeId
  }

  /** Looks what there is already, and follows what is under way; gives the function that ends it. */
  start(): () => void {
    void this.#look()
    return () => {
      this.#isOver = true
      clearTimeout(this.#timer)
    }
  }

  async compute(): Promise<void> {
    const answer = await this.#acts.computeDigest(this.#exchangeId)
    this.refused = answer.ok ? null : answer.fault.code
    await this.#look()
  }

  async cancel(): Promise<void> {
    await this.#acts.cancelDigest(this.#exchangeId)
    await this.#look()
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer)
    // A main that has gone away is told of by whoever holds the link to it.
    const view = await this.#acts.readDigest(this.#exchangeId).catch(() => this.view)
    if (this.#isOver) return
    this.view = view
    clearTimeout(this.#timer)
    if (view?.kind === 'waiting' || view?.kind === 'reading') this.#timer = setTimeout(() => void this.#look(), LOOK_MS)
  }
}
