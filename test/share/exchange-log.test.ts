import { beforeEach, describe, expect, it } from 'vitest'
import { EndedExchanges } from '../../main/share/ended-exchanges'
import { ExchangeLog, UNDO_MS } from '../../main/share/exchange-log'
import type { ExchangeOrigin, LogWatcher } from '../../main/share/exchange-log'
import { ExchangeRecord, toDetail, toRow } from '../../main/share/exchange-record'
import type { AbortCause } from '../../main/server/events'
import { aborted, connectionFacts, finished, progressed, received, rejected, START, started } from './support/events'

const origin: ExchangeOrigin = { connection: connectionFacts(), clientId: 7 }

let told: string[]
const watcher: LogWatcher = {
  exchangeBegan: ({ id }) => told.push(`began ${String(id)}`),
  exchangeChanged: ({ id }) => told.push(`changed ${String(id)}`),
  exchangeRemoved: ({ id }) => told.push(`removed ${String(id)}`),
  exchangesRestored: () => told.push('restored'),
}

function logOf(limits?: { readonly records?: number; readonly headBytes?: number }): ExchangeLog {
  return new ExchangeLog({ watcher, limits: { records: 100, headBytes: 1_000_000, ...limits } })
}

/** Runs exchanges from begin to end. */
function run(log: ExchangeLog, ...ids: readonly number[]): void {
  for (const id of ids) {
    log.receive(received(id), origin)
    log.start(started(id))
    log.finish(finished(id))
  }
}

const idsOf = (log: ExchangeLog): number[] => log.records().map(({ id }) => id)
const rowOf = (log: ExchangeLog, id: number) => {
  const record = log.find(id)
  return record === undefined ? undefined : toRow(record)
}

beforeEach(() => {
  told = []
})

describe('ExchangeLog', () => {
  it('folds a whole download into one row', () => {
    const log = logOf()
    const subject = {
      kind: 'file',
      shareId: 3,
      path: '电影/film.mkv',
      size: 4000,
      ranges: [{ first: 1000, last: 1999 }],
    } as const
    log.receive(received(1, { ordinal: 3, headElapsedMs: 0.4 }), origin)
    log.start(started(1, { status: 206, elapsedMs: 1.5, subject }))
    log.progress(progressed(1, { sentBytes: 400 }))
    log.finish(finished(1, { status: 206, sentBytes: 1000, elapsedMs: 500, at: START + 500 }))

    expect(rowOf(log, 1)).toEqual({
      id: 1,
      at: START,
      clientId: 7,
      connectionId: 1,
      ordinal: 3,
      port: 50_412,
      method: 'GET',
      target: '/film.mkv',
      version: '1.1',
      state: 'partial',
      status: 206,
      reason: null,
      sentBytes: 1000,
      receivedBytes: 0,
      contentLength: 1000,
      file: { shareId: 3, path: '电影/film.mkv', size: 4000, ranges: [[1000, 1999]] },
      bytesPerSecond: 2000,
      progressAt: START + 500,
      firstByteMs: 1.5,
      elapsedMs: 500,
    })
  })

  it.each([
    [200, 'complete'],
    [204, 'complete'],
    [206, 'partial'],
    [301, 'complete'],
    [304, 'not-modified'],
    [404, 'error'],
    [503, 'error'],
  ])('ends a finished exchange of status %i as %s', (status, state) => {
    const log = logOf()
    log.receive(received(1), origin)
    log.finish(finished(1, { status }))
    expect(rowOf(log, 1)?.state).toBe(state)
  })

  it.each<[AbortCause, string]>([
    ['client-closed', 'aborted-by-client'],
    ['client-reset', 'aborted-by-client'],
    ['stalled-reader', 'aborted-by-server'],
    ['file-changed', 'aborted-by-server'],
    ['server-stopped', 'aborted-by-server'],
    ['user-disconnected', 'aborted-by-server'],
  ])('ends an exchange cut off by %s as %s, with the byte reached', (cause, state) => {
    const log = logOf()
    log.receive(received(1), origin)
    log.start(started(1))
    log.abort(aborted(1, { cause, sentBytes: 710 }))
    expect(rowOf(log, 1)).toMatchObject({ state, reason: cause, sentBytes: 710 })
  })

  it('says of an answer that is not the file why it is not', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.start(started(1, { status: 404, subject: { kind: 'page', shareId: 1, reason: 'hidden-dot-file' } }))
    log.finish(finished(1, { status: 404 }))
    expect(rowOf(log, 1)).toMatchObject({ state: 'error', reason: 'hidden-dot-file', file: null })
  })

  it('keeps a malformed request as a row with its octets and the offending one', () => {
    const log = logOf()
    log.reject(rejected(1, { foreign: 'tls' }), origin)
    log.start(started(1, { status: 400 }))
    log.finish(finished(1, { status: 400, sentBytes: 9 }))
    const record = log.find(1)
    expect(record && toDetail(record)).toMatchObject({
      row: {
        state: 'malformed',
        status: 400,
        reason: 'space-before-colon',
        foreign: 'tls',
        method: null,
        target: null,
      },
      requestHead: btoa('GET / HTTP/1.1\r\nHost : a\r\n\r\n'),
      responseHead: btoa('HTTP/1.1 200 OK\r\n\r\n'),
      faultOffset: 20,
    })
  })

  it('makes a request malformed whose content breaks its framing later', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.reject(rejected(1, { code: 'chunk-size-malformed' }), origin)
    log.abort(aborted(1))
    expect(rowOf(log, 1)).toMatchObject({ state: 'malformed', reason: 'chunk-size-malformed', method: 'GET' })
    expect(log.exchanges).toBe(1)
  })

  it('gives an exchange its detail with both heads and its times', () => {
    const log = logOf()
    log.receive(received(1, { head: { target: '/a' } }), origin)
    log.start(started(1))
    const record = log.find(1)
    expect(record && toDetail(record)).toMatchObject({
      requestHead: btoa('GET /a HTTP/1.1\r\n\r\n'),
      responseHead: btoa('HTTP/1.1 200 OK\r\n\r\n'),
      faultOffset: null,
      remoteAddress: '192.168.1.31',
      remotePort: 50_412,
      localAddress: '192.168.1.20',
      localPort: 8080,
      timing: { headComplete: 0.5, responseStarted: 2, ended: null },
    })
  })

  it('takes no second ending', () => {
    const log = logOf()
    run(log, 1)
    expect(log.abort(aborted(1))).toBeUndefined()
    expect(log.finish(finished(1))).toBeUndefined()
    expect(rowOf(log, 1)?.state).toBe('complete')
  })

  it('ignores events of exchanges it does not know', () => {
    const log = logOf()
    log.start(started(9))
    log.progress(progressed(9))
    expect(log.finish(finished(9))).toBeUndefined()
    expect(told).toEqual([])
  })
})

