import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FeedCarrier } from '../../main/app/feed-carrier'
import { Feed } from '../../main/share/feed'
import type { FeedSource } from '../../main/share/feed'
import type { FeedBatch } from '../../preload/views'

class Page extends EventEmitter {
  readonly sent: FeedBatch[] = []
  send(channel: string, batch: FeedBatch): void {
    expect(channel).toBe('porthole:batch')
    this.sent.push(batch)
  }
}

class Window extends EventEmitter {
  readonly webContents = new Page()
  visible = true
  minimized = false
  destroyed = false
  readonly isVisible = (): boolean => this.visible
  readonly isMinimized = (): boolean => this.minimized
  readonly isDestroyed = (): boolean => this.destroyed

  set(state: { visible?: boolean; minimized?: boolean }, event: string): void {
    Object.assign(this, state)
    this.emit(event)
  }
}

const watch = vi.fn(() => () => undefined)
const source = { watch, totals: () => ({}), parts: { serving: () => ({}) } } as unknown as FeedSource
let feed: Feed
let window: Window
let carrier: FeedCarrier

/** Something changes, and the feed gets the time to tell of it. */
function change(): void {
  feed.partChanged('serving')
  vi.advanceTimersByTime(1000)
}

/** What a page does when it loads: main hears of the snapshot, then the feed starts anew from it. */
function takeSnapshot(): number {
  carrier.begin()
  return feed.restart([]).sequence
}

function sequences(): number[] {
  return window.webContents.sent.map(({ sequence }) => sequence)
}

beforeEach(() => {
  vi.useFakeTimers()
  feed = new Feed({ source, now: Date.now })
  window = new Window()
  carrier = new FeedCarrier(window as never, (listener) => feed.subscribe(listener))
})

afterEach(() => {
  vi.useRealTimers()
})

describe('FeedCarrier', () => {
  it('sends nothing to a page that has not taken a snapshot', () => {
    change()
    expect(sequences()).toEqual([])
  })

  it('sends every batch from the snapshot on, without a gap', () => {
    const sequence = takeSnapshot()
    change()
    change()
    expect(sequences()).toEqual([sequence + 1, sequence + 2])
  })

  it.each([
    ['hidden', { visible: false }, 'hide', { visible: true }, 'show'],
    ['minimized', { minimized: true }, 'minimize', { minimized: false }, 'restore'],
  ] as const)('sends nothing while the window is %s, then a gap that asks for a snapshot', (...steps) => {
    const [, away, awayEvent, back, backEvent] = steps
    const sequence = takeSnapshot()
    change()
    window.set(away, awayEvent)
    change()
    expect(sequences()).toEqual([sequence + 1])
    window.set(back, backEvent)
    vi.advanceTimersByTime(1000)
    expect(sequences()).toEqual([sequence + 1, sequence + 3])
  })

  it('leaves a gap for a page that took its snapshot before the window was shown', () => {
    window.visible = false
    const sequence = takeSnapshot()
    change()
    window.set({ visible: true }, 'show')
    vi.advanceTimersByTime(1000)
    expect(sequences()).toEqual([sequence + 2])
  })

  it.each([
    ['loads anew', 'did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['has crashed', 'render-process-gone', {}],
  ])('sends nothing to a page that %s, until it takes a snapshot', (_, event, details) => {
    takeSnapshot()
    window.webContents.emit(event, details)
    change()
    expect(sequences()).toEqual([])
    const sequence = takeSnapshot()
    change()
    expect(sequences().at(-1)).toBe(sequence + 1)
  })

  it('goes on when the page only moves within itself', () => {
    takeSnapshot()
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    window.webContents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    change()
    expect(sequences()).toHaveLength(1)
  })

  it('lets go of the feed when the window is closed', () => {
    takeSnapshot()
    window.destroyed = true
    window.emit('closed')
    change()
    expect(sequences()).toEqual([])
  })
})
