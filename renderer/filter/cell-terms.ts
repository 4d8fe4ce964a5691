/** What can be asked of the part of a row that somebody points at. */
import { lintsIn } from '../../preload/lints'
import type { ClientView, ExchangeRow } from '../../preload/views'
import { fileOf, pathOf } from './row-facts'
import { clientTerm, textTerm } from './terms'

/** What is known besides the row. */
export interface CellFacts {
  readonly client: ClientView | undefined
  readonly clients: readonly ClientView[]
  /** What stands in the cell; the values of fields are known from nothing else. */
  readonly text: string
}

/** Gives the term for a column's value in a row; null where there is none. */
export function termOfCell(column: string, row: ExchangeRow, facts: CellFacts): string | null {
  if (column.startsWith('field:')) return fieldTerm(`header[${column.slice('field:'.length)}]`, facts.text)
  switch (column) {
    case 'time':
    case 'timeline':
      return `time:${clockOf(row.at)}`
    case 'client':
      return facts.client === undefined ? null : clientTerm(facts.client, facts.clients)
    case 'method':
      return row.method === null ? null : textTerm('method', row.method)
    case 'path':
      return row.target === null ? null : textTerm('path', pathOf(row), '=')
    case 'status':
      return row.status === null ? null : `status:${String(row.status)}`
    case 'progress': {
      const file = fileOf(row)
      return file === null ? null : textTerm('file', file, '=')
    }
    case 'connection':
      return row.connectionId === 0 ? null : `conn:${String(row.connectionId)}`
    case 'version':
      return row.version === null ? null : `http:${row.version}`
    case 'agent':
      return row.agent === undefined ? '-has:ua' : textTerm('ua', row.agent, '=')
    case 'noteCount':
      return row.lints === undefined ? '-has:note' : `note:${lintsIn(row.lints).join(',')}`
    case 'mediaType':
      return fieldTerm('resheader[content-type]', facts.text)
    case 'closeCause':
      return row.closeCause === undefined ? '-is:closed' : `close:${row.closeCause}`
    default:
      return termOfFigure(column, row)
  }
}

/** For figures: rows with as much or more. */
function termOfFigure(column: string, row: ExchangeRow): string | null {
  switch (column) {
    case 'rate':
      return row.bytesPerSecond === null ? null : `rate>=${String(Math.floor(row.bytesPerSecond))}b/s`
    case 'duration':
      return row.elapsedMs === null ? null : `dur>=${String(Math.floor(row.elapsedMs))}ms`
    case 'firstByte':
      return row.firstByteMs === null ? null : `ttfb>=${String(Math.floor(row.firstByteMs))}ms`
    case 'range': {
      const [first] = row.file?.ranges ?? []
      return first === undefined ? null : `range:${String(first[0])}..${String(first[1])}`
    }
    default:
      return null
  }
}

/** The columns that the menu of a whole row speaks of. */
export const ROW_COLUMNS = ['client', 'path', 'status', 'method'] as const

function fieldTerm(key: string, text: string): string {
  return text.trim() === '' ? `-${key}` : textTerm(key, text.trim(), '=')
}

function clockOf(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
