import { describe, expect, it } from 'vitest'
import { summarise } from '../../../renderer/components/statistics/statistics'
import { exchangeRow } from '../requests/exchange-row'

describe('summarise', () => {
  it('adds up, and parts by status, client and method, the most frequent first', () => {
    const rows = [
      exchangeRow({ id: 1, at: 1000, sentBytes: 10, elapsedMs: 5, clientId: 2 }),
      exchangeRow({ id: 2, at: 900, sentBytes: 20, elapsedMs: 700, progressAt: 1600, clientId: 2, method: 'HEAD' }),
      exchangeRow({ id: 3, at: 1100, progressAt: 1100, sentBytes: 30, elapsedMs: null, state: 'sending', status: 206 }),
      exchangeRow({
        id: 4,
        at: 1200,
        progressAt: 1200,
        sentBytes: 0,
        receivedBytes: 7,
        elapsedMs: 1,
        state: 'error',
        status: 404,
        method: null,
      }),
    ].map((row) => ({ ...row, progressAt: Math.min(row.progressAt, 1600) }))
    expect(summarise(rows)).toEqual({
      count: 4,
      sentBytes: 60,
      receivedBytes: 7,
      running: 1,
      problems: 1,
      from: 900,
      to: 1600,
      duration: { measured: 3, p50: 5, p95: 700, p99: 700 },
      firstByte: { measured: 4, p50: 1, p95: 1, p99: 1 },
      rate: null,
      byStatus: [
        { key: 200, count: 2, sentBytes: 30 },
        { key: 206, count: 1, sentBytes: 30 },
        { key: 404, count: 1, sentBytes: 0 },
      ],
      byClient: [
        { key: 2, count: 2, sentBytes: 30 },
        { key: 1, count: 2, sentBytes: 30 },
      ],
      byMethod: [
        { key: 'GET', count: 2, sentBytes: 40 },
        { key: 'HEAD', count: 1, sentBytes: 20 },
        { key: null, count: 1, sentBytes: 0 },
      ],
    })
  })

  it('takes percentiles by nearest rank: of 1 to 1000 these are 500, 950 and 990', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => exchangeRow({ id: at + 1, elapsedMs: 1000 - at }))
    expect(summarise(rows).duration).toEqual({ measured: 1000, p50: 500, p95: 950, p99: 990 })
  })

  it('measures rates of what has ended and was more than a packet or two', () => {
    const rows = [
      exchangeRow({ sentBytes: 1e6, bytesPerSecond: 5e6 }),
      exchangeRow({ sentBytes: 100, bytesPerSecond: 1 }),
      exchangeRow({ sentBytes: 1e6, bytesPerSecond: 9e9, elapsedMs: null, state: 'sending' }),
    ]
    expect(summarise(rows).rate).toEqual({ measured: 1, p50: 5e6, p95: 5e6, p99: 5e6 })
  })

  it('says nothing of nothing', () => {
    expect(summarise([])).toMatchObject({ count: 0, duration: null, rate: null, byStatus: [] })
  })
})
