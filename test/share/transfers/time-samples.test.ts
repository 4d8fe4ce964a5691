import { describe, expect, it } from 'vitest'
import { TimeSamples } from '../../../main/share/transfers/time-samples'

describe('TimeSamples', () => {
  it('shares time out over the seconds in which it passed', () => {
    const samples = new TimeSamples()
    samples.add({ elapsedMs: 500, sentBytes: 100, readMs: 100, waitMs: 300 })
    samples.add({ elapsedMs: 1500, sentBytes: 300, readMs: 100, waitMs: 1300 })
    expect(samples.toView()).toEqual({
      sampleMs: 1000,
      elapsedMs: 1500,
      samples: [
        [100, 100, 800],
        [200, 0, 500],
      ],
    })
  })

  it('counts octets in the second in which they moved, however long nothing had', () => {
    const samples = new TimeSamples()
    samples.add({ elapsedMs: 1000, sentBytes: 1000, readMs: 0, waitMs: 0 })
    samples.add({ elapsedMs: 6000, sentBytes: 1500, readMs: 0, waitMs: 5000 })
    expect(samples.toView().samples).toEqual([
      [1000, 0, 0],
      [0, 0, 1000],
      [0, 0, 1000],
      [0, 0, 1000],
      [0, 0, 1000],
      [500, 0, 1000],
    ])
  })

  it('has two minutes of seconds, then of two seconds, and so on, and loses nothing', () => {
    const samples = new TimeSamples()
    for (let second = 1; second <= 500; second += 1) {
      samples.add({ elapsedMs: second * 1000, sentBytes: second * 7, readMs: second * 10, waitMs: second * 900 })
    }
    const view = samples.toView()
    expect(view.sampleMs).toBe(8000)
    expect(view.samples.length).toBe(Math.ceil(500 / 8))
    const sums = view.samples.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z] as const, [0, 0, 0] as const)
    expect(sums).toEqual([3500, 5000, 450_000])
  })

  it('takes a jump over many halvings at once', () => {
    const samples = new TimeSamples()
    samples.add({ elapsedMs: 1000, sentBytes: 5, readMs: 0, waitMs: 0 })
    samples.add({ elapsedMs: 3_600_000, sentBytes: 5, readMs: 0, waitMs: 3_599_000 })
    expect(samples.toView().samples.length).toBeLessThanOrEqual(120)
    expect(samples.toView().samples.reduce((sum, [, , waitMs]) => sum + waitMs, 0)).toBeCloseTo(3_599_000, 0)
  })
})
