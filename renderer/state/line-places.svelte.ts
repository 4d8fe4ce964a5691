import type { TableLine } from '../components/requests/row-groups'

/** So many lines may have left above without the others moving up for them. At 28 px each it is half a million. */
const MOST_VACATED = 20_000

/** One of the few rows of elements that stand in the document: it stays while the line that it shows changes. */
export interface LineSlot {
  /** Among the slots, whatever they show. */
  readonly key: number
  /** How many heights of a line it stands below the top of the element. */
  readonly place: number
  /** The place of its line among all lines. */
  readonly index: number
  readonly line: TableLine
}

/** The lines that are to be drawn, and how many there may be at once. */
export interface DrawnLines {
  readonly lines: readonly TableLine[]
  /** The index of the first of them. */
  readonly first: number
  readonly most: number
}

/**
 * Where lines stand in the element that scrolls, so that as little as possible of it has to change:
 *
 * - Lines that leave memory above the reader leave their room behind, so that no other line has to move and nothing is
 *   scrolled: 20 batches a second would cost as many layouts, and break a scroll that is under way.
 * - A line that scrolls out of sight gives its elements to the one that scrolls in at the other end. They are placed
 *   by the style sheet, and so in any order in the document, until `straighten` puts them into that of the lines.
 */
export class LinePlaces {
  #vacated = $state(0)
  /** The slots as they were given last, by their keys: one that shows the same is the same, and drawn no second time. */
  #last: ReadonlyMap<number, LineSlot> = new Map()
  /** The slot that stands first in the document. */
  #pivot = $state(0)

  /** How many lines have left above the first and still have their room there. */
  get vacated(): number {
    return this.#vacated
  }

  /** Lines have left above the reader; or have come, when fewer than none. */
  leave(count: number): void {
    const vacated = this.#vacated + count
    this.#vacated = vacated < 0 || vacated > MOST_VACATED ? 0 : vacated
  }

  /** The first line stands at the top again. */
  giveBack(): void {
    this.#vacated = 0
  }

  /** Puts the elements of the lines into their order: for whoever goes through the document, once scrolling rests. */
  straighten({ first, most }: Pick<DrawnLines, 'first' | 'most'>): void {
    this.#pivot = (this.#vacated + first) % most
  }

  /** Gives the slots with what they show, in the order in which they stand in the document. */
  slots({ lines, first, most }: DrawnLines): readonly LineSlot[] {
    const slots = lines.map((line, at) => {
      const place = this.#vacated + first + at
      return this.#same({ key: place % most, place, index: first + at, line })
    })
    this.#last = new Map(slots.map((slot) => [slot.key, slot]))
    const rank = ({ key }: LineSlot): number => (key - this.#pivot + most) % most
    const begins = slots.findIndex((slot, at) => at > 0 && rank(slot) < rank(slots[at - 1] ?? slot))
    return begins < 0 ? slots : [...slots.slice(begins), ...slots.slice(0, begins)]
  }
  /** The slot that was given before, where nothing about it has changed. */
  #same(slot: LineSlot): LineSlot {
    const last = this.#last.get(slot.key)
    return last?.line === slot.line && last.place === slot.place && last.index === slot.index ? last : slot
  }
}
