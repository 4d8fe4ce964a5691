import { describe, expect, it } from 'vitest'
import type { TransferView } from '../../../preload/transfer-views'
import type { ExchangeRow } from '../../../preload/views'
import { findRelated, UNRELATED } from '../../../renderer/components/detail/related-requests'
import { RequestLog } from '../../../renderer/state/request-log.svelte'
import { exchangeRow } from '../requests/exchange-row'
import { transferView } from '../transfer/transfer-view'

const SIZE = 1000

/** A request for the film, from an octet on, of which so many were sent. */
function part(id: number, first: number, sentBytes: number, more: Partial<ExchangeRow> = {}): ExchangeRow {
  const ranges = first === 0 ? [] : ([[first, SIZE - 1]] as const)
  const state = first + sentBytes < SIZE ? 'aborted-by-client' : 'partial'
  const file = { shareId: 1, path: 'film.mkv', size: SIZE, ranges }
  return exchangeRow({ id, at: id * 1000, connectionId: id, transferId: 7, state, sentBytes, file, ...more })
}

function relate(id: number, rows: readonly ExchangeRow[], transfer: Partial<TransferView> = {}, repeats?: number) {
  const log = new RequestLog()
  log.replace(rows)
  const row = log.find(id)
  if (row === undefined) throw new Error('no such row')
  const exchangeIds = rows.map((each) => each.id)
  const whole = transferView({ id: 7, size: SIZE, exchangeIds, exchanges: exchangeIds.length, ...transfer })
  return findRelated(row, repeats === undefined ? {} : { repeats }, {
    transfers: new Map([[7, whole]]),
    findRow: (other) => log.find(other),
    findNeighbour: (from, by) => log.neighbour(from, by),
  })
}

describe('findRelated', () => {
  it('finds nothing around a request that stands alone', () => {
    expect(relate(1, [exchangeRow()])).toEqual(UNRELATED)
  })

  it('finds the neighbours on the connection, and knows which of them has left memory', () => {
    const on = (id: number, ordinal: number): ExchangeRow =>
      exchangeRow({ id, ordinal, connectionId: 1, evidence: 'next-request' })
    const rows = [on(1, 1), on(4, 3), on(6, 4), on(9, 6)]
    expect([1, 4, 6, 9].map((id) => [relate(id, rows).before, relate(id, rows).after])).toEqual([
      [null, 'gone'],
      ['gone', 6],
      [4, 'gone'],
      ['gone', 'gone'],
    ])
  })

  it('finds the request that was resumed by where it broke off, and the one that went on', () => {
    const rows = [part(1, 0, 400), part(2, 700, 10), part(3, 400, 600, { part: 'resumed' })]
    expect(relate(3, rows).origin).toEqual({ kind: 'went-on', id: 1 })
    expect([relate(1, rows).wentOn, relate(2, rows).wentOn]).toEqual([3, null])
  })

  it('names the request before where none broke off just there', () => {
    const rows = [part(1, 0, 400), part(3, 500, 500, { part: 'resumed' })]
    expect(relate(3, rows).origin).toEqual({ kind: 'same-file', id: 1 })
  })

  it('names one that ran beside a segment', () => {
    const rows = [part(1, 0, 400, { part: 'segment' }), part(3, 500, 500, { part: 'segment' })]
    expect([relate(1, rows).origin, relate(3, rows).origin]).toEqual([
      { kind: 'beside', id: 3 },
      { kind: 'beside', id: 1 },
    ])
  })

  it('finds the request with which the file was whole, as long as all of them are known', () => {
    const rows = [part(1, 0, 400, { elapsedMs: 9000 }), part(3, 400, 600, { elapsedMs: 10 })]
    const complete = { state: 'complete', endedAt: 10_000 } as const
    expect(relate(3, rows, complete).completed).toBe(1)
    expect(relate(3, rows, { ...complete, exchanges: 5 }).completed).toBeNull()
    expect(relate(3, rows).completed).toBeNull()
  })

  it('passes on which request is asked again', () => {
    expect(relate(1, [exchangeRow()], {}, 12).repeated).toBe(12)
  })
})
