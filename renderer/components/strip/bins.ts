/** Seconds gathered to as many steps as a chart has room for. Pure: no canvas, no words. */
import type { EndKind, SecondView } from '../../../preload/throughput-views'

/** One step of the strip. */
export interface Bin {
  /** When it began; milliseconds since the epoch. */
  readonly at: number
  /** Octets by client. */
  readonly sent: ReadonlyMap<number, number>
  readonly octets: number
  readonly ends: ReadonlyMap<EndKind, number>
}

export interface BinSpan {
  /** Milliseconds since the epoch; both ends on a step. */
  readonly from: number
  readonly until: number
  readonly stepMs: number
}

/** Steps that a minute, or an hour, can be cut into evenly. */
const STEPS_S = [1, 2, 3, 5, 6, 10, 15, 20, 30, 60]

/** Gives the span that ends with the last whole second, cut into steps of at least so many pixels. */
export function binSpan(now: number, spanMs: number, steps: number): BinSpan {
  const least = spanMs / 1000 / Math.max(1, steps)
  const stepMs = (STEPS_S.find((step) => step >= least) ?? 60) * 1000
  // The second that still goes on would look like a fall.
  const until = Math.floor(now / stepMs) * stepMs
  return { from: until - Math.ceil(spanMs / stepMs) * stepMs, until, stepMs }
}

/** Gathers the seconds of a span, oldest first; steps in which nothing happened included. */
export function gather(seconds: ReadonlyMap<number, SecondView>, { from, until, stepMs }: BinSpan): Bin[] {
  const bins: Bin[] = []
  for (let at = from; at < until; at += stepMs) {
    const sent = new Map<number, number>()
    const ends = new Map<EndKind, number>()
    let octets = 0
    for (let second = at; second < at + stepMs; second += 1000) {
      const view = seconds.get(second)
      for (const [client, count] of view?.sent ?? []) {
        sent.set(client, (sent.get(client) ?? 0) + count)
        octets += count
      }
      for (const [kind, count] of Object.entries(view?.ends ?? {})) {
        ends.set(kind as EndKind, (ends.get(kind as EndKind) ?? 0) + count)
      }
    }
    bins.push({ at, sent, octets, ends })
  }
  return bins
}

/** Gives a round rate at or above the largest of the bins, in octets a second: the top of the chart. */
export function topRate(bins: readonly Bin[], stepMs: number): number {
  const most = Math.max(0, ...bins.map(({ octets }) => (octets * 1000) / stepMs))
  if (most === 0) return 0
  const magnitude = 10 ** Math.floor(Math.log10(most))
  const lead = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * magnitude >= most * 0.9999) ?? 10
  return lead * magnitude
}

/** The clients of the bins, in the order in which they are stacked: that of their ids, those without a name on top. */
export function clientsOf(bins: readonly Bin[]): number[] {
  const ids = new Set(bins.flatMap(({ sent }) => [...sent.keys()]))
  return [...ids].sort((one, other) => (one === 0 ? 1 : other === 0 ? -1 : one - other))
}

/** The kinds of endings in the order in which one hides another: a single problem stays to be seen. */
const BY_GRAVITY: readonly EndKind[] = ['malformed', '5xx', 'aborted', '4xx', '3xx', '2xx', '1xx']

/** The gravest ending of a bin; undefined where no request came. */
export function gravest({ ends }: Bin): EndKind | undefined {
  return BY_GRAVITY.find((kind) => ends.has(kind))
}

/** A stretch of time that was chosen; milliseconds since the epoch. */
export interface TimeSpan {
  readonly from: number
  readonly until: number
}

/** Gives the span between two points of a chart in either order, out to whole steps. */
export function spanBetween(
  { from, until, stepMs }: BinSpan,
  width: number,
  points: readonly [number, number],
): TimeSpan {
  const at = (x: number): number => from + (Math.min(Math.max(x, 0), width) / Math.max(1, width)) * (until - from)
  const low = from + Math.floor((at(Math.min(...points)) - from) / stepMs) * stepMs
  const high = from + Math.ceil((at(Math.max(...points)) - from) / stepMs) * stepMs
  return { from: low, until: Math.max(high, low + stepMs) }
}
