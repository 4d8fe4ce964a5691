import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { markdownTable } from '../../bench/figures/table'
import { formatFigure, formatRatio } from '../../bench/figures/units'

describe('markdownTable', () => {
  it('stands as Prettier would write it', async () => {
    const table = markdownTable(
      ['server', 'a figure', ''],
      [
        ['nginx', '2.5 GiB/s (2.4 – 2.6)', 'held'],
        ['a | b', '–', ''],
      ],
    )
    expect(`${table}\n`).toBe(await format(table, { parser: 'markdown' }))
  })
})

describe('formatFigure', () => {
  it.each([
    [2.5 * 2 ** 30, 'throughput', '2.50 GiB/s'],
    [143 * 2 ** 20, 'throughput', '143 MiB/s'],
    [53_210, 'rate', '53.2 k/s'],
    [617, 'rate', '617 /s'],
    [0.0115, 'processor-time', '11.5 µs'],
    [3070, 'processor-time', '3.07 s'],
    [4.114, 'time', '4.11 ms'],
    [12_345, 'time', '12.3 s'],
    [99.5 * 2 ** 20, 'memory', '99.5 MiB'],
    [2000, 'count', '2,000'],
    [0, 'time', '0 µs'],
  ] as const)('writes %s as %s: %s', (value, unit, text) => {
    expect(formatFigure(value, unit)).toBe(text)
  })
})

describe('formatRatio', () => {
  it.each([
    [0.0439, '0.0439×'],
    [0.85, '0.850×'],
    [1, '1.00×'],
    [12.34, '12.3×'],
    [123.4, '123×'],
  ])('writes %s as %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text)
  })
})
