import { describe, expect, it } from 'vitest'
import { uplinkOf } from '../../../renderer/components/transfer/uplink'
import { client } from '../harness/scenes'
import { exchangeRow } from '../requests/exchange-row'

const sending = (id: number, clientId: number, leftBytes: number) =>
  exchangeRow({ id, clientId, state: 'sending', sentBytes: 0, contentLength: leftBytes, bytesPerSecond: 1000 })
const clients = new Map([
  [1, client(1, { name: 'phone', bytesPerSecond: 1000 })],
  [2, client(2, { name: 'TV', bytesPerSecond: 1000 })],
])
const mine = sending(1, 1, 100_000)
const other = sending(2, 2, 50_000)

describe('uplinkOf', () => {
  it('says what part it gets, and without whom it would end sooner', () => {
    expect(uplinkOf(mine, { transfer: undefined, active: [mine, other], clients })).toEqual({
      share: 0.5,
      bytesPerSecond: 2000,
      without: { name: 'TV', soonerMs: 25_000 },
    })
  })

  it('is silent of what does not move, and of who is alone', () => {
    const ended = exchangeRow({ id: 3, clientId: 1 })
    expect(uplinkOf(ended, { transfer: undefined, active: [mine, other], clients })).toBe(null)
    const alone = new Map([[1, client(1, { bytesPerSecond: 1000 })]])
    expect(uplinkOf(mine, { transfer: undefined, active: [mine], clients: alone })).toBe(null)
  })
})
