import type { ExchangeRow } from '../../preload/views'
import { BY_ARRIVAL, isByArrival, orderBy, type Sort } from '../components/requests/row-order'
import { isGroup, keyOfLine, RowGroups, type Grouping, type TableLine } from '../components/requests/row-groups'
import { applyChanges, compareRows, placeOf } from '../components/requests/sorted-rows'
import { LinePlaces } from './line-places.svelte'
import { countAfter, indexOfId } from './merge-rows'

/** The last row counts as at the bottom when so few CSS pixels of it, or less, are out of sight. */
const AT_BOTTOM = 5
/** Rows drawn beyond each edge, so that a fast scroll does not outrun the drawing. */
const OVERSCAN = 8

/** What the view tells its owner. */
export interface TableViewEvents {
  onFollowingChange: (following: boolean) => void
  /** The rows stand by themselves again, because they are to be followed. */
  onUngroup?: () => void
}

/** In CSS pixels: of the rows' part of the table, and of a row. */
export interface TableSize {
  readonly height: number
  readonly rowHeight: number
}

/** What stands at the top edge, so that it can be kept there while rows come and go above it. */
interface Anchor {
  readonly key: number | string
  readonly index: number
  /** How many CSS pixels of the line are above the edge. */
  readonly hidden: number
}

/**
 * What the request table shows of the log: in which order, from which row on, and whether it follows.
 *
 * It follows if and only if it is sorted by arrival and not grouped, its last row is within 5 px of the bottom, and it is not paused.
 * Wheel, keys or drag up end that at once; only End, the Follow button or scrolling to the bottom begin it again, and
 * never new rows, a selection or a change of size. Rows never slide under the reader's eyes: what stands at the top
 * edge stays there when rows above it leave.
 *
 * Knows no element: the component tells what was scrolled and measured, and carries `top` out.
 */
export class TableView {
  /** In the order shown. The log's own array while it is sorted by arrival and not grouped. */
  lines = $state.raw<readonly TableLine[]>([])
  grouping = $state.raw<Grouping>('none')
  sort = $state.raw<Sort>(BY_ARRIVAL)
  /** How far the rows are scrolled, in CSS pixels. */
  top = $state(0)
  rowHeight = $state(28)
  /** Height of the rows' part of the table in CSS pixels. */
  height = $state(0)

  /** The rows as they came, in the order of their ids. */
  #received = $state.raw<readonly ExchangeRow[]>([])
  #following = $state(false)
  #paused = $state(false)
  /** The newest row that has been in sight. */
  #seenId = $state(0)
  #nameClient: (clientId: number) => string = String
  #groups: RowGroups | null = null
  #opened: ReadonlySet<string> = new Set()
  readonly #events: TableViewEvents
  readonly #places = new LinePlaces()

