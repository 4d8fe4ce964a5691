import type { ExchangeRow } from '../../../preload/views'
import { isProblem, isRunning } from './row-look'
import type { Order, Sort } from './row-order'
import { applyChanges, type RowChanges } from './sorted-rows'

/** What requests may be gathered by. */
export const groupings = ['none', 'client', 'connection', 'file', 'transfer'] as const
export type Grouping = (typeof groupings)[number]

/** The line above the rows of a group, with what they come to. */
export interface GroupLine {
  readonly key: string
  /** Whether its rows stand below it. */
  readonly opened: boolean
  /** The first of its rows in the order shown; what they have in common is read from it. */
  readonly first: ExchangeRow
  readonly count: number
  readonly sentBytes: number
  readonly bytesPerSecond: number
  readonly running: number
  readonly problems: number
}

/** What stands in one line of the table. */
export type TableLine = ExchangeRow | GroupLine

export function isGroup(line: TableLine): line is GroupLine {
  return 'opened' in line
}

/** Names a line among all lines, whatever happens to it: a row by its id, a group by its key. */
export function keyOfLine(line: TableLine): number | string {
  return isGroup(line) ? line.key : line.id
}

/** The id of a line's element. */
export function lineId(line: TableLine): string {
  return isGroup(line) ? `group-${encodeURIComponent(line.key)}` : `request-${String(line.id)}`
}

/** Gives what a row is gathered by: rows with the same text are in one group. */
export function groupKeyOf(row: ExchangeRow, grouping: Exclude<Grouping, 'none'>): string {
  switch (grouping) {
    case 'client':
      return `client ${String(row.clientId)}`
    case 'connection':
      return `connection ${String(row.connectionId)}`
    case 'transfer':
      return row.transferId === undefined ? 'no transfer' : `transfer ${String(row.transferId)}`
    case 'file':
      // By what was asked for, so that a refused or an unchanged file stands among the rest of its requests.
      return `target ${row.target?.replace(/\?.*$/, '') ?? ''}`
  }
}

interface Group {
  readonly key: string
  /** The first to come of all that have been in it: the group's place in the order of arrival. */
  firstId: number
  rows: readonly ExchangeRow[]
  sentBytes: number
  bytesPerSecond: number
  running: number
  problems: number
}

/**
 * The rows of the log in groups. A batch costs work for the groups that it touches, and one pass to lay out the lines.
 */
export class RowGroups {
  readonly #grouping: Exclude<Grouping, 'none'>
  readonly #sort: Sort
  readonly #order: Order
  readonly #groups = new Map<string, Group>()
  #list: readonly Group[] = []

  /** @param order of the rows in a group; it must be that of `sort` */
  constructor(grouping: Exclude<Grouping, 'none'>, { sort, order }: { readonly sort: Sort; readonly order: Order }) {
    this.#grouping = grouping
    this.#sort = sort
    this.#order = order
  }

  /** Takes in what has changed in the log. */
  apply({ gone, come }: RowChanges): void {
    const touched = new Map<string, { gone: ExchangeRow[]; come: ExchangeRow[] }>()
    const changesOf = (row: ExchangeRow): { gone: ExchangeRow[]; come: ExchangeRow[] } => {
      const key = groupKeyOf(row, this.#grouping)
      const changes = touched.get(key) ?? { gone: [], come: [] }
      touched.set(key, changes)
      return changes
    }
    for (const row of gone) changesOf(row).gone.push(row)
    for (const row of come) changesOf(row).come.push(row)
    for (const [key, changes] of touched) this.#change(key, changes)
    this.#list = this.#arrange()
  }

  /** Gives the lines of the table: every group, and below those that are open their rows. */
  lines(opened: ReadonlySet<string>): TableLine[] {
    const lines: TableLine[] = []
    for (const group of this.#list) {
      const line = toLine(group, opened.has(group.key))
      if (line === undefined) continue
      lines.push(line)
      if (line.opened) for (const row of group.rows) lines.push(row)
    }
    return lines
  }

  /** The rows of a group, in the order shown. */
  rowsOf(key: string): readonly ExchangeRow[] {
    return this.#groups.get(key)?.rows ?? []
  }

  #change(key: string, changes: RowChanges): void {
    const firstId = changes.come.reduce((least, { id }) => Math.min(least, id), Infinity)
    const empty = { key, firstId, rows: [], sentBytes: 0, bytesPerSecond: 0, running: 0, problems: 0 }
    const group: Group = this.#groups.get(key) ?? empty
    group.firstId = Math.min(group.firstId, firstId)
    group.rows = applyChanges(group.rows, changes, this.#order)
    for (const row of changes.gone) count(group, row, -1)
    for (const row of changes.come) count(group, row, 1)
    if (group.rows.length === 0) this.#groups.delete(key)
    else this.#groups.set(key, group)
  }

  #arrange(): readonly Group[] {
    const { column, direction } = this.#sort
    const sign = direction === 'ascending' ? 1 : -1
    return [...this.#groups.values()].sort((one, other) => {
      const byArrival = one.firstId - other.firstId
      if (column === 'number' || column === 'time') return sign * byArrival
      if (column === 'progress') return sign * (one.sentBytes - other.sentBytes) || byArrival
      const [first, second] = [one.rows[0], other.rows[0]]
      return first === undefined || second === undefined ? byArrival : this.#order(first, second)
    })
  }
}

function count(group: Group, row: ExchangeRow, by: 1 | -1): void {
  group.sentBytes += by * row.sentBytes
  if (isRunning(row)) {
    group.running += by
    group.bytesPerSecond += by * (row.bytesPerSecond ?? 0)
  }
  if (isProblem(row.state)) group.problems += by
}

function toLine(group: Group, opened: boolean): GroupLine | undefined {
  const { key, rows, sentBytes, bytesPerSecond, running, problems } = group
  const first = rows[0]
  return first && { key, opened, first, count: rows.length, sentBytes, bytesPerSecond, running, problems }
}
