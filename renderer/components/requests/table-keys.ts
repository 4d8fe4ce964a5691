import type { ExchangeRow } from '../../../preload/views'
import { actionFor, type ActionId } from '../keys/actions'
import { strokeOf, type Press } from '../keys/strokes'
import { isGroup, type TableLine } from './row-groups'
import { isProblem, lookOf } from './row-look'

/** Whether a movement selects the line it leads to, or all up to it. */
export type Selects = 'one' | 'stretch'

/**
 * What a key asks of the rows. `along`: to the next row that has something in common with the selected one. A
 * `stretch` reaches from where the selection began.
 */
export type TableAction =
  | { readonly kind: 'step' | 'page'; readonly by: 1 | -1; readonly selects: Selects }
  | { readonly kind: 'start' | 'end'; readonly selects: Selects }
  | { readonly kind: 'along'; readonly what: 'connection' | 'client' | 'problem'; readonly by: 1 | -1 }
  | { readonly kind: 'left' | 'right' | 'open' | 'back' | 'all' | 'groups' }

/** Gives what a key asks for, or undefined when it is not one of the table's. */
export function actionOf(press: Press): TableAction | undefined {
  // Whichever of the two command keys it is: no other stroke of the table has one.
  const stroke = strokeOf(press, press.metaKey)
  const action = stroke === undefined ? undefined : actionFor(stroke, 'inTable')
  return action === undefined ? undefined : TABLE_ACTIONS[action]
}

const TABLE_ACTIONS: { readonly [A in ActionId]?: TableAction } = {
  nextRow: { kind: 'step', by: 1, selects: 'one' },
  previousRow: { kind: 'step', by: -1, selects: 'one' },
  extendDown: { kind: 'step', by: 1, selects: 'stretch' },
  extendUp: { kind: 'step', by: -1, selects: 'stretch' },
  pageDown: { kind: 'page', by: 1, selects: 'one' },
  pageUp: { kind: 'page', by: -1, selects: 'one' },
  extendPageDown: { kind: 'page', by: 1, selects: 'stretch' },
  extendPageUp: { kind: 'page', by: -1, selects: 'stretch' },
  firstRow: { kind: 'start', selects: 'one' },
  lastRow: { kind: 'end', selects: 'one' },
  extendToFirst: { kind: 'start', selects: 'stretch' },
  extendToLast: { kind: 'end', selects: 'stretch' },
  selectAll: { kind: 'all' },
  nextOnConnection: { kind: 'along', what: 'connection', by: 1 },
  previousOnConnection: { kind: 'along', what: 'connection', by: -1 },
  nextOfClient: { kind: 'along', what: 'client', by: 1 },
  previousOfClient: { kind: 'along', what: 'client', by: -1 },
  nextProblem: { kind: 'along', what: 'problem', by: 1 },
  previousProblem: { kind: 'along', what: 'problem', by: -1 },
  openDetail: { kind: 'open' },
  leaveTable: { kind: 'back' },
  toggleGroups: { kind: 'groups' },
  toHeader: { kind: 'left' },
  toHeaderRight: { kind: 'right' },
}

/** Where a search along the rows begins, and what is looked for. */
export interface Search {
  readonly lines: readonly TableLine[]
  /** The index of the selected line; -1 for none, which searches from the near end. */
  readonly from: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Gives the index of the row that an `along` action leads to, in the order shown, or -1 when there is none. */
export function findAlong({ lines, from, now }: Search, action: Extract<TableAction, { kind: 'along' }>): number {
  const at = lines[from]
  const selected = at !== undefined && isGroup(at) ? at.first : at
  const matches = (row: ExchangeRow): boolean => {
    if (action.what === 'problem') return isProblem(lookOf(row, now))
    if (action.what === 'client') return row.clientId === selected?.clientId
    // 0 is not known, and what is not known is not the same.
    return row.connectionId !== 0 && row.connectionId === selected?.connectionId
  }
  const start = from < 0 && action.by < 0 ? lines.length : from
  for (let index = start + action.by; index >= 0 && index < lines.length; index += action.by) {
    const line = lines[index]
    if (line !== undefined && !isGroup(line) && matches(line)) return index
  }
  return -1
}
