/** What a person has noted of exchanges, and that these stay in memory for it. */
import { MOST_KEPT } from '../../preload/exchange-notes'
import type { ExchangeRow, Mark } from '../../preload/views'
import type { ExchangeRecord } from './exchange-record'

/** What a person has said of one exchange. There is always something in it: an exchange without notes has none. */
export interface ExchangeNotes {
  readonly mark: Mark | null
  readonly pinned: boolean
  /** Empty when there is none. */
  readonly comment: string
}

export type NotesChange = Partial<ExchangeNotes>

const NOTHING: ExchangeNotes = { mark: null, pinned: false, comment: '' }

/** Gives the notes after a change; null when nothing is left of them. */
export function changeNotes(notes: ExchangeNotes | null, change: NotesChange): ExchangeNotes | null {
  const changed = { ...(notes ?? NOTHING), ...change }
  return changed.mark === null && !changed.pinned && changed.comment === '' ? null : changed
}

/** Gives what a row says of the notes. */
export function rowNotes({ mark, pinned, comment }: ExchangeNotes): Pick<ExchangeRow, 'mark' | 'pinned' | 'comment'> {
  return {
    ...(mark !== null && { mark }),
    ...(pinned && { pinned }),
    ...(comment !== '' && { comment }),
  }
}

/** The exchanges that have notes. Those that would have left memory without them are set aside here. */
export class KeptExchanges {
  readonly #kept = new Set<ExchangeRecord>()
  readonly #aside = new Set<ExchangeRecord>()

  /** Whether this change leaves no more exchanges with notes than may be kept. */
  hasRoomFor(records: readonly ExchangeRecord[], change: NotesChange): boolean {
    const newcomers = records.filter(({ notes }) => notes === null && changeNotes(notes, change) !== null)
    return newcomers.length === 0 || this.#kept.size + newcomers.length <= MOST_KEPT
  }

  /** Takes in that the notes of an exchange are others now; gives whether it goes back among those that may leave. */
  follow(record: ExchangeRecord): boolean {
    if (record.notes !== null) this.#kept.add(record)
    else this.#kept.delete(record)
    return record.notes === null && this.#aside.delete(record)
  }

  /** Sets an exchange aside that would leave memory now if it had no notes. */
  setAside(record: ExchangeRecord): void {
    this.#aside.add(record)
  }

  /** Gives back all that were set aside, in the order in which they were. */
  takeAside(): readonly ExchangeRecord[] {
    const aside = [...this.#aside]
    this.#aside.clear()
    return aside
  }

  /** Lets go of an exchange that leaves the log with its notes. */
  forget(record: ExchangeRecord): void {
    this.#kept.delete(record)
  }
}
