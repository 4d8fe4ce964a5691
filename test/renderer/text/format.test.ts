import { describe, expect, it } from 'vitest'
import { chinese, english } from '../../../renderer/text/format'

describe('Format', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [2100, '2.1 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [412_000_000, '412 MB'],
    [999_949, '1,000 kB'],
    [999_950, '1.0 MB'],
    [38_400_000_000, '38.4 GB'],
    [5e15, '5.0 PB'],
  ])('says %i octets at a glance as %s', (octets, said) => {
    expect(english.size(octets)).toBe(said)
  })

  it.each([
    [4_702_883_840, '4.70 GB'],
    [31_400_000, '31.4 MB'],
    [102_400_000, '102.4 MB'],
    [6100, '6.1 kB'],
    [0, '0 B'],
  ])('says %i octets in a column as %s', (octets, said) => {
    expect(english.exactSize(octets)).toBe(said)
  })

  it('says how far a transfer has come in the unit of the whole', () => {
    expect(english.progress(412_000_000, 1_240_000_000)).toBe('0.41 / 1.24 GB')
    expect(english.progress(12_600_000, 88_200_000)).toBe('12.6 / 88.2 MB')
    expect(english.progress(150_600_000, 314_600_000)).toBe('151 / 315 MB')
    expect(english.progress(0, 0)).toBe('0 / 0 B')
  })

  it('says rates, and their figure apart from their unit', () => {
    expect(english.rate(41_000_000)).toBe('41.0 MB/s')
    expect(english.rate(0)).toBe('0 B/s')
    expect(english.rateParts(80_800_000)).toEqual(['80.8', 'MB/s'])
  })

  it('says 100 % only when everything is out, and 0 % only when nothing is', () => {
    expect([0, 0.001, 0.71, 0.999, 1].map((share) => english.percent(share))).toEqual([
      '0 %',
      '1 %',
      '71 %',
      '99 %',
      '100 %',
    ])
  })

  it.each([
    [0, '0 ms'],
    [0.2, '1 ms'],
    [899, '899 ms'],
    [999.6, '1.0 s'],
    [59_400, '59.4 s'],
    [59_960, '1 m 00 s'],
    [72_000, '1 m 12 s'],
    [3_599_600, '1 h 00 m'],
    [7_500_000, '2 h 05 m'],
  ])('says %d ms as %s', (ms, said) => {
    expect(english.duration(ms)).toBe(said)
  })

  it('says spans inside sentences in the words of the language', () => {
    expect([26_000, 72_000, 120_000, 97_200_000].map((ms) => english.span(ms))).toEqual([
      '26 s',
      '1 m 12 s',
      '2 m',
      '1 d 3 h',
    ])
    expect(chinese.span(72_000)).toBe('1 分 12 秒')
  })

  it('splits a clock time before its milliseconds', () => {
    const at = new Date(2026, 10, 23, 14, 5, 9, 41).getTime()
    expect(english.clock(at)).toEqual({ time: '14:05:09', milliseconds: '.041' })
    expect(chinese.clock(new Date(2026, 10, 23, 0, 0, 0).getTime()).time).toBe('00:00:00')
  })

  it('joins names as the language does', () => {
    expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(chinese.list(['a', 'b'])).toBe('a和b')
  })
})
