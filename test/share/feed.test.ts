import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FeedBatch } from '../../preload/views'
import { Feed } from '../../main/share/feed'
import { Journal } from '../../main/share/journal'
import { MOST_ROWS } from '../../main/share/pending-changes'
import { connectionFacts, finished, progressed, received, started } from './support/events'

let journal: Journal
let feed: Feed
let batches: FeedBatch[]
/** What the listeners have cost so far. */
let spentMs: number

beforeEach(() => {
  vi.useFakeTimers()
  journal = new Journal({ now: Date.now, lookUpName: async () => null, logLimits: { records: 5000, headBytes: 1e9 } })
  feed = feedOf(journal)
  batches = []
  spentMs = 0
})

afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

function feedOf(source: Journal): Feed {
  return new Feed({
    source: {
      watch: (watcher) => source.watch(watcher),
      totals: () => source.totals(),
      parts: {
        shares: () => [],
        serving: () => ({ state: 'stopped', port: null, reach: 'local-network', addresses: [], fault: null }),
        notices: () => [{ id: 1, fault: { code: 'unexpected-error' }, at: 0, report: null }],
        settings: () => {
          throw new TypeError('Cannot read settings: nobody changed them')
        },
        recent: () => [],
        lab: () => [],
      },
    },
    now: Date.now,
    monotonic: () => spentMs,
  })
}

const listen = (): (() => void) => feed.subscribe((batch) => batches.push(batch))
/** As a window does: acknowledges at once. */
const follow = (): (() => void) =>
  feed.subscribe((batch) => {
    batches.push(batch)
    feed.acknowledge(batch.sequence)
  })
const connect = (): void => {
  journal.record({ type: 'connection-opened', connection: connectionFacts(), at: Date.now() })
}
const run = (...ids: readonly number[]): void => {
  for (const id of ids) {
    journal.record(received(id, { at: Date.now() }))
    journal.record(started(id, { at: Date.now() }))
    journal.record(finished(id, { at: Date.now() }))
  }
}
const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index)
const idsIn = (kind: 'added' | 'patched'): number[] => batches.flatMap((batch) => batch[kind].map(({ id }) => id))

