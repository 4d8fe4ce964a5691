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
 * Gives the whole log at a glance: so many marks from top to bottom, each in the gravest hue of the rows it stands for.
 * The line of a group has none of its own.
 *
 * @param now milliseconds since the epoch
 */
export function drawMinimap(lines: readonly TableLine[], marks: number, now: number): MinimapMarks[] {
  const ranks = new Array<number | undefined>(marks)
  const count = Math.max(lines.length, 1)
  for (const [index, row] of lines.entries()) {
    if (isGroup(row)) continue
    const mark = Math.floor((index * marks) / count)
    const rank = RANK.get(hueOf(lookOf(row, now), row.status)) ?? BY_GRAVITY.length
    const gravest = ranks[mark]
    if (gravest === undefined || rank < gravest) ranks[mark] = rank
  }
  const paths = new Map<RowHue, string>()
  for (const [mark, rank] of ranks.entries()) {
    const hue = rank === undefined ? undefined : BY_GRAVITY[rank]
    if (hue !== undefined) paths.set(hue, `${paths.get(hue) ?? ''}M0 ${String(mark + 0.5)}h1`)
  }
  return Array.from(paths, ([hue, path]) => ({ hue, path }))
}
