/**
 * Figures as people read them: sizes, rates, spans of time, clock times, counts.
 *
 * Sizes are decimal (1 kB is 1000 octets), as file systems and downloads count. Every formatter of Intl is made once
 * per language: making one costs more than formatting a thousand rows.
 */

/** A clock time, split so that a narrow table can leave the milliseconds out. */
export interface ClockTime {
  /** `14:05:09` */
  readonly time: string
  /** `.412` */
  readonly milliseconds: string
}

/** Parts of one language's formatting that Intl does not give. */
interface Words {
  readonly hour: string
  readonly minute: string
  readonly second: string
  readonly millisecond: string
  readonly day: string
  /** Between two parts of a span, and between a figure and its unit. */
  readonly space: string
  readonly list: Intl.ListFormatOptions
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Formats figures in one language. Pure: equal arguments give equal text, whatever the time. */
export class Format {
  readonly #counts: Intl.NumberFormat
  readonly #fixed: readonly Intl.NumberFormat[]
  readonly #clock: Intl.DateTimeFormat
  readonly #moment: Intl.DateTimeFormat
  readonly #list: Intl.ListFormat
  readonly #words: Words

  constructor(locale: string, words: Words) {
    this.#words = words
    this.#counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    this.#fixed = [0, 1, 2].map(
      (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    )
    this.#clock = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    this.#moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })
    this.#list = new Intl.ListFormat(locale, words.list)
  }

  /** `9,310` */
  count(value: number): string {
    return this.#counts.format(value)
  }

  /** `a, b and c` */
  list(items: readonly string[]): string {
    return this.#list.format(items)
  }

  /** A size at a glance, for trees and sums: `38.4 GB`, `412 MB`, `0 B`. At most three digits and one decimal. */
  size(octets: number): string {
    const unit = unitOf(octets)
    const value = octets / 1000 ** unit
    return `${this.#number(value, unit > 0 && value < 99.95 ? 1 : 0)} ${unitName(unit)}`
  }

  /** A size that never stands still, such as memory in use: `61 MB`. */
  roughSize(octets: number): string {
    const unit = unitOf(octets)
    return `${this.#number(octets / 1000 ** unit, 0)} ${unitName(unit)}`
  }

  /** A size to compare with others in a column: `4.70 GB`, `31.4 MB`, `6.1 kB`. */
  exactSize(octets: number): string {
    const unit = unitOf(octets)
    return `${this.#number(octets / 1000 ** unit, decimalsOf(unit))} ${unitName(unit)}`
  }

  /** How far a transfer has come, both in the unit of the whole: `2.27 / 4.70 GB`. Three digits of it are enough. */
  progress(octets: number, whole: number): string {
    const most = Math.max(octets, whole)
    const unit = unitOf(most)
    const decimals = most / 1000 ** unit < 99.95 ? decimalsOf(unit) : 0
    const [done, all] = [octets, whole].map((each) => this.#number(each / 1000 ** unit, decimals))
    return `${done ?? ''} / ${all ?? ''} ${unitName(unit)}`
  }

  /** `41.0 MB/s`, `112 MB/s`, `0 B/s` */
  rate(octetsPerSecond: number): string {
    return `${this.size(octetsPerSecond)}/s`
  }

  /** The figure and the unit of a rate apart, for a line that stresses the figure. */
  rateParts(octetsPerSecond: number): readonly [figure: string, unit: string] {
    const [figure = '', unit = ''] = this.rate(octetsPerSecond).split(' ')
    return [figure, unit]
  }

  /**
   * `71 %`. Never `100 %` before the end, nor `0 %` once something has been sent.
   *
   * @param share from 0 to 1
   */
  percent(share: number): string {
    const rounded = Math.round(share * 100)
    const shown = share < 1 ? Math.min(rounded, 99) : rounded
    return `${this.count(share > 0 ? Math.max(shown, 1) : shown)} %`
  }

  /** A measured time in a column, the same in every language: `1 ms`, `899 ms`, `59.4 s`, `1 m 12 s`, `2 h 05 m`. */
  duration(ms: number): string {
    if (ms < 999.5) return `${this.count(ms > 0 ? Math.max(1, ms) : 0)} ms`
    if (ms < 59_950) return `${this.#number(ms / SECOND, 1)} s`
    if (ms < HOUR - 500) {
      const seconds = Math.round(ms / SECOND)
      return `${this.count(Math.floor(seconds / 60))} m ${pad(seconds % 60)} s`
    }
    const minutes = Math.round(ms / MINUTE)
    return `${this.count(Math.floor(minutes / 60))} h ${pad(minutes % 60)} m`
  }

  /** A span of time inside a sentence, in its two largest parts: `26 s`, `1 m 12 s`, `3 d 4 h`; `1 分 12 秒`. */
  span(ms: number): string {
    const { day, hour, minute, second, millisecond } = this.#words
    if (ms < SECOND) return this.#withUnit(Math.round(ms), millisecond)
    if (ms < MINUTE) return this.#withUnit(Math.floor(ms / SECOND), second)
    if (ms < HOUR) return this.#twoParts(ms, [MINUTE, minute], [SECOND, second])
    if (ms < DAY) return this.#twoParts(ms, [HOUR, hour], [MINUTE, minute])
    return this.#twoParts(ms, [DAY, day], [HOUR, hour])
  }

  /**
   * The time of day in the system's zone.
   *
   * @param at milliseconds since the epoch
   */
  clock(at: number): ClockTime {
    const milliseconds = ((Math.floor(at) % SECOND) + SECOND) % SECOND
    return { time: this.#clock.format(at), milliseconds: `.${String(milliseconds).padStart(3, '0')}` }
  }

  /**
   * Date and time of day in the system's zone.
   *
   * @param at milliseconds since the epoch
   */
  moment(at: number): string {
    return this.#moment.format(at)
  }

  #number(value: number, decimals: number): string {
    return (this.#fixed[decimals] ?? this.#counts).format(value)
  }

  #withUnit(value: number, unit: string): string {
    return `${this.count(value)}${this.#words.space}${unit}`
  }

  #twoParts(ms: number, [large, largeUnit]: [number, string], [small, smallUnit]: [number, string]): string {
    const first = this.#withUnit(Math.floor(ms / large), largeUnit)
    const rest = Math.floor((ms % large) / small)
    return rest === 0 ? first : `${first}${this.#words.space}${this.#withUnit(rest, smallUnit)}`
  }
}

export const english = new Format('en', {
  hour: 'h',
  minute: 'm',
  second: 's',
  millisecond: 'ms',
  day: 'd',
  space: ' ',
  list: { style: 'long', type: 'conjunction' },
})

export const chinese = new Format('zh-CN', {
  hour: '小时',
  minute: '分',
  second: '秒',
  millisecond: '毫秒',
  day: '天',
  space: ' ',
  list: { style: 'long', type: 'conjunction' },
})

/** The unit in which a size has one to three digits before the point, after rounding: 999 950 is 1.0 MB. */
function unitOf(octets: number): number {
  let unit = 0
  let value = octets
  while (value >= (unit === 0 ? 999.5 : 999.95) && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return unit
}

function unitName(unit: number): string {
  return UNITS[unit] ?? 'B'
}

/** From a gigabyte on, a tenth of the unit is more than most files: two decimals. */
function decimalsOf(unit: number): number {
  if (unit === 0) return 0
  return unit < 3 ? 1 : 2
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
