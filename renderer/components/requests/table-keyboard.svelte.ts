import type { TableView } from '../../state/table-view.svelte'
import type { Press } from '../keys/strokes'
import type { ColumnKey } from './columns'
import { isGroup, type GroupLine } from './row-groups'
import type { RowSelector } from './row-selector.svelte'
import { actionOf, findAlong, type Selects, type TableAction } from './table-keys'

/** What the keyboard moves, and whom it tells. */
export interface KeyboardTarget {
  readonly view: TableView
  readonly selector: RowSelector
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

interface Movement {
  readonly by: 1 | -1
  readonly selects: Selects
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
    const { view, selector } = this.#target
    this.#act(action, selector.active === null ? -1 : view.indexOf(selector.active))
    return true
  }

  #act(action: TableAction, from: number): void {
    const { view } = this.#target
    switch (action.kind) {
      case 'step':
        this.#step(from, action)
        break
      case 'page':
        this.#page(from, action)
        break
      case 'start':
        view.goToStart()
        if (from >= 0) this.#goTo(0, action.selects)
        break
      case 'end':
        if (from >= 0) this.#goTo(view.lines.length - 1, action.selects)
        view.goToEnd()
        break
      case 'along':
        this.#goTo(findAlong({ lines: view.lines, from, now: this.#target.now() }, action), 'one')
        break
      case 'left':
      case 'right':
        this.#turn(from, action.kind)
        break
      case 'open':
        this.#open(from)
        break
      case 'back':
        this.#back()
        break
      case 'groups':
        view.openAll(view.lines.some((line) => isGroup(line) && !line.opened) ? 'open' : 'closed')
        break
      case 'all':
        this.#target.selector.all()
        break
    }
  }

  #step(from: number, { by, selects }: Movement): void {
    const { view } = this.#target
    if (by < 0) view.moveUp()
    if (from >= 0 && from + by < 0 && selects === 'one') this.#enterHead()
    else if (from >= 0) this.#goTo(Math.max(0, Math.min(from + by, view.lines.length - 1)), selects)
    else this.#goTo(by > 0 ? view.firstInSight : view.lastInSight, 'one')
  }

  #page(from: number, { by, selects }: Movement): void {
    const { view } = this.#target
    if (by < 0) view.moveUp()
    const rows = Math.max(1, view.lastInSight - view.firstInSight)
    const start = from >= 0 ? from : by > 0 ? view.lastInSight : view.firstInSight
    const index = Math.max(0, Math.min(start + by * rows, view.lines.length - 1))
    if (from >= 0) this.#goTo(index, selects)
    else view.reveal(index)
  }

  /** Selects a line, or all from where the selection began to it, and brings it into sight. */
  #goTo(index: number, selects: Selects): void {
    const { view, selector } = this.#target
    if (view.lines[index] === undefined) return
    view.reveal(index)
    if (selects === 'stretch') selector.extendTo(index)
    else selector.selectAt(index)
  }

  /** In a tree, right opens a group and left closes it; elsewhere both lead into the header. */
  #turn(from: number, side: 'left' | 'right'): void {
    const { view } = this.#target
    const group = this.#groupAt(from)
    if (group !== undefined && group.opened === (side === 'left')) view.toggleGroup(group.key)
    else if (view.grouping === 'none' || from < 0) this.#enterHead()
    else if (side === 'left' && group === undefined) this.#goTo(this.#groupAbove(from), 'one')
  }

  #groupAt(index: number): GroupLine | undefined {
    const line = this.#target.view.lines[index]
    return line !== undefined && isGroup(line) ? line : undefined
  }

  #groupAbove(index: number): number {
    return this.#target.view.lines.slice(0, index).findLastIndex(isGroup)
  }

  #open(from: number): void {
    const group = this.#groupAt(from)
    const id = this.#target.selectedId()
    if (group !== undefined) this.#target.view.toggleGroup(group.key)
    else if (id !== null) this.#target.open(id)
  }

  #back(): void {
    if (this.#target.selector.active === null) this.#target.leave()
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
