import { describe, expect, it } from 'vitest'
import { savedBytes, savingLines, sumSavings, topSavers } from '../../../renderer/state/savings'
import { client } from '../harness/scenes'

const quiet = client(1, {})
const reader = client(2, { saved: { 'not-modified': { times: 2, bytes: 20 }, parts: { times: 0, bytes: 0 } } })
const player = client(3, { saved: { parts: { times: 1, bytes: 90 }, 'not-modified': { times: 1, bytes: 10 } } })

describe('savingLines', () => {
  it('puts what saved most first, and leaves out what came to nothing', () => {
    expect(savingLines(player.saved).map(({ kind }) => kind)).toEqual(['parts', 'not-modified'])
    expect(savingLines(reader.saved).map(({ kind }) => kind)).toEqual(['not-modified'])
    expect([savedBytes(player.saved), savedBytes(undefined)]).toEqual([100, 0])
  })
})

describe('sumSavings', () => {
  it('adds up what was saved with each client', () => {
    expect(sumSavings([quiet, reader, player])).toEqual({
      'not-modified': { times: 3, bytes: 30 },
      parts: { times: 1, bytes: 90 },
    })
  })
})

describe('topSavers', () => {
  it('lists those with whom something was saved, most first', () => {
    const found = topSavers([quiet, reader, player])
    expect(found.map(({ client: { id }, bytes }) => [id, bytes])).toEqual([
      [3, 100],
      [2, 20],
    ])
  })
})
