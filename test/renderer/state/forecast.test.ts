import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endTimes, forecast, streamsOf, uplinkShares, type Stream } from '../../../renderer/state/forecast'
import { client } from '../harness/scenes'
import { exchangeRow } from '../requests/exchange-row'

const stream = (exchangeId: number, clientId: number, leftBytes: number, bytesPerSecond: number): Stream => {
  return { exchangeId, clientId, leftBytes, bytesPerSecond }
}
const rateOf = (streams: readonly Stream[]): number => streams.reduce((sum, each) => sum + each.bytesPerSecond, 0)

const arbitraryStreams = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e8 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map(([clientId, left, rate], at) => stream(at + 1, clientId, left, rate)))

describe('endTimes', () => {
  it('gives what one no longer needs to the others', () => {
    const streams = [stream(1, 1, 1000, 100), stream(2, 2, 3000, 300), stream(3, 3, 6000, 100)]
    // Two of them end after 10 s, in which the third got 1000; the 5000 that are left go at the rate of all.
    expect([...endTimes(streams, 500)]).toEqual([
      [1, 10_000],
      [2, 10_000],
      [3, 20_000],
    ])
  })

  it('sends everything at the rate of now, whoever ends when', () => {
    fc.assert(
      fc.property(arbitraryStreams, (streams) => {
        const ends = endTimes(streams, rateOf(streams))
        const last = Math.max(...ends.values())
        const wholeMs = (streams.reduce((sum, { leftBytes }) => sum + leftBytes, 0) / rateOf(streams)) * 1000
        expect(last).toBeCloseTo(wholeMs, 3)
        for (const { exchangeId, leftBytes, bytesPerSecond } of streams) {
          const end = ends.get(exchangeId) ?? NaN
          // Never later than at its own rate, and never sooner than if it had all to itself.
          expect(end).toBeLessThanOrEqual((leftBytes / bytesPerSecond) * 1000 * (1 + 1e-9) + 1e-6)
          expect(end).toBeGreaterThanOrEqual((leftBytes / rateOf(streams)) * 1000 * (1 - 1e-9))
        }
      }),
    )
  })
})

describe('forecast', () => {
  it('names the client without which it would end soonest', () => {
    const streams = [stream(1, 1, 60_000, 100), stream(2, 2, 60_000, 100), stream(3, 3, 1000, 100)]
    expect(forecast(streams, new Set([1]))).toEqual({ withoutClientId: 2, soonerMs: expect.closeTo(200_000) as number })
  })

  it('is silent where nobody else is there, where it would gain next to nothing, and where no end is known', () => {
    expect(forecast([stream(1, 1, 60_000, 100), stream(2, 1, 60_000, 100)], new Set([1]))).toBe(null)
    expect(forecast([stream(1, 1, 60_000, 100), stream(2, 2, 10, 100)], new Set([1]))).toBe(null)
    expect(forecast([stream(1, 1, Infinity, 100), stream(2, 2, 60_000, 100)], new Set([1]))).toBe(null)
    expect(forecast([stream(2, 2, 60_000, 100)], new Set([1]))).toBe(null)
  })

  it('holds for a transfer in segments until the last of them', () => {
    const streams = [stream(1, 1, 1000, 100), stream(2, 1, 50_000, 100), stream(3, 2, 50_000, 100)]
    expect(forecast(streams, new Set([1, 2]))).toEqual(forecast(streams, new Set([2])))
  })

  it('never promises more than what the other would have been sent meanwhile, nor more than all the time', () => {
    fc.assert(
      fc.property(arbitraryStreams, (streams) => {
        const found = forecast(streams, new Set([1]))
        if (found === null) return
        const others = streams.filter(({ clientId }) => clientId === found.withoutClientId)
        const theirs = others.reduce((sum, { leftBytes }) => sum + leftBytes, 0)
        expect(found.soonerMs).toBeLessThanOrEqual((theirs / rateOf(streams)) * 1000 * (1 + 1e-9))
        expect(found.soonerMs).toBeLessThanOrEqual(endTimes(streams, rateOf(streams)).get(1) ?? 0)
      }),
    )
  })
})

describe('streamsOf', () => {
  it('takes what moves, and does not know the end of what has no length', () => {
    const rows = [
      exchangeRow({ id: 1, state: 'sending', contentLength: 100, sentBytes: 30, bytesPerSecond: 10 }),
      exchangeRow({ id: 2, state: 'sending', contentLength: null, sentBytes: 30, bytesPerSecond: 10 }),
      exchangeRow({ id: 3, state: 'sending', contentLength: 100, bytesPerSecond: 0 }),
      exchangeRow({ id: 4, state: 'receiving', contentLength: 100, bytesPerSecond: null }),
    ]
    expect(streamsOf(rows).map(({ exchangeId, leftBytes }) => [exchangeId, leftBytes])).toEqual([
      [1, 70],
      [2, Infinity],
    ])
  })
})

describe('uplinkShares', () => {
  it('adds up to one, and says nothing of somebody who is alone', () => {
    const clients = [
      client(1, { bytesPerSecond: 30 }),
      client(2, { bytesPerSecond: 10 }),
      client(3, { bytesPerSecond: 0 }),
    ]
    expect([...uplinkShares(clients)]).toEqual([
      [1, 0.75],
      [2, 0.25],
    ])
    expect(uplinkShares(clients.slice(1)).size).toBe(0)
  })
})
