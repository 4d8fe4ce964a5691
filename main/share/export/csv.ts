/** The log as a table (RFC 4180), with a mark of its coding at the front, without which Excel takes UTF-8 for latin1. */
import { lintsIn } from '../../../preload/lints'
import { csvCell, escapeForLog } from '../../../preload/inert-text'
import type { ExportedExchange, ExportSource } from './exported-exchange'
import { keptValue } from './kept-head'

type Cell = string | number | null | undefined

/** Columns with the names that programs know them by, in one language: the file is for them. */
const COLUMNS: readonly (readonly [name: string, cell: (exchange: ExportedExchange) => Cell])[] = [
  ['id', ({ detail }) => detail.row.id],
  ['time', ({ detail }) => new Date(detail.row.at).toISOString()],
  ['client', ({ client }) => client],
  ['address', ({ detail }) => detail.remoteAddress],
  ['port', ({ detail }) => detail.remotePort],
  ['method', ({ detail }) => detail.row.method],
  ['target', ({ detail }) => detail.row.target],
  ['version', ({ detail }) => detail.row.version],
  ['status', ({ detail }) => detail.row.status],
  ['state', ({ detail }) => detail.row.state],
  ['reason', ({ detail }) => detail.row.reason],
  ['file', ({ detail }) => detail.row.file?.path],
  ['file_bytes', ({ detail }) => detail.row.file?.size],
  [
    'ranges',
    ({ detail }) => detail.row.file?.ranges.map(([first, last]) => `${String(first)}-${String(last)}`).join(' '),
  ],
  ['sent_bytes', ({ detail }) => detail.row.sentBytes],
  ['received_bytes', ({ detail }) => detail.row.receivedBytes],
  ['content_length', ({ detail }) => detail.row.contentLength],
  ['first_byte_ms', ({ detail }) => rounded(detail.row.firstByteMs)],
  ['elapsed_ms', ({ detail }) => rounded(detail.row.elapsedMs)],
  ['bytes_per_second', ({ detail }) => rounded(detail.row.bytesPerSecond)],
  ['connection', ({ detail }) => detail.row.connectionId],
  ['ordinal', ({ detail }) => detail.row.ordinal],
  ['user_agent', ({ requestHead }) => keptValue(requestHead, 'user-agent')],
  ['replayed', ({ detail }) => (detail.row.replayed === true ? 1 : 0)],
  ['pinned', ({ detail }) => (detail.row.pinned === true ? 1 : 0)],
  ['mark', ({ detail }) => detail.row.mark],
  ['notes', ({ detail }) => lintsIn(detail.row.lints).join(' ')],
  ['comment', ({ detail }) => detail.row.comment],
]

/** Gives the file's text, a line at a time. */
export function* csvText({ exchanges }: ExportSource): Generator<string> {
  yield `\ufeff${COLUMNS.map(([name]) => name).join(',')}\r\n`
  for (const exchange of exchanges) yield `${COLUMNS.map(([, cell]) => written(cell(exchange))).join(',')}\r\n`
}

/** Strangers' text is made inert; figures of ours are written as they are. */
function written(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'number' ? String(cell) : csvCell(escapeForLog(cell))
}

/** Thousandths are enough, and a table of them can be read. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000
}
