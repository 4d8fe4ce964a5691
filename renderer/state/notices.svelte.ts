import type { Answer } from '../../preload/contract'
import type { Fault, Notice } from '../../preload/views'
import { LinkLostError } from './link-lost'

/** Something the user should know of, whether main found it or a command of ours was refused. */
export interface Told {
  readonly key: string
  readonly fault: Fault
  /** What to paste into a report about a bug. */
  readonly report: string | null
  /** How often it has happened since it was first told. */
  readonly count: number
  /** The id to dismiss it by, when main keeps it. */
  readonly noticeId: number | null
}

/** What stands in the banners until it is dismissed. */
export class Notices {
  #fromMain = $state.raw<readonly Notice[]>([])
  #fromHere = $state.raw<readonly Told[]>([])

  /** All of them, ours first: they answer what the user has just done. */
  readonly all: readonly Told[] = $derived([
    ...this.#fromHere,
    ...this.#fromMain.map(({ id, fault, report }) => ({
      key: `notice-${String(id)}`,
      fault,
      report,
      count: 1,
      noticeId: id,
    })),
  ])

  /** Those that answer what was done in this window. */
  get ofHere(): readonly Told[] {
    return this.#fromHere
  }

  replace(notices: readonly Notice[]): void {
    this.#fromMain = notices
  }

  /** Tells of a fault here in the window. The same one again only counts up. */
  tell(fault: Fault, report: string | null = null): void {
    const key = `${fault.code} ${fault.about ?? ''}`
    const known = this.#fromHere.find((each) => each.key === key)
    const told: Told = { key, fault, report, count: (known?.count ?? 0) + 1, noticeId: null }
    this.#fromHere = [told, ...this.#fromHere.filter((each) => each !== known)]
  }

  /** Takes away what has been read. */
  dismiss(told: Told): void {
    this.#fromHere = this.#fromHere.filter(({ key }) => key !== told.key)
    this.#fromMain = this.#fromMain.filter(({ id }) => id !== told.noticeId)
  }

  /**
   * Waits for a command. Gives what it answers, or undefined after telling why not: a refusal is told with its fault,
   * a rejection is a bug of ours and told as one.
   */
  async settle<T>(answer: Promise<Answer<T>>): Promise<T | undefined> {
    try {
      const settled = await answer
      if (settled.ok) return settled.value
      this.tell(settled.fault)
    } catch (error) {
      this.tellBug(error)
    }
    return undefined
  }

  /** Tells of an exception that nobody expected, with what a developer needs to know of it. */
  tellBug(error: unknown): void {
    if (error instanceof LinkLostError) return
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.tell({ code: 'unexpected-error' }, report)
  }
}
