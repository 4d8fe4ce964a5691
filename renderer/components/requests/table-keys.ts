import type { ExchangeRow } from '../../../preload/views'
import { isProblem, lookOf } from './row-look'

/** What a key asks of the rows. `along`: to the next row that has something in common with the selected one. */
export type TableAction =
  | { readonly kind: 'step' | 'page'; readonly by: 1 | -1 }
  | { readonly kind: 'along'; readonly what: 'connection' | 'client' | 'problem'; readonly by: 1 | -1 }
  | { readonly kind: 'start' | 'end' | 'open' | 'back' | 'header' }

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Gives what a key asks for, or undefined when it is not one of the table's. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Key): TableAction | undefined {
  return ctrlKey || metaKey || altKey ? undefined : ACTIONS[key]
}

const ACTIONS: Readonly<Record<string, TableAction>> = {
  ArrowDown: { kind: 'step', by: 1 },
  j: { kind: 'step', by: 1 },
  ArrowUp: { kind: 'step', by: -1 },
  k: { kind: 'step', by: -1 },
  PageDown: { kind: 'page', by: 1 },
  PageUp: { kind: 'page', by: -1 },
  Home: { kind: 'start' },
  End: { kind: 'end' },
  ']': { kind: 'along', what: 'connection', by: 1 },
  '[': { kind: 'along', what: 'connection', by: -1 },
  '}': { kind: 'along', what: 'client', by: 1 },
  '{': { kind: 'along', what: 'client', by: -1 },
  n: { kind: 'along', what: 'problem', by: 1 },
  N: { kind: 'along', what: 'problem', by: -1 },
  Enter: { kind: 'open' },
  Escape: { kind: 'back' },
  ArrowLeft: { kind: 'header' },
  ArrowRight: { kind: 'header' },
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
