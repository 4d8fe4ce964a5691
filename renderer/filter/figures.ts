/** Reads the figures of the filter language: `100mb`, `2.5s`, `14:05`, `404`. */
import type { Figure } from './query'
import type { ValueType } from './vocabulary'

/** Why a text is no figure of its type. */
export type FigureRefusal = 'not-a-number' | 'unit-missing' | 'unit-unknown' | 'not-a-time'

/** Octets: decimal units of 1000 and binary ones of 1024. */
const OCTET_UNITS: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['tb', 1e12],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
  ['tib', 2 ** 40],
])
const DURATION_UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
])
const NO_UNITS: ReadonlyMap<string, number> = new Map()

/** The units that a type's figures are written with; empty for plain numbers. */
export function unitsOf(type: ValueType): readonly string[] {
  const units = [...unitTable(type).keys()]
  return type === 'rate' ? units.map((unit) => `${unit}/s`) : units
}

function unitTable(type: ValueType): ReadonlyMap<string, number> {
  if (type === 'duration') return DURATION_UNITS
  return type === 'octets' || type === 'rate' ? OCTET_UNITS : NO_UNITS
}

const FIGURE = /^(\d{1,15}(?:\.\d{1,6})?)([a-z]*(?:\/s)?)$/

/** Reads a figure of a type. Plain numbers are octets where octets are meant; a duration needs its unit. */
export function readFigure(text: string, type: ValueType): Figure | FigureRefusal {
  const written = text.toLowerCase()
  if (type === 'moment') return readMoment(written)
  const [, digits, suffix = ''] = FIGURE.exec(written) ?? []
  if (digits === undefined) return 'not-a-number'
  const unit = type === 'rate' ? suffix.replace(/\/s$/, '') : suffix
  if (type === 'duration' && unit === '') return Number(digits) === 0 ? exact(0, written) : 'unit-missing'
  if (unit === '') return exact(Number(digits), written)
  const size = unitTable(type).get(unit)
  if (size === undefined) return 'unit-unknown'
  const decimals = digits.split('.')[1]?.length ?? 0
  return { value: Number(digits) * size, written, width: size === 1 ? 0 : size / 10 ** decimals }
}

function exact(value: number, written: string): Figure {
  return { value, written, width: 0 }
}

const MOMENT = /^(?:(\d{4})-(\d\d)-(\d\d)(?:t|$))?(?:(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/
const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** `14:05`, `14:05:09.5`, `2026-07-01t14:05`, `2026-07-01`; times are those of this computer's clock. */
function readMoment(written: string): Figure | FigureRefusal {
  const match = MOMENT.exec(written)
  if (match === null || written === '') return 'not-a-time'
  const [, year, month, day, hours, minutes, seconds, fraction] = match
  if (hours === undefined && year === undefined) return 'not-a-time'
  const ofDay = {
    hours: Number(hours ?? 0),
    minutes: Number(minutes ?? 0),
    seconds: Number(seconds ?? 0),
    milliseconds: Number((fraction ?? '').padEnd(3, '0')),
  }
  if (ofDay.hours > 23 || ofDay.minutes > 59 || ofDay.seconds > 59) return 'not-a-time'
  const width = hours === undefined ? DAY : seconds === undefined ? MINUTE : fraction === undefined ? SECOND : 1
  if (year === undefined) {
    const value = ((ofDay.hours * 60 + ofDay.minutes) * 60 + ofDay.seconds) * SECOND + ofDay.milliseconds
    return { value, written, width }
  }
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  if (date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) return 'not-a-time'
  date.setHours(ofDay.hours, ofDay.minutes, ofDay.seconds, ofDay.milliseconds)
  return { value: date.getTime(), written, width, dated: true }
}
