/** What was found, in Markdown. */
import type { Spread } from './figures/statistics'
import { markdownTable } from './figures/table'
import { formatFigure, formatRatio } from './figures/units'
import type { Measured, MeasuredServer, MeasuredWorkload } from './measured'
import { YARDSTICK } from './servers/names'
import { nginxConfiguration } from './servers/nginx'
import { findServer, judge, ratioOfFigure, spreadOfFigure } from './verdicts'
import type { Verdict } from './verdicts'
import type { Figure, Workload } from './workloads/workload'

const METHOD = `Everybody serves the same folder on the loopback of the machine that also asks, from files that are in memory. In each
round everybody runs once, in another order than before, after one run to warm up that is not counted; so whatever else
the machine does, all have their share of it. A figure is the median of its rounds with the lowest and the highest in
brackets. A quotient is taken round by round, because two runs a second apart had the same machine and two runs a minute
apart may not have had; so the median of the quotients is not the quotient of the medians. Absolute numbers are of this
machine and this hour.

Before it runs, each server is asked once, and every octet of its answer is compared. While it runs, the large downloads
are compared at the beginning of every piece that arrives, and of the small ones the octets of all answers together must
be those of as many right answers, none of them above status 399, on connections that never break; a script that looked
at each answer would itself be what is measured. A round with a wrong answer is void, and is told below its table.
Processor time is that of the server and all that it has started, from \`/proc/PID/stat\`; memory is \`Pss\` of the same,
from \`smaps_rollup\`, four times a second.

Porthole keeps a record of every request in any case: that is what it is for, and no option turns it off. \`--log none\`
means that no line is printed for it.`

/** Writes everything that was found. */
export function writeReport(workloads: readonly Workload[], measured: Measured): string {
  const sections = workloads.flatMap((workload) => {
    const found = measured.workloads.find(({ name }) => name === workload.name)
    return found === undefined ? [] : [writeWorkload(workload, found)]
  })
  const parts = [
    '# Benchmark',
    'Porthole beside nginx and other servers, as `npm run bench` found it and wrote it down. Nothing here is typed by hand.',
    `${measured.machine}.`,
    METHOD,
    '## What has to hold',
    writeTargets(workloads, measured),
    '## What was found',
    ...sections,
    '## How each was started',
    'FOLDER is what is shared, PORT a free port, OWN an empty folder for what a server needs itself.',
    writeServers(measured),
    'The configuration of nginx, with `sendfile off` and a log where its name says so:',
    `\`\`\`nginx\n${nginxConfiguration({ folder: 'FOLDER', scratch: 'OWN', port: 'PORT' })}\`\`\``,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Writes one workload: a table of everybody, and what was wrong or not served. */
export function writeWorkload(workload: Workload, measured: MeasuredWorkload): string {
  const { rounds, durationMs, takenAt, commit, loadBefore } = measured
  const when = `${takenAt.slice(0, 16).replace('T', ' ')} UTC`
  const how = `${rounds === 1 ? 'one round' : `${String(rounds)} rounds`} of ${String(durationMs / 1000)} s, ${when}, load before ${loadBefore.toFixed(1)}`
  return [
    `### ${workload.title}`,
    `\`--only ${workload.name}\`, ${how}; commit ${commit}.`,
    serverTable(workload, measured),
    ...remarks(measured),
  ].join('\n\n')
}

function serverTable({ figures }: Workload, measured: MeasuredWorkload): string {
  const nginx = findServer(measured, YARDSTICK)
  const isDivided = ({ isAlone }: Figure): boolean => nginx !== undefined && isAlone !== true
  const heads = figures.flatMap((figure) => [figure.title, ...(isDivided(figure) ? ['÷ nginx'] : [])])
  const rows = measured.servers
    .filter(({ samples }) => samples.some((sample) => sample !== null))
    .map((server) => [
      server.name,
      ...figures.flatMap((figure) => [
        writeSpread(spreadOfFigure(server, figure), (value) => formatFigure(value, figure.unit)),
        ...(isDivided(figure) ? [writeSpread(ratioOfFigure(figure, server, nginx), formatRatio)] : []),
      ]),
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
function writeServers(measured: Measured): string {
  const servers = new Map<string, MeasuredServer>()
  for (const server of measured.workloads.flatMap((each) => each.servers)) {
    if (!servers.has(server.name)) servers.set(server.name, server)
  }
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
    case 'watched':
      return `${sign} ${number} of the same unwatched`
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
