import type { PageLanguage } from '../pages/language'

/** Turns the figures of one listing into words; made once for each listing, because `Intl` is slow to start. */
export interface FigureFormat {
  /** Such as `8.2 MB`: powers of ten, as drives and browsers count. */
  readonly size: (octets: number) => string
  /** Such as `Jul 12, 06:41`, or with the year for another one than this; in the serving machine's time zone. */
  readonly moment: (ms: number) => string
}

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const
const LOCALES = { en: 'en-US', 'zh-CN': 'zh-CN' } as const

/** @param now decides which dates need a year; milliseconds since the epoch */
export function figureFormat(language: PageLanguage, now: number): FigureFormat {
  const locale = LOCALES[language]
  const time = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const date = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' })
  const year = new Date(now).getFullYear()
  return {
    size: (octets) => formatSize(octets, locale),
    moment: (ms) => (new Date(ms).getFullYear() === year ? time : date).format(ms),
  }
}

/** Three digits at most, but never a decimal for single octets. */
function formatSize(octets: number, locale: string): string {
  if (octets < 1000) return `${String(octets)} B`
  let value = octets / 1000
  let unit = 0
  // 999.5 would be written 1000 of the smaller unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${formatNumber(value, unit, locale)} ${UNITS[unit] ?? ''}`
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** kB and MB have one decimal, from GB on two: what a second decimal of them says takes seconds to send. */
function formatNumber(value: number, unit: number, locale: string): string {
  const digits = value >= 99.95 ? 0 : value < 9.995 && unit >= 2 ? 2 : 1
  const key = `${locale} ${String(digits)}`
  let format = numberFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    numberFormats.set(key, format)
  }
  return format.format(value)
}
