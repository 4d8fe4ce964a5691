import { describe, expect, it } from 'vitest'
import type { RowFile } from '../../../preload/views'
import { ExchangeRecord } from '../../../main/share/exchange-record'
import { Transfers } from '../../../main/share/transfers/transfers'
import { connectionFacts, START } from '../support/events'

const SIZE = 1000

interface Asked {
  readonly client?: number
  readonly path?: string
  readonly entityTag?: string
  readonly ranges?: RowFile['ranges']
  readonly method?: string
  readonly status?: number
  readonly at?: number
}

/** Transfers, with what is told of them, and exchanges that are made as a test needs them. */
function setUp(most?: number) {
  const told: string[] = []
  let nextId = 1
  const transfers = new Transfers({
    watcher: {
      transferChanged: ({ id, state }) => told.push(`${String(id)} ${state}`),
      transferRemoved: ({ id }) => told.push(`${String(id)} removed`),
      exchangeChanged: ({ id }) => told.push(`row ${String(id)}`),
    },
    onSaved: () => undefined,
    ...(most !== undefined && { most }),
  })
  const begin = ({ client = 1, path = 'film.mkv', entityTag = '"1"', ranges = [], ...more }: Asked = {}) => {
    const { method = 'GET', at = START } = more
    const record = new ExchangeRecord({
      id: nextId,
      at,
      clientId: client,
      connection: connectionFacts(),
      ordinal: 1,
      method,
      target: `/${path}`,
      version: '1.1',
    })
    nextId += 1
    record.status = more.status ?? (ranges.length > 0 ? 206 : 200)
    record.file = { shareId: 1, path, size: SIZE, ranges }
    record.entityTag = entityTag
    record.progressAt = at
    transfers.begin(record)
    return record
  }
  const send = (record: ExchangeRecord, sentBytes: number) => {
    record.sentBytes = sentBytes
    transfers.advance(record)
  }
  const end = (record: ExchangeRecord, sentBytes: number) => {
    record.sentBytes = sentBytes
    return transfers.end(record)
  }
  const views = () => transfers.told().map((transfer) => transfer.toView())
  return { transfers, told, begin, send, end, views }
}