describe('Feed', () => {
  it('gathers what happens within 50 ms into one batch', () => {
    follow()
    connect()
    run(1, 2)
    vi.advanceTimersByTime(49)
    expect(batches).toEqual([])
    vi.advanceTimersByTime(1)
    expect(batches).toHaveLength(1)
    expect(batches[0]).toMatchObject({ sequence: 1, patched: [], removed: [], totals: { exchanges: 2, merged: 0 } })
    expect(batches[0]?.added.map(({ id, state }) => [id, state])).toEqual([
      [1, 'complete'],
      [2, 'complete'],
    ])
    expect(batches[0]?.clients).toMatchObject([{ address: '192.168.1.31', exchanges: 2 }])
  })

  it('adds a row once, and patches it from then on', () => {
    follow()
    connect()
    journal.record(received(1))
    vi.advanceTimersByTime(50)
    journal.record(started(1))
    journal.record(progressed(1, { sentBytes: 10 }))
    journal.record(progressed(1, { sentBytes: 20 }))
    vi.advanceTimersByTime(50)
    expect([idsIn('added'), idsIn('patched')]).toEqual([[1], [1]])
    expect(batches[1]?.patched[0]).toMatchObject({ state: 'sending', sentBytes: 20 })
  })

  it('sends at most one batch every 50 ms, whatever the load', () => {
    follow()
    connect()
    for (let ms = 0; ms < 1000; ms += 1) {
      run(ms + 1)
      vi.advanceTimersByTime(1)
    }
    expect(batches.length).toBeLessThanOrEqual(20)
    vi.advanceTimersByTime(50)
    expect(idsIn('added')).toEqual(numbers(1000))
    expect(batches.map(({ sequence }) => sequence)).toEqual(numbers(batches.length))
  })

  it('rests after a batch that cost time, so that a flood takes a twentieth of it', () => {
    follow()
    feed.subscribe(() => {
      spentMs += 10
    })
    connect()
    for (let elapsed = 0; elapsed < 10_000; elapsed += 10) {
      run(elapsed + 1)
      vi.advanceTimersByTime(10)
    }
    expect(spentMs).toBeGreaterThan(400)
    expect(spentMs).toBeLessThanOrEqual(510)
    vi.advanceTimersByTime(200)
    expect(idsIn('added').length).toBe(1000)
  })

  it('shows something every second, whatever a batch costs', () => {
    follow()
    feed.subscribe(() => {
      spentMs += 500
    })
    connect()
    for (const second of numbers(5)) {
      run(second)
      vi.advanceTimersByTime(1000)
    }
    expect(batches.length).toBeGreaterThanOrEqual(5)
  })

  it('sends nothing and keeps nothing while nobody listens', () => {
    connect()
    run(1)
    const stop = follow()
    vi.advanceTimersByTime(200)
    expect(batches).toEqual([])
    run(2)
    stop()
    run(3)
    vi.advanceTimersByTime(5000)
    expect(batches).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('falls silent when nothing happens', () => {
    follow()
    connect()
    run(1)
    vi.advanceTimersByTime(120_000)
    const before = batches.length
    vi.advanceTimersByTime(120_000)
    expect(batches.length).toBe(before)
  })

  it('lets the rate of a client fall to nothing, and then its curve', () => {
    follow()
    connect()
    run(1)
    vi.advanceTimersByTime(120_000)
    const last = batches.flatMap(({ clients }) => clients).at(-1)
    expect(last).toMatchObject({ bytesPerSecond: 0, sentBytes: 1000, spark: Array<number>(30).fill(0) })
  })

  it('divides a flood into bounded batches, oldest rows first', () => {
    follow()
    connect()
    run(...numbers(MOST_ROWS + 5))
    vi.advanceTimersByTime(50)
    expect(batches[0]?.added).toHaveLength(MOST_ROWS)
    vi.advanceTimersByTime(50)
    expect(idsIn('added')).toEqual(numbers(MOST_ROWS + 5))
  })

  it('takes back rows that it sent, and never speaks of rows that went before', () => {
    follow()
    connect()
    run(...numbers(5000))
    vi.advanceTimersByTime(150)
    batches = []
    run(...numbers(5002, 5001))
    vi.advanceTimersByTime(300)
    const removed = batches.flatMap((batch) => batch.removed)
    expect(removed).toEqual(numbers(5000))
    expect(idsIn('added')).toEqual(numbers(5000, 5003))
    expect(batches.at(-1)?.totals.evicted).toBe(5002)
  })

  it('says nothing of a row that changed and then left', () => {
    follow()
    connect()
    run(1)
    vi.advanceTimersByTime(50)
    const record = journal.log.find(1)
    if (record !== undefined) feed.exchangeChanged(record)
    journal.log.clear(Date.now())
    vi.advanceTimersByTime(50)
    expect(batches[1]).toMatchObject({ patched: [], removed: [1] })
  })

  it('sends a part as a whole when it has changed, and only then', () => {
    follow()
    feed.partChanged('notices')
    feed.partChanged('notices')
    vi.advanceTimersByTime(50)
    expect(batches).toHaveLength(1)
    expect(batches[0]).toHaveProperty('notices')
    expect(batches[0]).not.toHaveProperty('shares')
  })
})

describe('Feed.restart', () => {
  it('goes on from a snapshot: nothing that is in it is sent again', () => {
    follow()
    connect()
    run(1)
    expect(feed.restart(journal.log.records())).toMatchObject({ sequence: 0, records: [{ id: 1 }] })
    vi.advanceTimersByTime(50)
    run(2)
    vi.advanceTimersByTime(50)
    expect(idsIn('added')).toEqual([2])
    expect(feed.restart([]).sequence).toBe(batches.at(-1)?.sequence)
  })

  it('leaves the newest rows to the snapshot, and brings the older ones after it', () => {
    follow()
    connect()
    run(...numbers(4500))
    const { records } = feed.restart(journal.log.records())
    expect(records.map(({ id }) => id)).toEqual(numbers(MOST_ROWS, 2501))
    run(4501)
    vi.advanceTimersByTime(50)
    expect(idsIn('added').slice(0, 3)).toEqual([4501, 2500, 2499])
    expect(batches[0]?.added).toHaveLength(MOST_ROWS)
    vi.advanceTimersByTime(500)
    expect(idsIn('added').toSorted((one, other) => one - other)).toEqual([...numbers(2500), 4501])
    // That there was a next request shows that the answer before it arrived.
    expect(idsIn('patched')).toEqual([4500])
  })

  it('forgets older rows that leave memory before they were brought', () => {
    follow()
    connect()
    run(...numbers(5000))
    feed.restart(journal.log.records())
    run(...numbers(1000, 5001))
    vi.advanceTimersByTime(1000)
    expect(idsIn('added').toSorted((one, other) => one - other)).toEqual([
      ...numbers(2000, 1001),
      ...numbers(1000, 5001),
    ])
    expect(batches.flatMap(({ removed }) => removed)).toEqual([])
  })

  it('leaves everything to the snapshot of somebody who follows no feed', () => {
    connect()
    run(...numbers(4500))
    expect(feed.restart(journal.log.records()).records).toHaveLength(4500)
  })

  it('is asked for by a gap when rows come back', () => {
    follow()
    connect()
    run(1)
    vi.advanceTimersByTime(50)
    journal.log.clear(Date.now())
    vi.advanceTimersByTime(50)
    expect(batches.at(-1)).toMatchObject({ sequence: 2, removed: [1] })
    journal.log.restore(Date.now())
    vi.advanceTimersByTime(50)
    expect(batches.at(-1)).toMatchObject({ sequence: 4, added: [] })
  })
})

describe('Feed with a listener that is behind', () => {
  /** A running exchange whose progress changes every 50 ms. */
  function progress(batchCount: number, from = 0): void {
    for (let count = 1; count <= batchCount; count += 1) {
      journal.record(progressed(1, { at: Date.now(), sentBytes: from + count }))
      vi.advanceTimersByTime(50)
    }
  }

  it('merges after three unacknowledged batches, counts it, and sends one a second', () => {
    listen()
    connect()
    journal.record(received(1))
    vi.advanceTimersByTime(50)
    progress(2)
    expect(batches).toHaveLength(3)
    progress(19, 2)
    expect(batches).toHaveLength(3)
    progress(1, 21)
    expect(batches).toHaveLength(4)
    expect(batches[3]?.patched[0]?.sentBytes).toBe(22)
    expect(batches[3]?.totals.merged).toBe(19)
  })

  it('is at full speed again as soon as it has caught up', () => {
    listen()
    connect()
    journal.record(received(1))
    vi.advanceTimersByTime(50)
    progress(4)
    expect(batches).toHaveLength(3)
    feed.acknowledge(3)
    vi.advanceTimersByTime(50)
    expect(batches).toHaveLength(4)
    expect(batches[3]?.patched[0]?.sentBytes).toBe(4)
  })

  it('is at full speed again after a snapshot, which shows it everything', () => {
    listen()
    connect()
    journal.record(received(1))
    vi.advanceTimersByTime(50)
    progress(4)
    expect(batches).toHaveLength(3)
    vi.advanceTimersByTime(1000)
    feed.restart(journal.log.records())
    batches = []
    progress(2, 4)
    expect(batches).toHaveLength(2)
  })

  it('believes no acknowledgement of what was never sent', () => {
    listen()
    connect()
    journal.record(received(1))
    vi.advanceTimersByTime(50)
    feed.acknowledge(1000)
    progress(5)
    expect(batches).toHaveLength(3)
  })

  it('loses no row however long it is behind', () => {
    listen()
    connect()
    for (let second = 0; second < 10; second += 1) {
      run(...numbers(100, 1 + second * 100))
      vi.advanceTimersByTime(1000)
    }
    vi.advanceTimersByTime(3000)
    expect(idsIn('added')).toEqual(numbers(1000))
  })

  it('goes on after a sleep of hours: what happened before and after it comes in order, each row once', () => {
    follow()
    connect()
    run(1)
    // Timers stand still while the machine sleeps, and the clock does not.
    vi.advanceTimersByTime(20)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    run(2)
    vi.advanceTimersByTime(30)
    run(3)
    vi.advanceTimersByTime(50)
    expect(batches.map(({ sequence, added }) => [sequence, added.map(({ id }) => id)])).toEqual([
      [1, [1, 2]],
      [2, [3]],
    ])
  })

  it('keeps a listener that is behind waiting for a second at most, though the clock was set back a day', () => {
    listen()
    connect()
    for (const id of numbers(4)) {
      run(id)
      vi.advanceTimersByTime(1000)
    }
    const before = batches.length
    vi.setSystemTime(Date.now() - 24 * 3_600_000)
    run(5)
    vi.advanceTimersByTime(1000)
    expect(batches).toHaveLength(before + 1)
    expect(idsIn('added')).toEqual(numbers(5))
  })
})
