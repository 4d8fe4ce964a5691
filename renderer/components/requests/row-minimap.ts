import { isGroup, type TableLine } from './row-groups'
import { hueOf, lookOf, type RowHue } from './row-look'

/** The hues in the order in which one hides another: a single problem among a thousand rows stays to be seen. */
const BY_GRAVITY: readonly RowHue[] = ['malformed', '5xx', 'aborted', 'stalled', '4xx', '3xx', '2xx', '1xx']
const RANK = new Map(BY_GRAVITY.map((hue, rank) => [hue, rank]))

/** A hue with the marks that have it, as the data of an SVG path in units of one mark. */
export interface MinimapMarks {
  readonly hue: RowHue
  readonly path: string
}

/**
 * The whole log at a glance: so many marks from top to bottom, each in the gravest hue of the rows it stands for. The
 * line of a group has none of its own. It is drawn a piece at a time, so that a long log holds up no frame.
 */
export class MinimapDrawing {
  readonly lines: readonly TableLine[]
  readonly #now: number
  readonly #ranks: (number | undefined)[]
  #seen = 0

  /** @param now milliseconds since the epoch */
  constructor(lines: readonly TableLine[], marks: number, now: number) {
    this.lines = lines
    this.#now = now
    this.#ranks = new Array<number | undefined>(marks).fill(undefined)
  }

  /** How many marks there are from top to bottom. */
  get count(): number {
    return this.#ranks.length
  }

  /** Looks at so many more lines; tells whether there are more. */
  step(count: number): boolean {
    const end = Math.min(this.#seen + count, this.lines.length)
    const marks = this.#ranks.length
    for (; this.#seen < end; this.#seen += 1) {
      const row = this.lines[this.#seen]
      if (row === undefined || isGroup(row)) continue
      const mark = Math.floor((this.#seen * marks) / this.lines.length)
      const rank = RANK.get(hueOf(lookOf(row, this.#now), row.status)) ?? BY_GRAVITY.length
      const gravest = this.#ranks[mark]
      if (gravest === undefined || rank < gravest) this.#ranks[mark] = rank
    }
    return end < this.lines.length
  }

  /** What has been seen so far. */
  get marks(): readonly MinimapMarks[] {
    const paths = new Map<RowHue, string>()
    for (const [mark, rank] of this.#ranks.entries()) {
      const hue = rank === undefined ? undefined : BY_GRAVITY[rank]
      if (hue !== undefined) paths.set(hue, `${paths.get(hue) ?? ''}M0 ${String(mark + 0.5)}h1`)
    }
    return Array.from(paths, ([hue, path]) => ({ hue, path }))
  }
}