describe('Transfers', () => {
  it('leaves a file that one request fetches whole to its row', () => {
    const { told, begin, send, end, views } = setUp()
    const record = begin()
    send(record, 400)
    expect(end(record, SIZE)).toBe(true)
    expect({ told, views: views(), id: record.transferId, part: record.part }).toEqual({
      told: [],
      views: [],
      id: null,
      part: null,
    })
  })

  it('joins a resumed download with what went before, and counts every octet once', () => {
    const { begin, end, views } = setUp()
    end(begin(), 400)
    expect(views()).toMatchObject([{ state: 'incomplete', covered: [[0, 400]], missingBytes: 600, exchanges: 1 }])
    const second = begin({ ranges: [[400, 999]], at: START + 60_000 })
    expect(second.part).toBe('resumed')
    end(second, 600)
    expect(views()).toEqual([
      {
        id: 1,
        clientId: 1,
        shareId: 1,
        path: 'film.mkv',
        size: SIZE,
        entityTag: '"1"',
        state: 'complete',
        covered: [[0, SIZE]],
        coveredBytes: SIZE,
        twice: [],
        twiceBytes: 0,
        missingBytes: 0,
        exchangeIds: [1, 2],
        exchanges: 2,
        resumes: 1,
        segments: 1,
        startedAt: START,
        progressAt: START + 60_000,
        endedAt: START + 60_000,
      },
    ])
  })

  it('shows what was sent twice where a resume begins too early', () => {
    const { begin, end, views } = setUp()
    end(begin(), 400)
    end(begin({ ranges: [[300, 999]] }), 700)
    expect(views()).toMatchObject([{ state: 'complete', twice: [[300, 400]], twiceBytes: 100, coveredBytes: SIZE }])
  })

  it('joins parallel segments, the one that began alone included', () => {
    const { told, begin, send, end, views } = setUp()
    const first = begin({ ranges: [[0, 499]] })
    const second = begin({ ranges: [[500, 999]] })
    expect([first.part, second.part]).toEqual(['segment', 'segment'])
    expect(told).toEqual(['row 1', '1 running'])
    send(first, 100)
    send(second, 200)
    expect(views()).toMatchObject([
      {
        covered: [
          [0, 100],
          [500, 700],
        ],
        segments: 2,
        resumes: 0,
        missingBytes: 700,
      },
    ])
    end(first, 500)
    end(second, 500)
    expect(views()).toMatchObject([{ state: 'complete', covered: [[0, SIZE]], twiceBytes: 0 }])
  })

  it('lets a whole request start over what had stopped, and stand for itself beside what runs', () => {
    const { begin, end, views } = setUp()
    end(begin(), 400)
    const again = begin()
    expect(again.transferId).toBe(1)
    expect(begin().transferId).not.toBe(1)
    end(again, SIZE)
    expect(views()).toMatchObject([{ state: 'complete', twiceBytes: 400, coveredBytes: SIZE, exchanges: 2 }])
  })

  it('begins anew once everything was handed over', () => {
    const { begin, end } = setUp()
    end(begin(), 400)
    end(begin({ ranges: [[400, 999]] }), 600)
    expect(begin({ ranges: [[0, 99]] }).transferId).toBe(2)
  })

  it.each([
    ['another client', { client: 2 }],
    ['another file', { path: 'other.mkv' }],
    ['long ago', { at: START + 7 * 3_600_000 }],
  ])('does not join %s', (_, other) => {
    const { begin, end } = setUp()
    end(begin(), 400)
    expect(begin({ ranges: [[400, 999]], ...other }).transferId).toBe(2)
  })

  it.each([
    ['HEAD', { method: 'HEAD' }],
    ['304', { status: 304 }],
    ['416', { status: 416 }],
  ])('never counts %s', (_, asked) => {
    const { transfers, begin, end } = setUp()
    const record = begin(asked)
    expect({ id: record.transferId, done: end(record, 0), told: transfers.told() }).toEqual({
      id: null,
      done: false,
      told: [],
    })
  })

  it('does not miss what nobody asked for', () => {
    const { begin, end, views } = setUp()
    end(begin({ ranges: [[0, 99]] }), 100)
    end(begin({ ranges: [[900, 999]] }), 100)
    expect(views()).toMatchObject([{ state: 'parts', missingBytes: 0, coveredBytes: 200 }])
  })

  it('tells of progress with the tick only, and once', () => {
    const { transfers, told, begin, send } = setUp()
    const [first, second] = [begin({ ranges: [[0, 499]] }), begin({ ranges: [[500, 999]] })]
    told.length = 0
    for (const octets of [100, 200, 300]) for (const each of [first, second]) send(each, octets)
    expect(told).toEqual([])
    transfers.tick()
    transfers.tick()
    expect(told).toEqual(['1 running'])
  })

  it('forgets what ended longest ago, never what runs', () => {
    const { told, begin, end, views } = setUp(2)
    const running = begin({ path: 'a' })
    end(begin({ path: 'b' }), 10)
    end(begin({ path: 'c' }), 10)
    expect(told.at(-2)).toBe('2 removed')
    end(running, 10)
    expect(views().map(({ path }) => path)).toEqual(['a', 'c'])
  })

  describe('where the file changes between two ranges', () => {
    it('says which request mixed two versions', () => {
      const { begin, end, views } = setUp()
      end(begin(), 400)
      const second = begin({ ranges: [[400, 999]], entityTag: '"2"' })
      expect(second.mixed).toBe(true)
      end(second, 600)
      expect(views()).toMatchObject([
        { id: 1, state: 'incomplete' },
        { id: 2, mixedWith: { transferId: 1, entityTag: '"1"', coveredBytes: 400, exchangeId: 2 } },
      ])
    })

    it('is content with a client that fetches all of the new version', () => {
      const { begin, end } = setUp()
      end(begin(), 400)
      expect(begin({ entityTag: '"2"' }).mixed).toBe(false)
    })

    it('takes it back when a later segment asks for the rest of the new version', () => {
      const { told, begin, end, views } = setUp()
      end(begin(), 400)
      const tail = begin({ ranges: [[500, 999]], entityTag: '"2"' })
      expect(tail.mixed).toBe(true)
      told.length = 0
      begin({ ranges: [[0, 499]], entityTag: '"2"' })
      expect(tail.mixed).toBe(false)
      expect(told).toContain('row 2')
      expect(views().some(({ mixedWith }) => mixedWith !== undefined)).toBe(false)
    })
  })
})
