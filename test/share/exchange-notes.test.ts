import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_KEPT } from '../../preload/exchange-notes'
import { ExchangeLog, UNDO_MS } from '../../main/share/exchange-log'
import type { ExchangeOrigin, LogLimits } from '../../main/share/exchange-log'
import { toRow } from '../../main/share/exchange-record'
import { noting } from '../../main/share/noting-commands'
import { connectionFacts, finished, received, START, started } from './support/events'

const origin: ExchangeOrigin = { connection: connectionFacts(), clientId: 7 }
let removed: number[]
let changed: number[]

beforeEach(() => {
  removed = []
  changed = []
})

/** A log in which exchanges 1 to `count` have ended. */
function logOf(count: number, limits: Partial<LogLimits> = {}): ExchangeLog {
  const log = new ExchangeLog({
    watcher: {
      exchangeBegan: () => undefined,
      exchangeChanged: ({ id }) => changed.push(id),
      exchangeRemoved: ({ id }) => removed.push(id),
      exchangesRestored: () => undefined,
    },
    limits: { records: 100, headBytes: 1_000_000, ...limits },
  })
  run(log, 1, count)
  changed = []
  return log
}

function run(log: ExchangeLog, first: number, last: number): void {
  for (let id = first; id <= last; id += 1) {
    log.receive(received(id), origin)
    log.start(started(id))
    log.finish(finished(id))
  }
}

const idsOf = (log: ExchangeLog): number[] => log.records().map(({ id }) => id)
const rowOf = (log: ExchangeLog, id: number) => toRow(log.find(id)!)

describe('ExchangeLog keeps', () => {
  it.each([
    ['marked', { mark: 3 }, { mark: 3 }],
    ['pinned', { pinned: true }, { pinned: true }],
    ['commented', { comment: 'Ask Anna' }, { comment: 'Ask Anna' }],
  ] as const)('what a person has %s, and says so in its row', (_, note, said) => {
    const log = logOf(2, { records: 3 })
    expect(log.annotate([1], note)).toBe(true)
    run(log, 3, 6)
    expect([idsOf(log), rowOf(log, 1), changed[0]]).toEqual([[1, 5, 6], expect.objectContaining(said), 1])
  })

  it('nothing of an exchange without notes but its row as it was', () => {
    const log = logOf(1)
    expect(Object.keys(rowOf(log, 1))).not.toEqual(expect.arrayContaining(['mark', 'pinned', 'comment']))
  })

  it('no longer what has lost its last note, and gives it up before any that ended later', () => {
    const log = logOf(3, { records: 3 })
    log.annotate([1], { mark: 1, pinned: true })
    run(log, 4, 5)
    log.annotate([1], { mark: null })
    expect(idsOf(log)).toEqual([1, 4, 5])
    log.annotate([1], { pinned: false })
    run(log, 6, 6)
    expect(idsOf(log)).toEqual([4, 5, 6])
    run(log, 7, 7)
    expect(idsOf(log)).toEqual([5, 6, 7])
  })

  it('as many as it may, and then refuses without having changed anything', () => {
    const log = logOf(MOST_KEPT + 1, { records: 5000, headBytes: 1e9 })
    const ids = Array.from({ length: MOST_KEPT }, (_, at) => at + 1)
    expect(log.annotate(ids, { mark: 2 })).toBe(true)
    expect(log.annotate([MOST_KEPT + 1], { pinned: true })).toBe(false)
    expect(rowOf(log, MOST_KEPT + 1)).not.toHaveProperty('pinned')
    // What is kept already may be noted further, and what is freed makes room.
    expect(log.annotate([1], { pinned: true, mark: null })).toBe(true)
    log.annotate([2], { mark: null })
    expect(log.annotate([MOST_KEPT + 1], { pinned: true })).toBe(true)
  })

  it('the heads of what is kept, however little room there is for others', () => {
    const log = logOf(1)
    const { requestHead } = log.find(1)!
    const perExchange = log.headBytes
    log.annotate([1], { pinned: true })
    log.changeLimits({ headBytes: 2 * perExchange })
    run(log, 2, 4)
    expect(log.find(1)!.requestHead).toBe(requestHead)
    expect(log.records().map((record) => record.requestHead === null)).toEqual([false, true, true, false])
    log.annotate([1], { pinned: false })
    run(log, 5, 5)
    expect(log.find(1)!.requestHead).toBeNull()
  })

  it('what is pinned when it is cleared, and brings the rest back with its notes', () => {
    const log = logOf(4)
    log.annotate([2], { pinned: true })
    log.annotate([3], { mark: 5 })
    expect([log.clear(START), idsOf(log), removed]).toEqual([3, [2], [1, 3, 4]])
    expect([log.restore(START + UNDO_MS - 1), idsOf(log)]).toEqual([3, [1, 2, 3, 4]])
    expect(rowOf(log, 3).mark).toBe(5)
  })

  it('clears what was set aside as well', () => {
    const log = logOf(1, { records: 2 })
    log.annotate([1], { mark: 1 })
    run(log, 2, 4)
    expect([idsOf(log), log.clear(START), idsOf(log)]).toEqual([[1, 4], 2, []])
    log.restore(START)
    expect(idsOf(log)).toEqual([1, 4])
    run(log, 5, 5)
    expect(idsOf(log)).toEqual([1, 5])
  })

  it('fewer or more exchanges once the limits are others', () => {
    const log = logOf(10)
    log.changeLimits({ records: 4 })
    expect([idsOf(log), log.evicted]).toEqual([[7, 8, 9, 10], 6])
  })
})

describe('noting', () => {
  it('says how many may be kept when there are too many', async () => {
    const log = logOf(MOST_KEPT + 1, { records: 5000, headBytes: 1e9 })
    const commands = noting(log)
    const ids = Array.from({ length: MOST_KEPT }, (_, at) => at + 1)
    expect(await commands.markExchanges({ ids, mark: 1 })).toEqual({ ok: true, value: null })
    expect(await commands.pinExchanges({ ids: [MOST_KEPT + 1], pinned: true })).toEqual({
      ok: false,
      fault: { code: 'kept-full', about: '1000' },
    })
  })

  it('takes a comment of blanks for none', async () => {
    const log = logOf(1)
    await noting(log).commentExchange({ id: 1, text: ' \n ' })
    expect(log.find(1)!.notes).toBeNull()
  })
})
