import { describe, expect, it } from 'vitest'
import { Transfers } from '../../../renderer/state/transfers.svelte'
import { transferView } from '../transfer/transfer-view'

describe('Transfers', () => {
  it('takes in what is new or changed and lets go of what left memory', () => {
    const transfers = new Transfers()
    transfers.replace([transferView({ id: 1 }), transferView({ id: 2 })])
    transfers.apply({
      transfers: [transferView({ id: 2, exchanges: 5 }), transferView({ id: 3 })],
      transfersRemoved: [1],
    })
    expect([...transfers.byId.values()].map(({ id, exchanges }) => [id, exchanges])).toEqual([
      [2, 5],
      [3, 2],
    ])
  })

  it('stays the same value when a batch says nothing of transfers', () => {
    const transfers = new Transfers()
    transfers.replace([transferView({})])
    const before = transfers.byId
    transfers.apply({})
    expect(transfers.byId).toBe(before)
  })

  it('adds up what each client lacks, of transfers that broke off alone', () => {
    const transfers = new Transfers()
    transfers.replace([
      transferView({ id: 1, clientId: 1, state: 'incomplete', missingBytes: 5 }),
      transferView({ id: 2, clientId: 1, state: 'incomplete', missingBytes: 7 }),
      transferView({ id: 3, clientId: 2, state: 'running', missingBytes: 9 }),
    ])
    expect([...transfers.missingByClient]).toEqual([[1, 12]])
  })
})
