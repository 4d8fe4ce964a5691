import type { ClientView, ExchangeRow } from '../../../preload/views'
import type { ColumnKey } from '../requests/columns'
import { ROW_COLUMNS, termOfCell } from '../../filter/cell-terms'

/** What can be asked of what somebody points at. */
export interface Pointed {
  /** What the menu stands by. */
  readonly anchor: HTMLElement
  readonly terms: readonly string[]
  /** The column that would show the same of all rows. */
  readonly column: ColumnKey | null
  /** The request that a row is of. */
  readonly exchangeId?: number
}

/** Where the rows and clients are looked up. */
export interface RowSource {
  readonly row: (id: number) => ExchangeRow | undefined
  readonly clients: () => ReadonlyMap<number, ClientView>
}

/**
 * Gives what can be asked of the cell that an element is in, or of the whole row that the keyboard is at. The columns
 * are read off the header, which stands over the cells in the same order.
 */
export function pointAtCell(element: Element, source: RowSource): Pointed | null {
  const grid = element.closest<HTMLElement>('[role="grid"], [role="treegrid"]')
  const line = element.closest('[data-id]') ?? activeRowOf(element)
  if (grid === null || !(line instanceof HTMLElement)) return null
  const row = source.row(Number(line.dataset.id))
  if (row === undefined) return null
  const columns = Array.from(grid.querySelectorAll('[role="columnheader"]'), ({ id }) => id.slice('column-'.length))
  const cells = Array.from(line.querySelectorAll<HTMLElement>('[role="gridcell"]'))
  const cell = element.closest<HTMLElement>('[role="gridcell"]')
  const clients = source.clients()
  const termOf = (column: string, at: number): string | null =>
    termOfCell(column, row, {
      client: clients.get(row.clientId),
      clients: [...clients.values()],
      text: cells[at]?.textContent ?? '',
    })
  const at = cell === null ? -1 : cells.indexOf(cell)
  const own = cell === null ? null : termOf(columns[at] ?? '', at)
  // A cell that says nothing speaks for its row.
  const terms = own === null ? ROW_COLUMNS.map((column) => termOf(column, columns.indexOf(column))) : [own]
  const found = terms.filter((term) => term !== null)
  return { anchor: cell ?? line, terms: found, column: null, exchangeId: row.id }
}

/** The keyboard is at the grid itself, which names the row. */
function activeRowOf(element: Element): Element | null {
  const id = element.getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)
}
