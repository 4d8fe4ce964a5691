import { describe, expect, it } from 'vitest'
import type { PortholeApi } from '../../../preload/contract'
import { Comparison } from '../../../renderer/state/comparison.svelte'
import { Notices } from '../../../renderer/state/notices.svelte'

function comparisonWith(answer: Awaited<ReturnType<PortholeApi['askOurselves']>>) {
  const notices = new Notices()
  return { notices, comparison: new Comparison({ askOurselves: async () => answer }, notices) }
}

describe('Comparison', () => {
  it('compares the second one chosen with the first, the older one on the left', () => {
    const { comparison } = comparisonWith({ ok: true, value: { exchangeId: 9 } })
    comparison.choose(7)
    expect([comparison.marked, comparison.pair]).toEqual([7, null])
    comparison.choose(3)
    expect([comparison.marked, comparison.pair]).toEqual([null, { left: 3, right: 7, variation: null }])
  })

  it('lets go of the one that is chosen twice', () => {
    const { comparison } = comparisonWith({ ok: true, value: { exchangeId: 9 } })
    comparison.choose(7)
    comparison.choose(7)
    expect([comparison.marked, comparison.pair]).toEqual([null, null])
  })

  it('shows what was asked beside what it came of', async () => {
    const { comparison } = comparisonWith({ ok: true, value: { exchangeId: 9 } })
    await comparison.ask(7, 'head')
    expect(comparison.pair).toEqual({ left: 7, right: 9, variation: 'head' })
    expect(comparison.asking).toBeNull()
  })

  it('tells why it could not ask', async () => {
    const { comparison, notices } = comparisonWith({ ok: false, fault: { code: 'content-not-kept' } })
    await comparison.ask(7, 'same')
    expect(comparison.pair).toBeNull()
    expect(notices.all.map(({ fault }) => fault.code)).toEqual(['content-not-kept'])
  })
})
