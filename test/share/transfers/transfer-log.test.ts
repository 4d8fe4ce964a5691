import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FeedBatch } from '../../../preload/views'
import type { ServerEvent } from '../../../main/server/events'
import { toDetail, toRow } from '../../../main/share/exchange-record'
import { Feed } from '../../../main/share/feed'
import { Journal } from '../../../main/share/journal'
import { aborted, connectionFacts, finished, progressed, received, START, started } from '../support/events'

const SIZE = 1000
const subject = { kind: 'file', shareId: 1, path: 'film.mkv', size: SIZE, entityTag: '"1"' } as const

let journal: Journal

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  journal = new Journal({ now: Date.now, lookUpName: async () => null })
})

afterEach(() => {
  vi.useRealTimers()
})

const record = (...events: readonly ServerEvent[]): void => {
  for (const event of events) journal.record(event)
}
const opened = (connectionId: number, at = START): ServerEvent => ({
  type: 'connection-opened',
  connection: connectionFacts({ connectionId }),
  at,
})
const closed = (connectionId: number, clientEnd?: 'closed' | 'reset'): ServerEvent => ({
  type: 'connection-closed',
  connectionId,
  at: START,
  cause: 'client-closed',
  manner: 'fin',
  receivedBytes: 0,
  sentBytes: 0,
  exchanges: 1,
  ...(clientEnd && { clientEnd }),
})
const whole = (id: number): ServerEvent[] => [received(id), started(id, { subject })]
const rest = (id: number, first: number, connectionId = 1): ServerEvent[] => {
  const ranges = [{ first, last: SIZE - 1 }]
  return [received(id, { connectionId }), started(id, { status: 206, subject: { ...subject, ranges } })]
}
const files = () => {
  const client = journal.clients.find(1)?.toView(START)
  return [client?.filesDone, client?.files]
}
const row = (id: number) => toRow(journal.log.find(id)!)

describe('the files of a client', () => {
  it('are counted once for each transfer, and done when all of it was handed over', () => {
    record(opened(1), ...whole(1), aborted(1, { sentBytes: 300 }))
    expect(files()).toEqual([0, 1])
    record(...rest(2, 300), finished(2, { sentBytes: 700, status: 206 }))
    expect(files()).toEqual([1, 1])
    record(...whole(3), finished(3))
    expect(files()).toEqual([2, 2])
  })

  it('are counted anew when it comes back after a while, what it goes on with included', () => {
    record(opened(1), ...whole(1), finished(1), ...whole(2), aborted(2, { sentBytes: 300 }), closed(1))
    expect(files()).toEqual([1, 2])
    record(opened(2, START + 120_000))
    expect(files()).toEqual([0, 0])
    record(...rest(3, 300, 2), finished(3, { sentBytes: 700, status: 206 }))
    expect(files()).toEqual([1, 1])
  })
})

describe('the feed', () => {
  it('tells of a transfer when it is joined, moves on or ends, and not of what stands alone', () => {
    const batches: FeedBatch[] = []
    const feed = new Feed({ source: feedSource(), now: Date.now })
    feed.subscribe((batch) => {
      batches.push(batch)
      feed.acknowledge(batch.sequence)
    })
    record(opened(1), opened(2), ...whole(1))
    vi.advanceTimersByTime(50)
    expect(batches.at(-1)).not.toHaveProperty('transfers')
    record(...rest(2, 500))
    vi.advanceTimersByTime(50)
    expect(batches.at(-1)?.transfers).toMatchObject([{ id: 1, state: 'running', exchangeIds: [1, 2] }])
    expect(batches.at(-1)?.patched).toMatchObject([{ id: 1, part: 'segment', transferId: 1 }])
    record(progressed(1, { sentBytes: 100 }))
    vi.advanceTimersByTime(600)
    expect(batches.flatMap(({ transfers = [] }) => transfers).at(-1)).toMatchObject({ coveredBytes: 100 })
    feed.close()
  })

  it('keeps what a client has through a cleared log', () => {
    record(opened(1), ...whole(1), aborted(1, { sentBytes: 300 }))
    journal.log.clear(START)
    record(...rest(2, 300))
    expect(journal.transferLog.transfers.told()[0]?.toView()).toMatchObject({ exchangeIds: [1, 2], coveredBytes: 300 })
    expect(journal.log.restore(START)).toBe(1)
    expect(row(1).transferId).toBe(row(2).transferId)
  })
})

describe('what shows that an answer arrived', () => {
  it('stands in its row once the client asked for the next thing, or left', () => {
    record(opened(1), received(1), started(1), finished(1))
    expect(row(1)).not.toHaveProperty('evidence')
    record(received(2), started(2), finished(2))
    expect(row(1).evidence).toBe('next-request')
    record(closed(1, 'closed'))
    expect(row(2).evidence).toBe('closed-in-order')
  })

  it('is not told of a row that has left the log', () => {
    const changed: number[] = []
    record(opened(1), received(1), started(1), finished(1))
    journal.log.clear(START)
    journal.watch({ ...silent, exchangeChanged: ({ id }) => changed.push(id) })
    record(closed(1, 'reset'))
    expect(changed).toEqual([])
  })
})

describe('the time of an exchange', () => {
  it('is kept by the second for those that last', () => {
    record(opened(1), ...whole(1))
    record(progressed(1, { sentBytes: 100, elapsedMs: 1000, readMs: 200, waitMs: 700 }))
    record(finished(1, { sentBytes: SIZE, elapsedMs: 2000, readMs: 300, waitMs: 1500 }))
    expect(toDetail(journal.log.find(1)!)).toMatchObject({
      entityTag: '"1"',
      time: {
        sampleMs: 1000,
        elapsedMs: 2000,
        samples: [
          [100, 200, 700],
          [900, 100, 800],
        ],
      },
    })
  })

  it('is not kept for those that do not', () => {
    record(opened(1), ...whole(1), progressed(1), finished(1, { elapsedMs: 900 }))
    expect(toDetail(journal.log.find(1)!).time).toBeNull()
  })

  it('is forgotten for those that ended longest ago', () => {
    record(opened(1))
    for (let id = 1; id <= 1001; id += 1) {
      record(received(id), started(id), progressed(id), finished(id, { elapsedMs: 1500 }))
    }
    expect(toDetail(journal.log.find(1)!).time).toBeNull()
    expect(toDetail(journal.log.find(2)!).time).not.toBeNull()
  })
})

const nothing = (): void => undefined
const silent = {
  exchangeBegan: nothing,
  exchangeChanged: nothing,
  exchangeRemoved: nothing,
  exchangesRestored: nothing,
  clientChanged: nothing,
  clientRemoved: nothing,
  transferChanged: nothing,
  transferRemoved: nothing,
}

function feedSource(): ConstructorParameters<typeof Feed>[0]['source'] {
  const unasked = (): never => {
    throw new Error('Nobody asked for this')
  }
  return {
    watch: (watcher) => journal.watch(watcher),
    totals: () => journal.totals(),
    parts: { shares: unasked, serving: unasked, notices: unasked, settings: unasked, recent: unasked, lab: unasked },
  }
}
