/** What a soak has shown, as lines of a table: each with the figure, what it may be, and whether it is. */
import { judgeFlatness } from './flatness'
import type { Sample } from './flatness'
import type { SoakReport } from './soak'

export interface SummaryLine {
  readonly what: string
  readonly found: string
  readonly allowed: string
  readonly holds: boolean
}

/** Until then memory may rise: the log fills up, and whatever is done for the first time is compiled. */
export const SETTLING_MS = 5 * 60_000
const MEBIBYTE = 2 ** 20
const MOST_ANSWER_MS = 1000

export function summarize(report: SoakReport): SummaryLine[] {
  const { exchanges, figures } = report
  const wrong = report.failures.filter(({ isWrongOctets }) => isWrongOctets).length
  const other = report.failures.length - wrong
  const performed = Object.values(report.acts).reduce((sum, count) => sum + count, 0)
  return [
    none(
      'answers with a wrong octet',
      wrong,
      `of ${whole(report.comparedAnswers)}, ${mebibytes(report.comparedBytes)}`,
    ),
    none('visits that were answered wrongly, or not', other, `of ${whole(performed)}`),
    {
      what: 'requests: sent, begun and given up; exchanges counted, shown in the window',
      found: [exchanges.sent, exchanges.begun, exchanges.counted, exchanges.shown].map(whole).join(', '),
      allowed: 'each sent is counted, and each counted shown',
      holds: areCounted(exchanges) && exchanges.counted === exchanges.shown,
    },
    {
      what: 'the newest request, and the one that a click on the last row opens',
      found: `${whole(report.newest)}, ${whole(report.opened)}`,
      allowed: 'the same',
      holds: report.newest === report.opened,
    },
    none('exchanges that have not ended', report.active),
    memory('memory of the server', figures.resident),
    memory("script objects of the window's page", figures.heap),
    {
      what: 'descriptors of the server: most, and more than before when all visitors have gone',
      found: `${whole(Math.max(0, ...valuesOf(figures.descriptors)))}, ${String(report.descriptorDrift ?? 'not told')}`,
      allowed: '0 more',
      holds: (report.descriptorDrift ?? 0) <= 0,
    },
    answering(figures.answer),
    none('complaints of the page and the command', report.complaints.length),
  ]
}

/** Whether each request that was sent has been counted, and nothing that nobody began. */
export function areCounted({ sent, begun, counted }: SoakReport['exchanges']): boolean {
  return counted >= sent && counted <= sent + begun
}

/** Writes the lines as a Markdown table. */
export function asTable(lines: readonly SummaryLine[]): string {
  const rows = lines.map(
    ({ what, found, allowed, holds }) => `| ${what} | ${found} | ${allowed} | ${holds ? 'yes' : 'NO'} |`,
  )
  return ['| what | found | allowed | holds |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function none(what: string, count: number, beside = ''): SummaryLine {
  return { what, found: `${whole(count)} ${beside}`.trim(), allowed: '0', holds: count === 0 }
}

function memory(what: string, samples: readonly Sample[]): SummaryLine {
  const settled = samples.filter(({ atMs }) => atMs >= SETTLING_MS)
  if (settled.length === 0) return { what, found: 'not enough time', allowed: 'flat', holds: true }
  const { first, last, perHour, isFlat } = judgeFlatness(settled)
  const most = Math.max(...valuesOf(settled))
  return {
    what: `${what} after 5 min: median of the first third, of the last; most; trend`,
    found: `${mebibytes(first)}, ${mebibytes(last)}; ${mebibytes(most)}; ${mebibytes(perHour)}/h`,
    allowed: 'the last third ≤ 1.1 × the first + 10 MiB',
    holds: isFlat,
  }
}

function answering(samples: readonly Sample[]): SummaryLine {
  const sorted = valuesOf(samples).sort((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return {
    what: 'the window after a key: median, worst',
    found: `${middle.toFixed(0)} ms, ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
    allowed: `median ≤ ${whole(MOST_ANSWER_MS)} ms`,
    holds: middle <= MOST_ANSWER_MS,
  }
}

function valuesOf(samples: readonly Sample[]): number[] {
  return samples.map(({ value }) => value)
}

function whole(number: number): string {
  return number.toLocaleString('en')
}

function mebibytes(octets: number): string {
  return `${(octets / MEBIBYTE).toFixed(octets < 100 * MEBIBYTE ? 1 : 0)} MiB`
}
