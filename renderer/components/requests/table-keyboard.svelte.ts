import type { TableView } from '../../state/table-view.svelte'
import type { ColumnKey } from './columns'
import type { Press } from '../keys/strokes'
import { actionOf, findAlong, type TableAction } from './table-keys'

/** What the keyboard moves, and whom it tells. */
export interface KeyboardTarget {
  readonly view: TableView
  /** The columns shown, left to right. */
  columns: () => readonly ColumnKey[]
  selectedId: () => number | null
  /** Milliseconds since the epoch. */
  now: () => number
  select: (id: number | null) => void
  open: (id: number) => void
  /** Lets go of the focus. */
  leave: () => void
  sortBy: (column: ColumnKey) => void
  /** Makes a column wider by so many CSS pixels, or narrower. */
  widen: (column: ColumnKey, by: number) => void
  openMenu: (column: ColumnKey) => void
}

/** CSS pixels that one press of a key makes a column wider. */
const WIDEN_BY = 8

/**
 * Moves the keyboard through the table, which is one stop of the Tab key: up and down through the rows, and with left
 * or right, or up from the first row, into the header, where it sorts, resizes and opens the menu of the columns.
 */
export class TableKeyboard {
  /** The header the keyboard is at; null while it is among the rows. */
  head = $state<ColumnKey | null>(null)
  readonly #target: KeyboardTarget

  constructor(target: KeyboardTarget) {
    this.#target = target
  }

  /** Does what a key asks for, and gives whether it was one of the table's. */
  press(press: Press): boolean {
    return this.head === null ? this.#pressInRows(press) : this.#pressInHead(press, this.head)
  }

  #pressInRows(press: Press): boolean {
    const action = actionOf(press)
    if (action === undefined) return false
    const { view, selectedId } = this.#target
    const id = selectedId()
    this.#act(action, id === null ? -1 : view.indexOf(id))
    return true
  }

  #act(action: TableAction, from: number): void {
    const { view } = this.#target
    switch (action.kind) {
      case 'step':
        this.#step(from, action.by)
        break
      case 'page':
        this.#page(from, action.by)
        break
      case 'start':
        view.goToStart()
        if (from >= 0) this.#selectAt(0)
        break
      case 'end':
        if (from >= 0) this.#selectAt(view.rows.length - 1)
        view.goToEnd()
        break
      case 'along':
        this.#selectAt(findAlong({ rows: view.rows, from, now: this.#target.now() }, action))
        break
      case 'open':
        this.#open()
        break
      case 'back':
        this.#back()
        break
      case 'header':
        this.#enterHead()
        break
    }
  }

  #step(from: number, by: 1 | -1): void {
    const { view } = this.#target
    if (by < 0) view.moveUp()
    if (from >= 0 && from + by < 0) this.#enterHead()
    else if (from >= 0) this.#selectAt(Math.min(from + by, view.rows.length - 1))
    else this.#selectAt(by > 0 ? view.firstInSight : view.lastInSight)
  }

  #page(from: number, by: 1 | -1): void {
    const { view } = this.#target
    if (by < 0) view.moveUp()
    const rows = Math.max(1, view.lastInSight - view.firstInSight)
    const start = from >= 0 ? from : by > 0 ? view.lastInSight : view.firstInSight
    const index = Math.max(0, Math.min(start + by * rows, view.rows.length - 1))
    if (from >= 0) this.#selectAt(index)
    else view.reveal(index)
  }

  #selectAt(index: number): void {
    const row = this.#target.view.rows[index]
    if (row === undefined) return
    this.#target.view.reveal(index)
    this.#target.select(row.id)
  }

  #open(): void {
    const id = this.#target.selectedId()
    if (id !== null) this.#target.open(id)
  }

  #back(): void {
    if (this.#target.selectedId() === null) this.#target.leave()
    else this.#target.select(null)
  }

  #enterHead(): void {
    this.head = this.#target.columns()[0] ?? null
  }

  #pressInHead({ key, shiftKey, ...modifiers }: Press, column: ColumnKey): boolean {
    if (modifiers.ctrlKey || modifiers.metaKey || modifiers.altKey) return false
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#sideways(column, { by: key === 'ArrowLeft' ? -1 : 1, resize: shiftKey })
        return true
      case 'Home':
      case 'End':
        this.head = this.#target.columns().at(key === 'Home' ? 0 : -1) ?? null
        return true
      case 'Enter':
      case ' ':
        this.#target.sortBy(column)
        return true
      case 'ContextMenu':
        this.#target.openMenu(column)
        return true
      case 'F10':
        if (shiftKey) this.#target.openMenu(column)
        return shiftKey
      case 'ArrowDown':
      case 'Escape':
        this.head = null
        return true
      default:
        return false
    }
  }

  #sideways(column: ColumnKey, { by, resize }: { by: 1 | -1; resize: boolean }): void {
    if (resize) {
      this.#target.widen(column, by * WIDEN_BY)
      return
    }
    const columns = this.#target.columns()
    const at = Math.max(0, Math.min(columns.indexOf(column) + by, columns.length - 1))
    this.head = columns[at] ?? null
  }
}
