import type { Voice } from './row-words'
import type { ColumnKey } from './columns'
import { sayCell, type Cell } from './say-cell'

/** Where the cells of the request table are looked up. */
export interface CellsAround {
  /** The columns shown, left to right. */
  readonly columns: readonly ColumnKey[]
  /** What a row's cells are made of; undefined where it is none of the table's. */
  readonly findRow: (id: number) => Omit<Cell, 'column' | 'text'> | undefined
}

/** Says what cell an element is in; of a line as a whole, what a screen reader says of it. */
export function sayPointed(at: Element, { columns, findRow }: CellsAround, voice: Voice): string | null {
  const line = at.closest<HTMLElement>('[role="row"]')
  const cell = at.closest<HTMLElement>('[role="gridcell"]')
  const row = findRow(Number(line?.dataset.id))
  const key = columns[Array.from(line?.querySelectorAll('[role="gridcell"]') ?? []).findIndex((each) => each === cell)]
  if (row === undefined || key === undefined || cell === null) return line?.getAttribute('aria-label') ?? null
  return sayCell({ ...row, column: key, text: cell.title === '' ? cell.textContent : cell.title }, voice)
}
