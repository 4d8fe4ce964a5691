import type { ExchangeRow } from '../../../../preload/views'
import { RequestLog } from '../../../../renderer/state/request-log.svelte'
import { exchangeRow } from '../exchange-row'
import { clients } from './evening'
import type { HarnessState } from './harness-state.svelte'

export interface Load {
  /** Rows in memory before it begins; as many leave as come. */
  readonly rows: number
  readonly perSecond: number
  readonly seconds: number
  /** Also scrolls up and down through the rows, in CSS pixels a frame. */
  readonly scrollBy?: number
}

export interface LoadFigures {
  readonly frames: number
  /** Milliseconds between frames, the median, the slowest in a hundred, and the slowest. */
  readonly median: number
  readonly p99: number
  readonly worst: number
  /** Frames that took longer than 50 ms. */
  readonly slow: number
  readonly batches: number
  /** Milliseconds of script in the batches: mean and most. */
  readonly batchMean: number
  readonly batchMost: number
  readonly newest: number
  /** Octets of script heap, where the browser tells. */
  readonly heap: number
}

const BATCH_MS = 50
const KINDS: readonly Partial<ExchangeRow>[] = [
  {},
  { state: 'not-modified', status: 304, sentBytes: 0 },
  {
    state: 'partial',
    status: 206,
    file: { shareId: 1, path: 'a.bin', size: 5e9, ranges: [[1e9, 2e9]] },
    sentBytes: 1e9,
    bytesPerSecond: 9e7,
  },
  { state: 'error', status: 404, reason: 'not-found', file: null },
]

function makeRow(id: number): ExchangeRow {
  const row = { id, at: Date.now(), progressAt: Date.now(), clientId: 1 + (id % clients.size), connectionId: id % 97 }
  return exchangeRow({ ...row, target: `/photos/2026-07/IMG_${String(id)}.HEIC`, ...KINDS[id % KINDS.length] })
}

/** Feeds the table as the window does: batches of new rows, each of which is patched by the next one. */
export async function runLoad(state: HarnessState, load: Load): Promise<LoadFigures> {
  const log = new RequestLog()
  log.replace(Array.from({ length: load.rows }, (_, at) => makeRow(at + 1)))
  state.clients = clients
  state.rows = log.rows
  await new Promise((resolve) => setTimeout(resolve, 1500))

  const perBatch = Math.round((load.perSecond * BATCH_MS) / 1000)
  let newest = load.rows
  const batches: number[] = []
  const timer = setInterval(() => {
    const start = performance.now()
    const ids = Array.from({ length: perBatch }, (_, at) => newest + 1 + at)
    const patched = ids.map((id) => makeRow(id - perBatch))
    const running = { state: 'sending', status: 200, elapsedMs: null } as const
    log.apply({
      added: ids.map((id) => ({ ...makeRow(id), ...running })),
      patched,
      removed: ids.map((id) => id - load.rows),
    })
    newest += perBatch
    state.rows = log.rows
    batches.push(performance.now() - start)
  }, BATCH_MS)
  const frames = await watchFrames(load)
  clearInterval(timer)

  const sorted = frames.toSorted((a, b) => a - b)
  return {
    frames: frames.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    worst: sorted.at(-1) ?? 0,
    slow: sorted.filter((ms) => ms > 50).length,
    batches: batches.length,
    batchMean: batches.reduce((sum, ms) => sum + ms, 0) / Math.max(1, batches.length),
    batchMost: Math.max(...batches),
    newest: Number(document.querySelector('[data-id]:last-child')?.getAttribute('data-id') ?? 0),
    heap: (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  }
}

/** Gives the time between each two frames. */
function watchFrames({ seconds, scrollBy = 0 }: Load): Promise<number[]> {
  const grid = document.querySelector('[role="grid"]')!
  const frames: number[] = []
  let direction = -1
  return new Promise((resolve) => {
    const begin = performance.now()
    let last = begin
    const frame = (now: number): void => {
      frames.push(now - last)
      last = now
      if (scrollBy > 0) {
        grid.scrollTop += direction * scrollBy
        if (grid.scrollTop <= 0) direction = 1
        if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) direction = -1
      }
      if (now - begin < seconds * 1000) requestAnimationFrame(frame)
      else resolve(frames.slice(5))
    }
    requestAnimationFrame(frame)
  })
}
