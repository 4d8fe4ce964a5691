import { describe, expect, it } from 'vitest'
import { RequestLog } from '../../../renderer/state/request-log.svelte'
import { row } from '../harness/scenes'

function logOf(...ids: number[]): RequestLog {
  const log = new RequestLog()
  log.replace(ids.map((id) => row(id, {})))
  return log
}

describe('RequestLog', () => {
  it('keeps recording while paused, and says how many wait', () => {
    const log = logOf(1, 2)
    log.pause()
    log.apply({ added: [row(3, {}), row(4, {})], patched: [], removed: [1] })
    expect({ shown: log.shown.length, rows: log.rows.length, waiting: log.waiting }).toEqual({
      shown: 2,
      rows: 3,
      waiting: 2,
    })
    log.resume()
    expect({ shown: log.shown.map(({ id }) => id), waiting: log.waiting }).toEqual({ shown: [2, 3, 4], waiting: 0 })
  })

  it('finds a row as it is now even while paused', () => {
    const log = logOf(1)
    log.pause()
    log.apply({ added: [], patched: [row(1, { sentBytes: 7 })], removed: [] })
    expect(log.find(1)?.sentBytes).toBe(7)
    expect(log.find(9)).toBeUndefined()
  })

  it('keeps the running exchanges apart', () => {
    const log = logOf(1)
    log.apply({ added: [row(2, { state: 'sending' }), row(3, { state: 'receiving' })], patched: [], removed: [] })
    expect(log.active.map(({ id }) => id)).toEqual([2, 3])
    log.apply({ added: [], patched: [row(2, { state: 'complete' })], removed: [3] })
    expect(log.active).toEqual([])
  })

  it('finds the nearest requests on the same connection', () => {
    const log = new RequestLog()
    const on = [7, 8, 7, 7, 8]
    log.replace(on.map((connectionId, at) => row(at + 1, { connectionId })))
    const nearest = (id: number, by: 1 | -1): number | undefined => log.neighbour(row(id, { connectionId: 7 }), by)?.id
    expect([nearest(1, -1), nearest(1, 1), nearest(3, -1), nearest(3, 1), nearest(4, 1)]).toEqual([
      undefined,
      3,
      1,
      4,
      undefined,
    ])
    // One that has left memory still has neighbours.
    log.apply({ added: [], patched: [], removed: [3] })
    expect([nearest(3, -1), nearest(3, 1)]).toEqual([1, 4])
  })

  it('puts a snapshot in the order of ids', () => {
    expect(logOf(3, 1, 2).rows.map(({ id }) => id)).toEqual([1, 2, 3])
  })
})
