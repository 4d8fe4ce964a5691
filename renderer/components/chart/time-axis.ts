/** A line of a time axis. */
export interface AxisMark {
  /** Milliseconds, in the axis's own time. */
  readonly at: number
  /** CSS pixels from the left end of the axis. */
  readonly x: number
}

/** Steps between the lines of an axis that people can count in: tenths, seconds, quarter minutes, hours. */
const STEPS_MS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  900_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000,
]

/** Gives how far apart the lines of an axis stand so that their words have room. */
export function axisStep(spanMs: number, width: number, room: number): number {
  const most = Math.max(1, Math.floor(width / room))
  return STEPS_MS.find((step) => spanMs / step <= most) ?? Math.ceil(spanMs / most / 86_400_000) * 86_400_000
}

/**
 * Gives the lines of a time axis.
 *
 * @param span.from the time at the left end, which need not have a line
 * @param span.zero a time that would have one
 * @param room CSS pixels that the words of one line need
 */
export function axisMarks(
  { from, until, zero }: { readonly from: number; readonly until: number; readonly zero: number },
  width: number,
  room: number,
): AxisMark[] {
  const span = until - from
  if (span <= 0 || width <= 0) return []
  const step = axisStep(span, width, room)
  const marks: AxisMark[] = []
  for (let at = zero + Math.ceil((from - zero) / step) * step; at <= until; at += step) {
    marks.push({ at, x: ((at - from) / span) * width })
  }
  return marks
}
