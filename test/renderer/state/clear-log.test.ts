import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClearLog } from '../../../renderer/state/clear-log.svelte'
import { Notices } from '../../../renderer/state/notices.svelte'
import { FakeApi } from '../harness/fake-api'
import { scenes } from '../harness/scenes'

function clearing(name: string) {
  const scene = scenes[name]
  if (scene === undefined) throw new Error(`Cannot start: there is no scene ${JSON.stringify(name)}`)
  const api = new FakeApi(scene)
  return { api, clear: new ClearLog(api, new Notices()) }
}

describe('ClearLog', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('offers to undo for ten seconds', async () => {
    const { clear } = clearing('busy')
    await clear.clear()
    expect([clear.cleared, clear.secondsLeft]).toEqual([314, 10])
    vi.advanceTimersByTime(9000)
    expect([clear.cleared, clear.secondsLeft]).toEqual([314, 1])
    vi.advanceTimersByTime(1000)
    expect(clear.cleared).toBeNull()
  })

  it('brings back what it took', async () => {
    const { api, clear } = clearing('busy')
    await clear.clear()
    await clear.undo()
    expect(clear.cleared).toBeNull()
    expect(api.asked.map(({ command }) => command)).toEqual(['clearLog', 'restoreLog'])
  })

  it('offers nothing when there was nothing to clear', async () => {
    const { clear } = clearing('waiting')
    await clear.clear()
    expect(clear.cleared).toBeNull()
  })
})
