import type { ExchangeRow } from '../../../preload/views'
import { isProblem, isRunning } from './row-look'

/** What has happened in the log since it was last looked at. */
export interface RowNews {
  readonly came: number
  readonly problems: number
}

/** Counts what is worth telling to somebody who does not see the rows: new ones, and those that went wrong. */
export class RowWatch {
  #lastId: number
  #running: readonly number[] = []

  /** Begins with the rows that are there: they are no news. */
  constructor(rows: readonly ExchangeRow[]) {
    this.#lastId = rows.at(-1)?.id ?? 0
  }

  /** Gives what is new, once. Looks at the rows that came and those that ran when it last looked, no others. */
  look(rows: readonly ExchangeRow[], find: (id: number) => ExchangeRow | undefined): RowNews {
    const came: ExchangeRow[] = []
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const row = rows[at]
      if (row === undefined || row.id <= this.#lastId) break
      came.push(row)
    }
    const ran = this.#running.map(find).filter((row) => row !== undefined)
    const watched = [...ran, ...came]
    this.#lastId = Math.max(this.#lastId, rows.at(-1)?.id ?? 0)
    this.#running = watched.filter(isRunning).map(({ id }) => id)
    return { came: came.length, problems: watched.filter(({ state }) => isProblem(state)).length }
  }
}
