import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHttpDate, parseHttpDate } from '../../main/http/http-date'

const NOW = Date.UTC(2026, 10, 23)

describe('parseHttpDate', () => {
  // The one moment of RFC 9110 §5.6.7 in its three formats.
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'reads %s',
    (text) => {
      expect(parseHttpDate(text, NOW)).toBe(784_111_777_000)
    },
  )

  it.each([
    ['Thu, 29 Feb 2024 23:59:59 GMT', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['Tue Nov 16 08:49:37 1994', Date.UTC(1994, 10, 16, 8, 49, 37)],
    ['Wed, 31 Dec 2008 23:59:60 GMT', Date.UTC(2009, 0, 1)],
    ['Fri, 25 Feb 2174 09:42:23 GMT', Date.UTC(2174, 1, 25, 9, 42, 23)],
    ['Mon, 06 Nov 1994 08:49:37 GMT', 784_111_777_000],
    ['Thu, 01 Jan 0050 00:00:00 GMT', Date.parse('0050-01-01T00:00:00Z')],
  ])('reads %s, which only looks wrong', (text, at) => {
    expect(parseHttpDate(text, NOW)).toBe(at)
  })

  it.each([
    ['76', 2076],
    ['77', 1977],
    ['99', 1999],
    ['00', 2000],
    ['26', 2026],
  ])('takes the two digits %s for %i, at most 50 years ahead', (digits, year) => {
    expect(parseHttpDate(`Sunday, 06-Nov-${digits} 00:00:00 GMT`, NOW)).toBe(Date.UTC(year, 10, 6))
  })

  it('draws the line at 50 years to the second', () => {
    expect(parseHttpDate('Monday, 23-Nov-76 00:00:00 GMT', NOW)).toBe(Date.UTC(2076, 10, 23))
    expect(parseHttpDate('Monday, 23-Nov-76 00:00:01 GMT', NOW)).toBe(Date.UTC(1976, 10, 23, 0, 0, 1))
  })

  it('knows that 1900 and 2100 had no 29 February when it looks for a century', () => {
    expect(parseHttpDate('Tuesday, 29-Feb-00 00:00:00 GMT', Date.UTC(2090, 0, 1))).toBe(Date.UTC(2000, 1, 29))
  })

  it.each([
    '',
    '0',
    'garbage',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 gmt',
    'sun, 06 nov 1994 08:49:37 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 94 08:49:37 GMT',
    'Sun, 06 Nov 19994 08:49:37 GMT',
    'Sun, 30 Feb 2025 00:00:00 GMT',
    'Sun, 00 Jan 2025 00:00:00 GMT',
    'Sat, 29 Feb 2025 00:00:00 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    ' Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT ',
    'Sun,  06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06-Nov-94 08:49:37 GMT',
    'Sunday, 06-Nov-1994 08:49:37 GMT',
    'Sun Nov 06 08:49:37 1994 GMT',
    'Sun Nov 6 08:49:37 1994',
  ])('does not read %j', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined()
  })

  it('gives back every second that formatHttpDate writes, and the dates of Date.parse', () => {
    const seconds = fc.integer({ min: Date.UTC(1000, 0) / 1000, max: Date.UTC(9999, 11, 31) / 1000 })
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 999 }), (second, ms) => {
        const text = formatHttpDate(second * 1000 + ms)
        expect(parseHttpDate(text, NOW)).toBe(second * 1000)
        expect(Date.parse(text)).toBe(second * 1000)
      }),
    )
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'Sun',
      ', ',
      '06',
      ' ',
      'Nov',
      '1994',
      '08:49:37',
      'GMT',
      '-',
      '99',
      '\0',
      '9'.repeat(400),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (text) => {
        const at = parseHttpDate(text.join(''), NOW)
        expect(at === undefined || Number.isInteger(at)).toBe(true)
      }),
    )
  })
})

describe('formatHttpDate', () => {
  it('writes IMF-fixdate', () => {
    expect(formatHttpDate(784_111_777_000)).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })

  it.each([
    [784_111_777_999, 'Sun, 06 Nov 1994 08:49:37 GMT'],
    [-1, 'Wed, 31 Dec 1969 23:59:59 GMT'],
    [-86_400_000, 'Wed, 31 Dec 1969 00:00:00 GMT'],
  ])('drops what is less than a second of %i', (at, text) => {
    expect(formatHttpDate(at)).toBe(text)
  })

  it.each([
    [8.64e15, 'Fri, 31 Dec 9999 23:59:59 GMT'],
    [Number.POSITIVE_INFINITY, 'Fri, 31 Dec 9999 23:59:59 GMT'],
    [-8.64e15, 'Sat, 01 Jan 0000 00:00:00 GMT'],
  ])('holds %d within what four digits of a year can say', (at, text) => {
    expect(formatHttpDate(at)).toBe(text)
  })
})
