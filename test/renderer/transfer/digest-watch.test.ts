import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DigestView } from '../../../preload/digest-views'
import { DigestWatch } from '../../../renderer/components/transfer/digest-watch.svelte'

const DONE: DigestView = { kind: 'done', at: 1, whole: 'ab', spans: [], leftOut: 0 }
const reading = (readBytes: number): DigestView => ({ kind: 'reading', readBytes, wholeBytes: 9, resting: false })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Main gives these answers one after the other, the last one for all further looks. */
function watchOver(answers: readonly (DigestView | null)[], refusal?: 'unknown-id') {
  const asked: string[] = []
  let look = 0
  const watch = new DigestWatch(
    {
      readDigest: async () => {
        asked.push('read')
        look += 1
        return answers[Math.min(look, answers.length) - 1] ?? null
      },
      computeDigest: async () => {
        asked.push('compute')
        return refusal === undefined ? { ok: true, value: null } : { ok: false, fault: { code: refusal } }
      },
      cancelDigest: async () => {
        asked.push('cancel')
        return null
      },
    },
    7,
  )
  return { watch, asked }
}

describe('DigestWatch', () => {
  it('looks once, and goes on looking only while something is under way', async () => {
    const { watch, asked } = watchOver([null, { kind: 'waiting' }, reading(3), DONE])
    watch.start()
    await vi.advanceTimersByTimeAsync(10_000)
    expect([watch.view, asked]).toEqual([null, ['read']])
    await watch.compute()
    const seen: (string | undefined)[] = []
    for (let at = 0; at < 3; at += 1) {
      seen.push(watch.view?.kind)
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(seen).toEqual(['waiting', 'reading', 'done'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['read', 'compute', 'read', 'read', 'read'])
  })

  it('stops looking when it is not looked at any more', async () => {
    const { watch, asked } = watchOver([reading(1)])
    const stop = watch.start()
    await vi.advanceTimersByTimeAsync(600)
    stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked.length).toBe(3)
  })

  it('gives up, and says why nothing is computed', async () => {
    const { watch, asked } = watchOver([reading(1), null], 'unknown-id')
    watch.start()
    await vi.advanceTimersByTimeAsync(0)
    await watch.cancel()
    expect([watch.view, asked]).toEqual([null, ['read', 'cancel', 'read']])
    await watch.compute()
    expect(watch.refused).toBe('unknown-id')
  })
})
