// What runs in the page is written here.
/// <reference lib="dom" />
import type { CDPSession, Page } from '@playwright/test'
import { MEBIBYTE, milliseconds } from './reading'
import type { Reading } from './reading'
import { hasRows, keepRequests, onFullWindow } from './window-ground'
import type { FullWindow } from './window-ground'
import { whileRequestsArrive } from './window-load'
import { watchTasks } from './window-tasks'

const KEPT = 50_000
const SCROLL_SECONDS = 10

/** inspector.md, "Scale": what a frame and the heap may take. */
const FRAME_MS = 32
const HEAP_BYTES = 150 * 1e6

/** Scrolls the window with as many rows as it may hold, at rest and while requests arrive; then weighs half of them. */
export function measureWindow(): Promise<readonly Reading[]> {
  return onFullWindow(measureIn)
}

async function measureIn({ page, origin }: FullWindow): Promise<readonly Reading[]> {
  const atRest = await watchFrames(page)
  const scrolled = await whileRequestsArrive(origin, () => watchFrames(page))
  await keepRequests(page, KEPT)
  await page.waitForFunction(hasRows, { least: 1, most: KEPT })
  const heap = await heapBytes(page)
  return [
    frameReading('100,000 rows are scrolled', atRest),
    frameReading(`the same, while ${String(scrolled.perSecond)} requests/s arrive`, scrolled.result),
    {
      under: '50,000 rows are in memory',
      holds: `heap of the window < ${String(HEAP_BYTES / 1e6)} MB`,
      found: `${(heap / 1e6).toFixed(0)} MB (${(heap / MEBIBYTE).toFixed(0)} MiB)`,
      isHeld: heap < HEAP_BYTES,
    },
  ]
}

interface Frames {
  readonly sortedMs: readonly number[]
  /** For how long each task of the page computed. */
  readonly sortedTaskMs: readonly number[]
}

function frameReading(under: string, { sortedMs, sortedTaskMs }: Frames): Reading {
  const each = [
    `median ${milliseconds(at(sortedMs, 0.5))}`,
    `p99 ${milliseconds(at(sortedMs, 0.99))}`,
    `worst ${milliseconds(at(sortedMs, 1))}`,
    `${String(sortedMs.filter((ms) => ms > FRAME_MS).length)} over ${String(FRAME_MS)} ms`,
  ].join(', ')
  const sum = sortedTaskMs.reduce((total, ms) => total + ms, 0)
  const computed = `${milliseconds(sum / sortedMs.length)} for each, ${milliseconds(at(sortedTaskMs, 1))} at once`
  return {
    under,
    holds: `no frame over ${String(FRAME_MS)} ms`,
    found: `${String(sortedMs.length)} frames: ${each}; the page itself computed ${computed} at most`,
    isHeld: at(sortedMs, 1) <= FRAME_MS,
  }
}

/** Scrolls up and down by 200 px a frame and times the frames. */
async function watchFrames(page: Page): Promise<Frames> {
  const { result, computedMs } = await watchTasks(page, () => page.evaluate(scrollForFrames, SCROLL_SECONDS))
  return { sortedMs: sorted(result.slice(5)), sortedTaskMs: sorted(computedMs) }
}

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other)
}

function at(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

/** Gives the milliseconds of each frame. */
async function scrollForFrames(seconds: number): Promise<number[]> {
  const grid = document.querySelector('[role="grid"]')
  if (grid === null) throw new Error('Cannot find the requests')
  const frames: number[] = []
  let by = -200
  await new Promise<void>((resolve) => {
    let last = performance.now()
    const until = last + seconds * 1000
    const frame = (now: number): void => {
      frames.push(now - last)
      last = now
      grid.scrollTop += by
      if (grid.scrollTop <= 0 || grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) by = -by
      if (now < until) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
  return frames
}

async function heapBytes(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
