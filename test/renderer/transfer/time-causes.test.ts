import { describe, expect, it } from 'vitest'
import { causesOf } from '../../../renderer/components/transfer/time-causes'

const steady = (readMs: number, waitMs: number) =>
  causesOf({
    sampleMs: 1000,
    elapsedMs: 4000,
    samples: Array.from({ length: 4 }, () => [100, readMs, waitMs] as const),
  })

describe('causesOf', () => {
  it('gives the rate of each stretch and what it went to', () => {
    const chart = causesOf({
      sampleMs: 1000,
      elapsedMs: 1500,
      samples: [
        [100, 250, 500],
        [300, 0, 500],
      ],
    })
    expect(chart.bars).toEqual([
      { fromMs: 0, lengthMs: 1000, bytesPerSecond: 100, shares: { waiting: 0.5, disk: 0.25, idle: 0.25 } },
      { fromMs: 1000, lengthMs: 500, bytesPerSecond: 600, shares: { waiting: 1, disk: 0, idle: 0 } },
    ])
    expect({ most: chart.mostPerSecond, waiting: chart.shares.waiting.toFixed(3) }).toEqual({
      most: 600,
      waiting: '0.667',
    })
  })

  it('draws no rate from the few milliseconds after the last whole sample', () => {
    expect(
      causesOf({
        sampleMs: 1000,
        elapsedMs: 1010,
        samples: [
          [100, 0, 900],
          [50, 0, 10],
        ],
      }).bars,
    ).toHaveLength(1)
  })

  it.each([
    ['client', 40, 940],
    ['disk', 800, 100],
    ['both', 400, 500],
    ['none', 50, 100],
  ] as const)('finds that the brake was: %s', (brake, readMs, waitMs) => {
    expect(steady(readMs, waitMs).brake).toBe(brake)
  })
})
