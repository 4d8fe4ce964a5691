import type { TableView } from '../../state/table-view.svelte'
import { isGroup, keyOfLine, type TableLine } from './row-groups'

/** What the selector reads, and whom it tells. */
export interface SelectorTarget {
  readonly view: TableView
  selectedId: () => number | null
  selectedIds: () => ReadonlySet<number>
  select: (id: number | null) => void
  selectSeveral: (ids: ReadonlySet<number>, lead: number | null) => void
}

/** What is held down while a line is clicked. */
type Modifiers = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>

/**
 * Selects lines of the table: one, one more, or all from the last one that was selected by itself. A group's line
 * stands for all of its rows.
 */
export class RowSelector {
  readonly #target: SelectorTarget
  /** Where a stretch of lines begins. */
  #anchor: number | string | null = null
  #group = $state<string | null>(null)

  constructor(target: SelectorTarget) {
    this.#target = target
  }

  /** The line that the keyboard is at; null when there is none. */
  get active(): number | string | null {
    const { selectedId, selectedIds } = this.#target
    return selectedId() ?? (selectedIds().size === 0 ? null : this.#group)
  }

  /** Selects one line and nothing else. */
  selectAt(index: number): void {
    const line = this.#target.view.lines[index]
    if (line === undefined) return
    this.#anchor = keyOfLine(line)
    if (!isGroup(line)) {
      this.#target.select(line.id)
      return
    }
    this.#group = line.key
    this.#target.selectSeveral(new Set(this.#target.view.rowsOf(line.key).map(({ id }) => id)), null)
  }

  click(key: number | string, modifiers: Modifiers): void {
    const index = this.#target.view.indexOf(key)
    if (modifiers.shiftKey) this.extendTo(index)
    else if (modifiers.ctrlKey || modifiers.metaKey) this.#toggle(index)
    else this.selectAt(index)
  }

  /** Selects all rows from where the selection began to this line. */
  extendTo(index: number): void {
    const { view, selectSeveral, selectedId } = this.#target
    const from = view.indexOf(this.#anchor ?? selectedId() ?? -1)
    const line = view.lines[index]
    if (line === undefined) return
    if (from < 0) {
      this.selectAt(index)
      return
    }
    const ids = view.lines.slice(Math.min(from, index), Math.max(from, index) + 1).flatMap((each) => this.#idsOf(each))
    this.#group = isGroup(line) ? line.key : null
    selectSeveral(new Set(ids), isGroup(line) ? null : line.id)
  }

  /** Selects every row of the table; the one that leads goes on to. */
  all(): void {
    const { view, selectSeveral, selectedId } = this.#target
    const ids = new Set(view.lines.flatMap((line) => this.#idsOf(line)))
    const inSight = view.lines.slice(Math.max(0, view.firstInSight)).find((line) => !isGroup(line))
    const lead = inSight === undefined ? null : (keyOfLine(inSight) as number)
    if (ids.size > 0) selectSeveral(ids, selectedId() ?? lead)
  }

  #toggle(index: number): void {
    const line = this.#target.view.lines[index]
    if (line === undefined) return
    const ids = new Set(this.#target.selectedIds())
    const own = this.#idsOf(line)
    const isOff = own.every((id) => ids.has(id))
    for (const id of own) {
      if (isOff) ids.delete(id)
      else ids.add(id)
    }
    this.#anchor = keyOfLine(line)
    this.#group = isGroup(line) ? line.key : null
    const lead = isOff || isGroup(line) ? (Array.from(ids).at(-1) ?? null) : line.id
    this.#target.selectSeveral(ids, lead)
  }

  #idsOf(line: TableLine): readonly number[] {
    if (!isGroup(line)) return [line.id]
    return this.#target.view.rowsOf(line.key).map(({ id }) => id)
  }
}
