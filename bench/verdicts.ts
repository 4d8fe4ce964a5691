/** Whether what has to hold does. */
import { ratioOf, spreadOf } from './figures/statistics'
import type { Spread } from './figures/statistics'
import type { MeasuredServer, MeasuredWorkload } from './measured'
import { OURS, OURS_WATCHED, YARDSTICK } from './servers/names'
import type { Figure, Target } from './workloads/workload'

/** One target beside what was found. */
export interface Verdict {
  readonly figure: Figure
  readonly kind: keyof Target
  readonly wanted: number
  readonly found: Spread
  /** Whom the best Node peer was. */
  readonly against: string
  readonly isHeld: boolean
}

/** A figure of one server, by round. */
export function valuesOf(server: MeasuredServer | undefined, { key }: Figure): readonly (number | undefined)[] {
  return server?.samples.map((sample) => sample?.[key]) ?? []
}

/** A figure of one server over all rounds that were not void. */
export function spreadOfFigure(server: MeasuredServer, figure: Figure): Spread | undefined {
  return spreadOf(valuesOf(server, figure).filter((value) => value !== undefined))
}

/** A figure of one server divided by that of another, round by round. */
export function ratioOfFigure(
  figure: Figure,
  ours: MeasuredServer | undefined,
  theirs: MeasuredServer | undefined,
): Spread | undefined {
  return ratioOf(valuesOf(ours, figure), valuesOf(theirs, figure))
}

export function findServer(measured: MeasuredWorkload, name: string): MeasuredServer | undefined {
  return measured.servers.find((each) => each.name === name)
}

/** The Node peer with the best median. */
export function bestNodePeer(measured: MeasuredWorkload, figure: Figure): MeasuredServer | undefined {
  const medianOf = (server: MeasuredServer): number =>
    spreadOfFigure(server, figure)?.median ?? (figure.better === 'higher' ? -Infinity : Infinity)
  const peers = measured.servers.filter((each) => each.family === 'node' && spreadOfFigure(each, figure) !== undefined)
  const sign = figure.better === 'higher' ? 1 : -1
  return peers.toSorted((one, other) => sign * (medianOf(other) - medianOf(one)))[0]
}

/** Compares each target of a figure with what was found; those that nothing was found for are left out. */
export function judge(figure: Figure, measured: MeasuredWorkload): readonly Verdict[] {
  const ours = findServer(measured, OURS)
  if (ours === undefined) return []
  const best = bestNodePeer(measured, figure)
  const sides = {
    ofNginx: { found: ratioOfFigure(figure, ours, findServer(measured, YARDSTICK)), against: YARDSTICK },
    ofBestNode: { found: ratioOfFigure(figure, ours, best), against: best?.name ?? '' },
    watched: { found: ratioOfFigure(figure, findServer(measured, OURS_WATCHED), ours), against: OURS },
    bound: { found: spreadOfFigure(ours, figure), against: '' },
  }
  return (['ofNginx', 'ofBestNode', 'watched', 'bound'] as const).flatMap((kind) => {
    const wanted = figure.target?.[kind]
    const { found, against } = sides[kind]
    if (wanted === undefined || found === undefined) return []
    const isHeld = figure.better === 'higher' ? found.median >= wanted : found.median <= wanted
    return [{ figure, kind, wanted, found, against, isHeld }]
  })
}
