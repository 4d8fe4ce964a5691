import { describe, expect, it } from 'vitest'
import { clientActivity, groupByClient } from '../../../renderer/state/client-activity'
import { clients, row } from '../harness/scenes'

const [active] = clients.map((client) => ({
  ...client,
  bytesPerSecond: 10,
  state: 'active' as const,
  lastSeenAt: 1000,
}))
if (active === undefined) throw new Error('Cannot test: there is no client')

const sending = (rest: object) =>
  row(1, { state: 'sending', sentBytes: 40, contentLength: 100, progressAt: 5000, ...rest })

describe('clientActivity', () => {
  it('says how long a download still takes at the present rate', () => {
    expect(clientActivity(active, [sending({})], 5000)).toEqual({
      kind: 'busy',
      downloads: 1,
      bytesPerSecond: 10,
      leftMs: 6000,
    })
  })

  it('says no end where one of the lengths is unknown or nothing moves', () => {
    expect(clientActivity(active, [sending({}), sending({ contentLength: null })], 5000)).toMatchObject({
      leftMs: null,
    })
    expect(clientActivity({ ...active, bytesPerSecond: 0 }, [sending({})], 5000)).toMatchObject({ leftMs: null })
  })

  it('calls it stalled after three seconds in which nothing moved', () => {
    expect(clientActivity(active, [sending({})], 8000).kind).toBe('busy')
    expect(clientActivity(active, [sending({})], 8001)).toEqual({ kind: 'stalled', sinceMs: 3001, share: 0.4 })
    expect(clientActivity(active, [sending({}), sending({ progressAt: 8000 })], 8001).kind).toBe('busy')
  })

  it('is busy when main says so, even where nothing is being sent yet', () => {
    expect(clientActivity(active, [row(1, { state: 'receiving' })], 5000)).toMatchObject({ kind: 'busy', leftMs: null })
  })

  it('is idle while a connection is open, and gone after', () => {
    expect(clientActivity({ ...active, state: 'idle' }, [], 5000)).toEqual({ kind: 'idle' })
    expect(clientActivity({ ...active, state: 'gone' }, [], 5000)).toEqual({ kind: 'gone', sinceMs: 4000 })
  })
})

describe('groupByClient', () => {
  it('gives the exchanges of each client', () => {
    const grouped = groupByClient([row(1, { clientId: 4 }), row(2, { clientId: 5 }), row(3, { clientId: 4 })])
    expect(grouped.get(4)?.map(({ id }) => id)).toEqual([1, 3])
  })
})
