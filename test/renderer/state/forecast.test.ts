import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast, streamsOf, uplinkShares, type Stream } from '../../../renderer/state/forecast'
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

/** When each stream ends, in milliseconds: from one end to the next, what is left is shared in proportion. */
function simulate(streams: readonly Stream[], rate: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  let running = streams.map((each) => ({ ...each }))
  for (let atMs = 0; running.length > 0;) {
    const boost = rate / rateOf(running)
    const seconds = Math.min(...running.map((each) => each.leftBytes / (each.bytesPerSecond * boost)))
    atMs += seconds * 1000
    for (const each of running) each.leftBytes -= seconds * each.bytesPerSecond * boost
    for (const each of running) if (each.leftBytes < 1e-3) ends.set(each.exchangeId, atMs)
    running = running.filter(({ exchangeId }) => !ends.has(exchangeId))
  }
  return ends
}

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

  it('gives what comes out when it is played through with the other and without', () => {
    fc.assert(
      fc.property(arbitraryStreams, (streams) => {
        const found = forecast(streams, new Set([1]))
        const own = streams[0]?.clientId
        const now = simulate(streams, rateOf(streams)).get(1) ?? 0
        const gains = streams
          .filter(({ clientId }) => clientId !== own)
          .map(({ clientId }) => {
            const others = streams.filter((each) => each.clientId !== clientId)
            return now - (simulate(others, rateOf(streams)).get(1) ?? 0)
          })
        const most = Math.max(0, ...gains)
        if (found === null) expect(most).toBeLessThan(Math.max(1000, now * 0.03) * (1 + 1e-6) + 1)
        else expect(Math.abs(found.soonerMs - most)).toBeLessThan(1 + most * 1e-6)
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
