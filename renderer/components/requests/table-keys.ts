import type { ExchangeRow } from '../../../preload/views'
import { actionFor, type ActionId } from '../keys/actions'
import { strokeOf, type Press } from '../keys/strokes'
import { isProblem, lookOf } from './row-look'

/** What a key asks of the rows. `along`: to the next row that has something in common with the selected one. */
export type TableAction =
  | { readonly kind: 'step' | 'page'; readonly by: 1 | -1 }
  | { readonly kind: 'along'; readonly what: 'connection' | 'client' | 'problem'; readonly by: 1 | -1 }
  | { readonly kind: 'start' | 'end' | 'open' | 'back' | 'header' }

/** Gives what a key asks for, or undefined when it is not one of the table's. */
export function actionOf(press: Press): TableAction | undefined {
  const stroke = strokeOf(press, false)
  const action = stroke === undefined ? undefined : actionFor(stroke, 'inTable')
  return action === undefined ? undefined : TABLE_ACTIONS[action]
}

const TABLE_ACTIONS: { readonly [A in ActionId]?: TableAction } = {
  nextRow: { kind: 'step', by: 1 },
  previousRow: { kind: 'step', by: -1 },
  pageDown: { kind: 'page', by: 1 },
  pageUp: { kind: 'page', by: -1 },
  firstRow: { kind: 'start' },
  lastRow: { kind: 'end' },
  nextOnConnection: { kind: 'along', what: 'connection', by: 1 },
  previousOnConnection: { kind: 'along', what: 'connection', by: -1 },
  nextOfClient: { kind: 'along', what: 'client', by: 1 },
  previousOfClient: { kind: 'along', what: 'client', by: -1 },
  nextProblem: { kind: 'along', what: 'problem', by: 1 },
  previousProblem: { kind: 'along', what: 'problem', by: -1 },
  openDetail: { kind: 'open' },
  leaveTable: { kind: 'back' },
  toHeader: { kind: 'header' },
}

/** Where a search along the rows begins, and what is looked for. */
export interface Search {
  readonly rows: readonly ExchangeRow[]
  /** The index of the selected row; -1 for none, which searches from the near end. */
  readonly from: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Gives the index of the row that an `along` action leads to, in the order shown, or -1 when there is none. */
export function findAlong({ rows, from, now }: Search, action: Extract<TableAction, { kind: 'along' }>): number {
  const selected = rows[from]
  const matches = (row: ExchangeRow): boolean => {
    if (action.what === 'problem') return isProblem(lookOf(row, now))
    if (action.what === 'client') return row.clientId === selected?.clientId
    return row.connectionId === selected?.connectionId
  }
  const start = from < 0 && action.by < 0 ? rows.length : from
  for (let index = start + action.by; index >= 0 && index < rows.length; index += action.by) {
    const row = rows[index]
    if (row !== undefined && matches(row)) return index
  }
  return -1
}
