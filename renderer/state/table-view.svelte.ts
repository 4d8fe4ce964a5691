import type { ExchangeRow } from '../../preload/views'
import { BY_ARRIVAL, isByArrival, orderBy, type Sort } from '../components/requests/row-order'
import { applyChanges, compareRows } from '../components/requests/sorted-rows'
import { countAfter, indexOfId } from './merge-rows'

/** The last row counts as at the bottom when so few CSS pixels of it, or less, are out of sight. */
const AT_BOTTOM = 5
/** Rows drawn beyond each edge, so that a fast scroll does not outrun the drawing. */
const OVERSCAN = 8

/** What the view tells its owner. */
export interface TableViewEvents {
  onFollowingChange: (following: boolean) => void
}

/** In CSS pixels: of the rows' part of the table, and of a row. */
export interface TableSize {
  readonly height: number
  readonly rowHeight: number
}

/** What stands at the top edge, so that it can be kept there while rows come and go above it. */
interface Anchor {
  readonly id: number
  /** How many CSS pixels of the row are above the edge. */
  readonly hidden: number
}

/**
 * What the request table shows of the log: in which order, from which row on, and whether it follows.
 *
 * It follows if and only if it is sorted by arrival, its last row is within 5 px of the bottom, and it is not paused.
 * Wheel, keys or drag up end that at once; only End, the Follow button or scrolling to the bottom begin it again, and
 * never new rows, a selection or a change of size. Rows never slide under the reader's eyes: what stands at the top
 * edge stays there when rows above it leave.
 *
 * Knows no element: the component tells what was scrolled and measured, and carries `top` out.
 */
export class TableView {
  /** In the order shown. The log's own array while it is sorted by arrival. */
  rows = $state.raw<readonly ExchangeRow[]>([])
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
  readonly #events: TableViewEvents

  readonly #furthestTop = $derived(Math.max(0, this.rows.length * this.rowHeight - this.height))
  /** The index of the first drawn row. */
  readonly first = $derived(Math.max(0, Math.floor(this.top / this.rowHeight) - OVERSCAN))
  /** The rows that stand in the document: those in sight and a few around them. */
  readonly drawn = $derived(
    this.rows.slice(this.first, Math.ceil((this.top + this.height) / this.rowHeight) + OVERSCAN),
  )
  /** Height of all rows in CSS pixels. */
  readonly wholeHeight = $derived(this.rows.length * this.rowHeight)
  /** The index of the first row that is whole in sight. */
  readonly firstInSight = $derived(Math.ceil(this.top / this.rowHeight))
  /** The index of the last row that is whole in sight. */
  readonly lastInSight = $derived(Math.min(this.rows.length, Math.floor((this.top + this.height) / this.rowHeight)) - 1)
  /** How many rows have come that have not been in sight. None while paused: those wait in the log. */
  readonly newCount = $derived(this.#paused ? 0 : countAfter(this.#received, this.#seenId))

  constructor(events: TableViewEvents) {
    this.#events = events
  }

  get following(): boolean {
    return this.#following
  }

  /** Takes the rows as they are now, in the order of their ids. */
  receive(rows: readonly ExchangeRow[]): void {
    if (rows === this.#received) return
    const anchor = this.#anchor()
    this.rows = isByArrival(this.sort)
      ? rows
      : applyChanges(this.rows, compareRows(this.#received, rows), orderBy(this.sort, this.#nameClient))
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
    if (following && !isByArrival(this.sort)) this.sortBy(BY_ARRIVAL)
    this.#settle()
  }

  /** The person goes to the last row: by End, or by the pill. */
  goToEnd(): void {
    this.top = this.#furthestTop
    if (isByArrival(this.sort)) this.#setFollowing(!this.#paused)
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

  /** The element has been scrolled to `top`, by whomever: where we have put it ourselves we are already. */
  scrollTo(top: number): void {
    const moved = top - this.top
    // Before it has been measured it is the element that moves, to where it can, and not a person.
    if (this.height === 0 || Math.abs(moved) < 1) return
    this.top = Math.min(top, this.#furthestTop)
    if (moved < 0) this.moveUp()
    else if (this.#furthestTop - top <= AT_BOTTOM && isByArrival(this.sort)) this.#setFollowing(!this.#paused)
    this.#look()
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

  /** Brings a row into sight with the least movement. Moving up for it ends following, moving down never begins it. */
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

  /** The place of a row in the order shown; -1 when it is not there. */
  indexOf(id: number): number {
    return isByArrival(this.sort) ? indexOfId(this.rows, id) : this.rows.findIndex((row) => row.id === id)
  }

  #sortAnew(): void {
    const received = this.#received
    this.rows = isByArrival(this.sort) ? received : received.toSorted(orderBy(this.sort, this.#nameClient))
  }

  #anchor(): Anchor | null {
    // At the very top there is nothing above that could push: what comes in there is what the reader wants to see.
    const row = this.top === 0 ? undefined : this.rows[Math.floor(this.top / this.rowHeight)]
    return row === undefined ? null : { id: row.id, hidden: this.top % this.rowHeight }
  }

  #restore(anchor: Anchor | null): void {
    if (anchor === null) return
    const index = isByArrival(this.sort)
      ? this.rows.length - countAfter(this.rows, anchor.id - 1)
      : this.indexOf(anchor.id)
    if (index >= 0) this.top = index * this.rowHeight + Math.min(anchor.hidden, this.rowHeight - 1)
  }

  /** Puts the view where it belongs after a change that was not a scroll. */
  #settle(): void {
    this.top = this.#following ? this.#furthestTop : Math.min(this.top, this.#furthestTop)
    this.#look()
  }

  /** Notes which rows are in sight. */
  #look(): void {
    if (!isByArrival(this.sort)) return
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
