/** Figures as a report shows them, three digits each. */
import { GIBIBYTE, MEBIBYTE } from '../measure/reading'

/** What a figure counts. Its numbers are in the unit that stands behind each. */
export type Unit =
  /** octets/s */
  | 'throughput'
  /** responses/s */
  | 'rate'
  /** ms */
  | 'time'
  /** ms of processor time */
  | 'processor-time'
  /** octets */
  | 'memory'
  | 'count'

/** Writes a number with its unit. */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'throughput':
      return value >= GIBIBYTE / 2 ? `${digits(value / GIBIBYTE)} GiB/s` : `${digits(value / MEBIBYTE)} MiB/s`
    case 'rate':
      return value >= 1000 ? `${digits(value / 1000)} k/s` : `${digits(value)} /s`
    case 'time':
      return formatTime(value)
    case 'processor-time':
      return value >= 1000 ? `${digits(value / 1000)} s` : formatTime(value)
    case 'memory':
      return `${digits(value / MEBIBYTE)} MiB`
    case 'count':
      return Math.round(value).toLocaleString('en')
  }
}

/** Writes a quotient with its sign of multiplication. */
export function formatRatio(ratio: number): string {
  return `${digits(ratio)}×`
}

function formatTime(ms: number): string {
  if (ms >= 10_000) return `${digits(ms / 1000)} s`
  return ms < 1 ? `${digits(ms * 1000)} µs` : `${digits(ms)} ms`
}

/** Three digits that count, without an exponent. */
function digits(value: number): string {
  if (value === 0) return '0'
  const before = Math.floor(Math.log10(Math.abs(value))) + 1
  return value.toFixed(Math.min(4, Math.max(0, 3 - before)))
}
