import type { ColumnKey } from './columns'

/** Where the menu of the columns was asked for. */
export interface ColumnMenuRequest {
  readonly column: ColumnKey
  readonly anchor: HTMLElement
}