describe('ExchangeLog within its limits', () => {
  it('gives up the exchange that ended longest ago, and counts it', () => {
    const log = logOf({ records: 3 })
    run(log, 1, 2, 3, 4, 5)
    expect(idsOf(log)).toEqual([3, 4, 5])
    expect(log.evicted).toBe(2)
    expect(told.filter((each) => each.startsWith('removed'))).toEqual(['removed 1', 'removed 2'])
  })

  it('never gives up an exchange that runs, however old', () => {
    const log = logOf({ records: 2 })
    log.receive(received(1), origin)
    run(log, 2, 3, 4)
    expect(idsOf(log)).toEqual([1, 4])
    log.finish(finished(1))
    run(log, 5)
    expect(idsOf(log)).toEqual([1, 5])
  })

  it('holds more than its limit while all of them run', () => {
    const log = logOf({ records: 2 })
    for (const id of [1, 2, 3]) log.receive(received(id), origin)
    expect(idsOf(log)).toEqual([1, 2, 3])
    log.finish(finished(2))
    expect(idsOf(log)).toEqual([1, 3])
  })

  it('drops the heads of the exchange that ended longest ago, and keeps its row', () => {
    const bytes = new Uint8Array(100)
    const log = logOf({ headBytes: 500 })
    for (const id of [1, 2, 3]) {
      log.receive(received(id, { head: { bytes } }), origin)
      log.start(started(id, { headBytes: bytes }))
      log.finish(finished(id))
    }
    const held = log.records().map(({ id, requestHead }) => [id, requestHead !== null])
    expect(held).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ])
    expect(log.headBytes).toBe(400)
  })

  it('keeps the heads of an exchange that runs until it has ended', () => {
    const bytes = new Uint8Array(100)
    const log = logOf({ headBytes: 150 })
    log.receive(received(1, { head: { bytes } }), origin)
    log.receive(received(2, { head: { bytes } }), origin)
    log.finish(finished(2))
    expect(log.find(1)?.requestHead).not.toBeNull()
    expect(log.find(2)?.requestHead).toBeNull()
    log.receive(received(3, { head: { bytes } }), origin)
    log.finish(finished(1))
    expect(log.find(1)?.requestHead).toBeNull()
    expect(log.headBytes).toBe(100)
  })

  it('copies a head that is a small view of a large buffer', () => {
    const large = new Uint8Array(65_536).fill(65)
    const log = logOf()
    log.receive(received(1, { head: { bytes: large.subarray(100, 200) } }), origin)
    const kept = log.find(1)?.requestHead
    expect(kept?.buffer.byteLength).toBe(100)
    expect(kept).toEqual(large.subarray(100, 200))
  })

  it('counts heads exactly through eviction, clearing and forgetting', () => {
    const log = logOf({ records: 2 })
    run(log, 1, 2, 3)
    log.clear(START)
    log.tick(START + UNDO_MS)
    expect(log.headBytes).toBe(0)
  })
})