  readonly #furthestTop = $derived(Math.max(0, this.lines.length * this.rowHeight - this.height))
  /** The rows that have a line, in the order shown. */
  readonly rows: readonly ExchangeRow[] = $derived(
    this.grouping === 'none'
      ? (this.lines as readonly ExchangeRow[])
      : this.lines.filter((line): line is ExchangeRow => !isGroup(line)),
  )
  /** So many lines are drawn wherever the view stands: one more than fit in whole, for those cut at both edges. */
  readonly #mostDrawn = $derived(Math.ceil(this.height / this.rowHeight) + 1 + 2 * OVERSCAN)
  /** The index of the first drawn line. */
  readonly first = $derived(
    Math.max(0, Math.min(Math.floor(this.top / this.rowHeight) - OVERSCAN, this.lines.length - this.#mostDrawn)),
  )
  /** The lines that stand in the document: those in sight and a few around them. */
  readonly drawn = $derived(this.lines.slice(this.first, this.first + this.#mostDrawn))
  /** The same lines, each with the elements that show it. */
  readonly slots = $derived(this.#places.slots({ lines: this.drawn, first: this.first, most: this.#mostDrawn }))
  /** Height of all lines in CSS pixels. */
  readonly wholeHeight = $derived(this.lines.length * this.rowHeight)
  /** How far below the top of the element the first line stands, in CSS pixels. */
  readonly vacatedHeight = $derived(this.#places.vacated * this.rowHeight)
  /** The index of the first line that is whole in sight. */
  readonly firstInSight = $derived(Math.ceil(this.top / this.rowHeight))
  /** The index of the last line that is whole in sight. */
  readonly lastInSight = $derived(
    Math.min(this.lines.length, Math.floor((this.top + this.height) / this.rowHeight)) - 1,
  )
  /** How many rows have come that have not been in sight. None while paused: those wait in the log. */
  readonly newCount = $derived(this.#paused ? 0 : countAfter(this.#received, this.#seenId))

  constructor(events: TableViewEvents) {
    this.#events = events
  }

  get following(): boolean {
    return this.#following
  }

  /** Where the reader is: at the end while following, else the first row in sight. */
  get near(): number | 'end' {
    const line = this.#following ? undefined : this.lines[this.firstInSight]
    return line === undefined || isGroup(line) ? 'end' : line.id
  }

  /** Takes the rows as they are now, in the order of their ids. */
  receive(rows: readonly ExchangeRow[]): void {
    if (rows === this.#received) return
    const anchor = this.#anchor()
    if (this.#isPlain()) this.lines = rows
    else if (this.#groups === null) {
      const changes = compareRows(this.#received, rows)
      this.lines = applyChanges(this.lines as readonly ExchangeRow[], changes, orderBy(this.sort, this.#nameClient))
    } else {
      this.#groups.apply(compareRows(this.#received, rows))
      this.lines = this.#groups.lines(this.#opened)
    }
    this.#received = rows
    this.#restore(anchor)
    this.#settle()
  }

  /** Sets how the Client column names clients; the order is made anew only if it depends on it. */
  nameClientsBy(nameClient: (clientId: number) => string): void {
    this.#nameClient = nameClient
    if (this.sort.column === 'client') this.#sortAnew()
  }

  /** Sorts the rows and shows the first of them. Any order but that of arrival ends following. */
  sortBy(sort: Sort): void {
    this.sort = sort
    if (!isByArrival(sort)) this.#setFollowing(false)
    this.#sortAnew()
    this.top = 0
    this.#settle()
  }

  /** Gathers the rows, and shows the groups closed but for that of one row. Only rows by themselves are followed. */
  groupBy(grouping: Grouping, shownId: number | null = null): void {
    if (grouping === this.grouping) return
    this.grouping = grouping
    this.#opened = new Set()
    if (grouping !== 'none') this.#setFollowing(false)
    this.#sortAnew()
    this.top = 0
    if (shownId !== null) this.show(shownId)
    this.#settle()
  }

  /** Opens a group or closes it. */
  toggleGroup(key: string): void {
    const opened = new Set(this.#opened)
    if (!opened.delete(key)) opened.add(key)
    this.#open(opened)
  }

  /** Opens all groups, or closes them all. */
  openAll(open: 'open' | 'closed'): void {
    this.#open(new Set(open === 'closed' ? [] : this.lines.filter(isGroup).map(({ key }) => key)))
  }

  /** The rows of a group, those of a closed one as well. */
  rowsOf(key: string): readonly ExchangeRow[] {
    return this.#groups?.rowsOf(key) ?? []
  }

  /** Brings a row into sight, and opens its group for it. */
  show(id: number): void {
    const group =
      this.#groups === null
        ? undefined
        : this.lines.find((line) => isGroup(line) && !line.opened && this.rowsOf(line.key).some((row) => row.id === id))
    if (group !== undefined && isGroup(group)) this.#open(new Set([...this.#opened, group.key]))
    const index = this.indexOf(id)
    if (index >= 0) this.reveal(index)
  }

  /** The view stands still, or goes on. The rows that come meanwhile are kept back by whoever gives them. */
  pause(paused: boolean): void {
    this.#paused = paused
    if (paused) this.#setFollowing(false)
  }

  /** Begins or ends following because the owner says so: its button, or its first wish. */
  follow(following: boolean): void {
    if (following && this.#paused) {
      this.#events.onFollowingChange(false)
      return
    }
    this.#following = following
    if (following && this.grouping !== 'none') {
      this.groupBy('none')
      this.#events.onUngroup?.()
    }
    if (following && !isByArrival(this.sort)) this.sortBy(BY_ARRIVAL)
    this.#settle()
  }

  /** The person goes to the last row: by End, or by the pill. */
  goToEnd(): void {
    this.top = this.#furthestTop
    if (this.#isPlain()) this.#setFollowing(!this.#paused)
    this.#settle()
  }

  goToStart(): void {
    this.moveUp()
    this.top = 0
    this.#settle()
  }

  /** The person has turned the wheel up, pressed a key that goes up, or drags up: following ends at once. */
  moveUp(): void {
    if (this.#furthestTop > 0) this.#setFollowing(false)
  }

  /** The element has been scrolled to `position`, by whomever: where we have put it ourselves we are already. */
  scrollTo(position: number): void {
    const top = position - this.vacatedHeight
    const moved = top - this.top
    // Before it has been measured it is the element that moves, to where it can, and not a person.
    if (this.height === 0 || Math.abs(moved) < 1) return
    this.top = Math.max(0, Math.min(top, this.#furthestTop))
    if (top <= 0) this.#places.giveBack()
    if (moved < 0) this.moveUp()
    else if (this.#furthestTop - top <= AT_BOTTOM && this.#isPlain()) this.#setFollowing(!this.#paused)
    this.#look()
  }

  /** Scrolling rests: the lines are to stand in the document in their order. */
  straighten(): void {
    this.#places.straighten({ first: this.first, most: this.#mostDrawn })
  }

  /**
   * The rows' part of the table has another size, or its rows have.
   *
   * @param selectedId a row that stays in sight if it was: what opens below it must not cover it
   */
  measure(size: TableSize, selectedId: number | null = null): void {
    const anchor = this.#anchor()
    const selected = selectedId === null ? -1 : this.indexOf(selectedId)
    const wasInSight = selected >= this.firstInSight && selected <= this.lastInSight
    this.height = size.height
    this.rowHeight = size.rowHeight
    this.#restore(anchor)
    this.#settle()
    if (wasInSight && !this.#following) this.reveal(selected)
  }

  /** Brings a line into sight with the least movement. Moving up for it ends following, moving down never begins it. */
  reveal(index: number): void {
    const start = index * this.rowHeight
    const least = Math.max(0, start + this.rowHeight - this.height)
    if (start < this.top) {
      this.moveUp()
      this.top = start
    } else if (least > this.top) {
      this.top = least
    }
    this.#look()
  }

  /** The place of a row, or of a group's line, in the order shown; -1 when it is not there. */
  indexOf(key: number | string): number {
    if (this.grouping !== 'none' || typeof key !== 'number') {
      return this.lines.findIndex((line) => keyOfLine(line) === key)
    }
    if (this.#isPlain()) return indexOfId(this.rows, key)
    const row = this.#received[indexOfId(this.#received, key)]
    const place = row === undefined ? -1 : placeOf(row, this.rows, orderBy(this.sort, this.#nameClient))
    return this.rows[place]?.id === key ? place : -1
  }

  /** Whether the lines are the log as it came. */
  #isPlain(): boolean {
    return isByArrival(this.sort) && this.grouping === 'none'
  }

  #sortAnew(): void {
    const received = this.#received
    const order = orderBy(this.sort, this.#nameClient)
    this.#groups = this.grouping === 'none' ? null : new RowGroups(this.grouping, { sort: this.sort, order })
    this.#groups?.apply({ gone: [], come: received })
    if (this.#groups !== null) this.lines = this.#groups.lines(this.#opened)
    else this.lines = this.#isPlain() ? received : received.toSorted(order)
  }

  #open(opened: ReadonlySet<string>): void {
    const anchor = this.#anchor()
    this.#opened = opened
    if (this.#groups !== null) this.lines = this.#groups.lines(opened)
    this.#restore(anchor)
    this.#settle()
  }

  #anchor(): Anchor | null {
    // At the very top there is nothing above that could push: what comes in there is what the reader wants to see.
    const index = Math.floor(this.top / this.rowHeight)
    const line = this.top === 0 ? undefined : this.lines[index]
    return line === undefined ? null : { key: keyOfLine(line), index, hidden: this.top % this.rowHeight }
  }

  #restore(anchor: Anchor | null): void {
    if (anchor === null) return
    const { key } = anchor
    const index =
      this.#isPlain() && typeof key === 'number' ? this.rows.length - countAfter(this.rows, key - 1) : this.indexOf(key)
    if (index < 0) return
    this.top = index * this.rowHeight + Math.min(anchor.hidden, this.rowHeight - 1)
    this.#places.leave(anchor.index - index)
  }

  /** Puts the view where it belongs after a change that was not a scroll. */
  #settle(): void {
    this.top = this.#following ? this.#furthestTop : Math.min(this.top, this.#furthestTop)
    if (this.#following || this.top === 0) this.#places.giveBack()
    this.#look()
  }

  /** Notes which rows are in sight. */
  #look(): void {
    if (!this.#isPlain()) return
    const inSight = Math.floor((this.top + this.height + AT_BOTTOM) / this.rowHeight)
    const row = this.rows[Math.min(inSight, this.rows.length) - 1]
    if (row !== undefined && row.id > this.#seenId) this.#seenId = row.id
  }

  #setFollowing(following: boolean): void {
    if (following === this.#following) return
    this.#following = following
    this.#events.onFollowingChange(following)
  }
}
