import { describe, expect, it } from 'vitest'
import { figureFormat } from '../../../main/files/listing/format-figures'

const NOW = new Date(2026, 10, 23, 12).getTime()

describe('figureFormat', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [2100, '2.1 kB'],
    [31_400_000, '31.4 MB'],
    [99_940_000, '99.9 MB'],
    [99_960_000, '100 MB'],
    [612_000_000, '612 MB'],
    [999_499_999, '999 MB'],
    [999_500_000, '1.00 GB'],
    [1_820_000_000, '1.82 GB'],
    [9_996_000_000, '10.0 GB'],
    [5 * 2 ** 40, '5.50 TB'],
    [Number.MAX_SAFE_INTEGER, '9.01 PB'],
  ])('writes %i octets as %s', (octets, text) => {
    expect(figureFormat('en', NOW).size(octets)).toBe(text)
  })

  it('writes dates of this year with the time, and others with the year', () => {
    const [thisYear, earlier] = [new Date(2026, 6, 12, 6, 41).getTime(), new Date(2025, 6, 12, 6, 41).getTime()]
    const [en, zh] = [figureFormat('en', NOW), figureFormat('zh-CN', NOW)]
    expect([en.moment(thisYear), en.moment(earlier), zh.moment(thisYear), zh.moment(earlier)]).toEqual([
      'Jul 12, 06:41',
      'Jul 12, 2025',
      '7月12日 06:41',
      '2025年7月12日',
    ])
  })
})