describe('ExchangeLog.clear', () => {
  it('takes all that have ended and keeps those that run', () => {
    const log = logOf()
    run(log, 1, 2)
    log.receive(received(3), origin)
    expect(log.clear(START)).toBe(2)
    expect(idsOf(log)).toEqual([3])
    expect(log.evicted).toBe(0)
  })

  it('can be undone within 10 s: rows come back in their places', () => {
    const log = logOf()
    run(log, 1)
    log.receive(received(2), origin)
    run(log, 3)
    log.clear(START)
    run(log, 4)
    told = []
    expect(log.restore(START + UNDO_MS - 1)).toBe(2)
    expect(idsOf(log)).toEqual([1, 2, 3, 4])
    expect(told).toEqual(['restored'])
  })

  it('cannot be undone after 10 s, nor twice', () => {
    const log = logOf()
    run(log, 1)
    log.clear(START)
    expect(log.restore(START + UNDO_MS)).toBe(0)
    run(log, 2)
    log.clear(START)
    expect(log.restore(START)).toBe(1)
    expect(log.restore(START)).toBe(0)
  })

  it('evicts in order of ending after an undo', () => {
    const log = logOf({ records: 3 })
    run(log, 1, 2)
    log.clear(START)
    run(log, 3)
    log.restore(START)
    run(log, 4, 5)
    expect(idsOf(log)).toEqual([3, 4, 5])
  })

  it('keeps to its limit when more come back than there is room for', () => {
    const log = logOf({ records: 3 })
    run(log, 1, 2)
    log.clear(START)
    run(log, 3, 4)
    log.restore(START)
    expect(idsOf(log)).toEqual([2, 3, 4])
  })

  it('gives up the heads of cleared rows before any other', () => {
    const bytes = new Uint8Array(100)
    const log = logOf({ headBytes: 250 })
    const end = (id: number): void => {
      log.receive(received(id, { head: { bytes } }), origin)
      log.finish(finished(id))
    }
    end(1)
    log.clear(START)
    end(2)
    end(3)
    log.restore(START)
    expect(log.records().map(({ requestHead }) => requestHead !== null)).toEqual([false, true, true])
  })
})

describe('EndedExchanges', () => {
  const ended = (...ids: readonly number[]): EndedExchanges => {
    const exchanges = new EndedExchanges()
    for (const id of ids) exchanges.push(recordOf(id))
    return exchanges
  }
  const recordOf = (id: number): ExchangeRecord =>
    new ExchangeRecord({ ...origin, id, at: START, ordinal: 1, method: 'GET', target: '/', version: '1.1' })

  it('gives heads up in order, each once, and begins again before those that were put in front', () => {
    const exchanges = ended(3, 4)
    expect([exchanges.shiftHeads()?.id, exchanges.shiftHeads()?.id, exchanges.shiftHeads()]).toEqual([3, 4, null])
    exchanges.push(recordOf(5))
    expect(exchanges.shiftHeads()?.id).toBe(5)
    exchanges.prepend(ended(1, 2))
    expect(exchanges.shiftHeads()?.id).toBe(1)
    expect([...exchanges].map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
  })

  it('can be emptied and filled again', () => {
    const exchanges = ended(1)
    expect([exchanges.shift()?.id, exchanges.shift()]).toEqual([1, null])
    exchanges.push(recordOf(2))
    exchanges.prepend(ended())
    expect([...exchanges].map(({ id }) => id)).toEqual([2])
    const empty = ended()
    empty.prepend(ended(6, 7))
    empty.push(recordOf(8))
    expect([...empty].map(({ id }) => id)).toEqual([6, 7, 8])
  })
})

describe('ExchangeLog measures the rate of what is sent', () => {
  it('as the mean so far in the first second, then once a second', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.start(started(1, { at: START }))
    const rates = [
      [250, 1000],
      [1000, 8000],
      [1250, 100_000],
      [2000, 10_000 + 8000],
    ].map(([ms = 0, sentBytes = 0]) => {
      log.progress(progressed(1, { at: START + ms, sentBytes }))
      return rowOf(log, 1)?.bytesPerSecond
    })
    expect(rates).toEqual([4000, 8000, 8000, 10_000])
  })

  it('over the whole gap between two bursts, as octets leave to a slow client', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.start(started(1, { at: START }))
    const rates = [
      [1000, 8000],
      [2000, 8000],
      [3000, 12_000],
    ].map(([ms = 0, sentBytes = 0]) => {
      log.progress(progressed(1, { at: START + ms, sentBytes }))
      log.tick(START + ms)
      return rowOf(log, 1)?.bytesPerSecond
    })
    expect(rates).toEqual([8000, 8000, 2000])
  })

  it('as nothing once nothing has moved for three seconds', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.start(started(1, { at: START }))
    log.progress(progressed(1, { at: START + 250 }))
    log.tick(START + 3249)
    expect(rowOf(log, 1)?.bytesPerSecond).toBe(2000)
    log.tick(START + 3250)
    expect(rowOf(log, 1)).toMatchObject({ bytesPerSecond: 0, progressAt: START + 250 })
  })

  it('as unknown when not even a head could be sent', () => {
    const log = logOf()
    log.receive(received(1), origin)
    log.abort(aborted(1, { sentBytes: 0 }))
    expect(rowOf(log, 1)?.bytesPerSecond).toBeNull()
  })
})
