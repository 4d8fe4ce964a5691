/**
 * HTTP-date (RFC 9110 §5.6.7): a moment in whole seconds, always UTC.
 *
 *     HTTP-date    = IMF-fixdate / obs-date
 *     IMF-fixdate  = day-name "," SP date1 SP time-of-day SP GMT
 *     rfc850-date  = day-name-l "," SP date2 SP time-of-day SP GMT
 *     asctime-date = day-name SP date3 SP time-of-day SP year
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH = `(${MONTHS.join('|')})`
const TIME_OF_DAY = '([0-2]\\d):([0-5]\\d):([0-5]\\d|60)'
const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const DAY_NAME_L = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'

const IMF_FIXDATE = new RegExp(`^${DAY_NAME}, (\\d\\d) ${MONTH} (\\d{4}) ${TIME_OF_DAY} GMT$`)
const RFC850_DATE = new RegExp(`^${DAY_NAME_L}, (\\d\\d)-${MONTH}-(\\d\\d) ${TIME_OF_DAY} GMT$`)
const ASCTIME_DATE = new RegExp(`^${DAY_NAME} ${MONTH} (\\d\\d| \\d) ${TIME_OF_DAY} (\\d{4})$`)

/** The first and last moments that four digits of a year can name. */
const FIRST_MOMENT = -62_167_219_200_000 // Sat, 01 Jan 0000 00:00:00 GMT
const LAST_MOMENT = 253_402_300_799_000 // Fri, 31 Dec 9999 23:59:59 GMT

/**
 * Reads a date in any of the three formats, or gives undefined when it is none of them or names a day that no calendar
 * has. The day of the week is not compared with the date.
 *
 * @param nowMs decides the century of a two-digit year: at most 50 years ahead
 * @returns milliseconds since the epoch
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  const imf = IMF_FIXDATE.exec(text)
  if (imf !== null) {
    const [, day, month, year, ...time] = imf
    return moment({ year: Number(year), month, day, time })
  }
  const rfc850 = RFC850_DATE.exec(text)
  if (rfc850 !== null) {
    const [, day, month, year, ...time] = rfc850
    return nearestCentury({ year: Number(year), month, day, time }, nowMs)
  }
  const asctime = ASCTIME_DATE.exec(text)
  if (asctime === null) return undefined
  const [, month, day, hour = '', minute = '', second = '', year] = asctime
  return moment({ year: Number(year), month, day, time: [hour, minute, second] })
}

interface DateParts {
  readonly year: number
  readonly month: string | undefined
  readonly day: string | undefined
  readonly time: readonly string[]
}

function moment({ year, month = '', day, time }: DateParts): number | undefined {
  const monthIndex = MONTHS.indexOf(month)
  const dayOfMonth = Number(day)
  const [hour = 0, minute = 0, second = 0] = time.map(Number)
  if (hour > 23) return undefined
  const date = new Date(0)
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, monthIndex, dayOfMonth)
  if (date.getUTCMonth() !== monthIndex || date.getUTCDate() !== dayOfMonth) return undefined
  // A leap second, 60, becomes the first of the next minute.
  return date.setUTCHours(hour, minute, second)
}

/** A two-digit year that seems more than 50 years ahead is the latest past one with those digits (RFC 9110 §5.6.7). */
function nearestCentury(parts: DateParts, nowMs: number): number | undefined {
  const now = new Date(nowMs)
  const century = now.getUTCFullYear() - (now.getUTCFullYear() % 100)
  const limit = new Date(nowMs).setUTCFullYear(now.getUTCFullYear() + 50)
  for (const year of [century + 100 + parts.year, century + parts.year, century - 100 + parts.year]) {
    const at = moment({ ...parts, year })
    if (at !== undefined && at <= limit) return at
  }
  return undefined
}

/**
 * Writes a moment as IMF-fixdate, the one format that may be sent; what is less than a second is dropped.
 *
 * @param ms milliseconds since the epoch; held within the years 0000 to 9999, which is all the format can say
 */
export function formatHttpDate(ms: number): string {
  const at = Math.min(Math.max(ms, FIRST_MOMENT), LAST_MOMENT)
  // ECMAScript fixes toUTCString to this very format.
  return new Date(Math.floor(at / 1000) * 1000).toUTCString()
}
