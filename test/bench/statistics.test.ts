import { describe, expect, it } from 'vitest'
import { percentile, ratioOf, spreadOf } from '../../bench/figures/statistics'

describe('spreadOf', () => {
  it('takes the middle one of an odd number, in whatever order they come', () => {
    expect(spreadOf([10, 2, 9])).toEqual({ median: 9, least: 2, most: 10 })
  })

  it('takes the mean of the middle two of an even number', () => {
    expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, least: 1, most: 10 })
  })

  it('has nothing to say of nothing', () => {
    expect(spreadOf([])).toBeUndefined()
  })
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  it.each([
    [0, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('gives the nearest rank: %s of 1 to 100 is %s', (share, value) => {
    expect(percentile(hundred, share)).toBe(value)
  })
})

describe('ratioOf', () => {
  it('divides round by round, not median by median', () => {
    // The machine was half as fast in the second round, for both.
    expect(ratioOf([10, 5, 12], [20, 10, 20])).toEqual({ median: 0.5, least: 0.5, most: 0.6 })
  })

  it('leaves out a round that was void for one of them', () => {
    expect(ratioOf([10, undefined, 12], [5, 1, undefined])).toEqual({ median: 2, least: 2, most: 2 })
    expect(ratioOf([undefined], [1])).toBeUndefined()
  })

  it('does not divide by nothing', () => {
    expect(ratioOf([10, 8], [0, 2])).toEqual({ median: 4, least: 4, most: 4 })
  })
})
