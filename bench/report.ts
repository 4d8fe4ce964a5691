/** What was found, in Markdown. */
import type { Spread } from './figures/statistics'
import { markdownTable } from './figures/table'
import { formatFigure, formatRatio } from './figures/units'
import type { Measured, MeasuredServer, MeasuredWorkload } from './measured'
import { findServer, judge, ratioOfFigure, spreadOfFigure, YARDSTICK } from './verdicts'
import type { Verdict } from './verdicts'
import type { Figure, Workload } from './workloads/workload'

/** Writes one workload: a table of everybody, and what was wrong or not served. */
export function writeWorkload(workload: Workload, measured: MeasuredWorkload): string {
  const { rounds, durationMs, takenAt, loadBefore } = measured
  const when = `${takenAt.slice(0, 16).replace('T', ' ')} UTC`
  const how = `${String(rounds)} rounds of ${String(durationMs / 1000)} s, ${when}, load before ${loadBefore.toFixed(1)}`
  return [
    `### ${workload.title}`,
    `\`--only ${workload.name}\`, ${how}.`,
    serverTable(workload, measured),
    ...remarks(measured),
  ].join('\n\n')
}

function serverTable(workload: Workload, measured: MeasuredWorkload): string {
  const nginx = findServer(measured, YARDSTICK)
  const heads = workload.figures.flatMap(({ title }) => (nginx === undefined ? [title] : [title, '÷ nginx']))
  const rows = measured.servers
    .filter(({ samples }) => samples.some((sample) => sample !== null))
    .map((server) => [
      server.name,
      ...workload.figures.flatMap((figure) => {
        const found = writeSpread(spreadOfFigure(server, figure), (value) => formatFigure(value, figure.unit))
        return nginx === undefined ? [found] : [found, writeSpread(ratioOfFigure(figure, server, nginx), formatRatio)]
      }),
    ])
  return markdownTable(['server', ...heads], rows)
}

function remarks(measured: MeasuredWorkload): string[] {
  const lines = measured.servers.flatMap(({ name, notServed, faults }) => [
    ...(notServed === null ? [] : [`- ${name} ${notServed}`]),
    ...faults.map((fault) => `- **void**, ${name}: ${fault}`),
  ])
  return lines.length === 0 ? [] : [[...new Set(lines)].join('\n')]
}

/** Writes the table of all targets beside what was found. */
export function writeTargets(workloads: readonly Workload[], measured: Measured): string {
  const rows = workloads.flatMap((workload) => {
    const found = measured.workloads.find(({ name }) => name === workload.name)
    if (found === undefined) return []
    return workload.figures.flatMap((figure) =>
      judge(figure, found).map((verdict) => [
        `\`${workload.name}\``,
        figure.title,
        writeWanted(verdict),
        writeSpread(verdict.found, writeWith(verdict)),
        verdict.isHeld ? 'held' : '**not held**',
      ]),
    )
  })
  return markdownTable(['workload', 'of Porthole', 'target', 'found', ''], rows)
}

/** Writes how each was started. */
export function writeServers(measured: Measured): string {
  const servers = new Map<string, MeasuredServer>()
  for (const { servers: each } of measured.workloads) for (const server of each) servers.set(server.name, server)
  const rows = [...servers.values()].map(({ name, version, commandLine }) => [name, version, `\`${commandLine}\``])
  return markdownTable(['server', 'version', 'command line'], rows)
}

function writeWanted(verdict: Verdict): string {
  const sign = verdict.figure.better === 'higher' ? '≥' : '≤'
  const number = writeWith(verdict)(verdict.wanted)
  switch (verdict.kind) {
    case 'ofNginx':
      return `${sign} ${number} of nginx`
    case 'ofBestNode':
      return `${sign} ${number} of the best Node peer (${verdict.against})`
    case 'bound':
      return `${sign} ${number}`
  }
}

function writeWith({ kind, figure }: { readonly kind: Verdict['kind']; readonly figure: Figure }) {
  return kind === 'bound' ? (value: number) => formatFigure(value, figure.unit) : formatRatio
}

function writeSpread(spread: Spread | undefined, format: (value: number) => string): string {
  if (spread === undefined) return '–'
  const { median, least, most } = spread
  return least === most ? format(median) : `${format(median)} (${format(least)} – ${format(most)})`
}
