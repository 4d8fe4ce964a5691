import { describe, expect, it } from 'vitest'
import { judgeFlatness } from './flatness'
import type { Sample } from './flatness'

const MEBIBYTE = 2 ** 20
const MINUTE_MS = 60_000

/** One sample each minute. */
function samples(value: (minute: number) => number, minutes = 30): Sample[] {
  return Array.from({ length: minutes }, (_, minute) => ({ atMs: minute * MINUTE_MS, value: value(minute) }))
}

describe('judgeFlatness', () => {
  it('takes a saw-tooth for flat', () => {
    const found = judgeFlatness(samples((minute) => (200 + (minute % 5) * 20) * MEBIBYTE))
    expect(found.isFlat).toBe(true)
    expect(found.first).toBe(found.last)
  })

  it('takes a steady gain of 2 MiB a minute over 200 MiB for a leak, and gives it for an hour', () => {
    const found = judgeFlatness(samples((minute) => (200 + minute * 2) * MEBIBYTE))
    expect(found.isFlat).toBe(false)
    expect(found.perHour / MEBIBYTE).toBeCloseTo(120, 6)
  })

  it('is not deceived by a single peak, nor by a single low', () => {
    expect(judgeFlatness(samples((minute) => (minute === 29 ? 900 : 200) * MEBIBYTE)).isFlat).toBe(true)
    expect(judgeFlatness(samples((minute) => (minute === 0 ? 20 : 200) * MEBIBYTE)).isFlat).toBe(true)
  })

  it('allows a tenth and 10 MiB, and not a MiB more', () => {
    const step = (mebibytes: number) => samples((minute) => (minute < 15 ? 100 : mebibytes) * MEBIBYTE)
    expect([judgeFlatness(step(120)).isFlat, judgeFlatness(step(121)).isFlat]).toEqual([true, false])
  })

  it('finds too few samples flat, and none at all', () => {
    expect(judgeFlatness(samples((minute) => minute * 1000 * MEBIBYTE, 8)).isFlat).toBe(true)
    expect(judgeFlatness([])).toEqual({ first: 0, last: 0, perHour: 0, isFlat: true })
  })
})
