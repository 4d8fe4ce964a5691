import { describe, expect, it } from 'vitest'
import { RequestLog } from '../../../renderer/state/request-log.svelte'
import { forgetful } from '../../../renderer/state/remembered'
import { View } from '../../../renderer/state/view.svelte'
import { row } from '../harness/scenes'

function viewOf(arrangement = forgetful()) {
  const log = new RequestLog()
  log.replace([row(1, {}), row(2, {})])
  return { log, view: new View(log, arrangement) }
}

describe('View', () => {
  it('shows the selected row as it is now, and keeps it when it leaves memory', () => {
    const { log, view } = viewOf()
    view.select(1)
    log.apply({ added: [], patched: [row(1, { sentBytes: 9 })], removed: [] })
    expect(view.selectedRow?.sentBytes).toBe(9)
    log.apply({ added: [], patched: [], removed: [1] })
    expect(view.selectedRow?.sentBytes).toBe(9)
    view.select(null)
    expect(view.selectedRow).toBeUndefined()
  })

  it('puts the detail to the right in a wide window, and below where both do not fit', () => {
    const { view } = viewOf()
    view.width = 1600
    expect(view.dock).toBe('right')
    view.width = 1280
    expect(view.dock).toBe('below')
    view.cycleDock()
    expect(view.dock).toBe('right')
    view.width = 1000
    expect(view.dock).toBe('below')
  })

  it('cycles the detail right, away, below', () => {
    const { view } = viewOf()
    view.width = 1280
    const docks = [1, 2, 3].map(() => {
      view.cycleDock()
      return view.dock
    })
    expect(docks).toEqual(['right', 'hidden', 'below'])
  })

  it('leaves a detail that was put away there until a row is opened', () => {
    const { view } = viewOf()
    view.cycleDock()
    view.cycleDock()
    view.select(1)
    expect(view.dock).toBe('hidden')
    view.open(2)
    expect([view.dock, view.selectedId]).toEqual(['below', 2])
  })

  it('lets a tab ask for room until somebody has set how much there is', () => {
    const { view } = viewOf()
    const moved = [view.detailMoved]
    view.resizeDetail(0.3)
    moved.push(view.detailMoved)
    view.resetDetail()
    expect([...moved, view.detailMoved]).toEqual([false, true, false])
  })

  it('remembers the size of each place on its own', () => {
    const kept = new Map<string, string>()
    const arrangement = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    viewOf(arrangement).view.resizeDetail(0.6)
    const { view } = viewOf(arrangement)
    expect(view.detailShare).toBe(0.6)
    view.width = 1700
    expect(view.detailShare).toBe(0.42)
    kept.set('detail-right', 'nonsense')
    expect(viewOf(arrangement).view.detailShare).toBe(0.6)
  })
})
