// What runs in the page is written here.
/// <reference lib="dom" />
import type { CDPSession, Page } from '@playwright/test'
import { BrowserConsole, launchBrowser } from '../../test/e2e/support/browser-console'
import { inFolder } from './ground'
import { MEBIBYTE, milliseconds } from './reading'
import type { Reading } from './reading'
import { measureFilter } from './window-filter'
import { fillMixed, whileRequestsArrive } from './window-load'

const MANY = 100_000
const KEPT = 50_000
const SCROLL_SECONDS = 10

/** inspector.md, "Scale": what a frame and the heap may take. */
const FRAME_MS = 32
const HEAP_BYTES = 150 * 1e6

/** The real window in a browser, with as many rows as it may hold, over a running server. */
export function measureWindow(): Promise<readonly Reading[]> {
  return inFolder(async (folder) => {
    // Not `await using`: what is imported here runs as it is written, and the oldest Node we name does not know it.
    const browser = await launchBrowser()
    try {
      const console = await BrowserConsole.start(browser, [folder])
      try {
        return await measureIn(console.page)
      } finally {
        await console.dispose()
      }
    } finally {
      await browser.close()
    }
  })
}

async function measureIn(page: Page): Promise<readonly Reading[]> {
  const origin = ((await page.getByRole('button', { name: /^http:\/\// }).textContent()) ?? '').trim()
  await keepRequests(page, MANY)
  let sent = await fillMixed(origin, MANY)
  await page.waitForFunction(countsAtLeast, MANY - 1)
  const atRest = await watchFrames(page)
  const scrolled = await whileRequestsArrive(origin, () => watchFrames(page))
  sent += scrolled.answered
  const filteredAtRest = await measureFilter(page, '')
  const filtered = await whileRequestsArrive(origin, () => measureFilter(page, ', while requests arrive'))
  sent += filtered.answered
  const counted = await countRows(page, sent)
  await keepRequests(page, KEPT)
  await page.waitForFunction(countsAtMost, KEPT)
  const heap = await heapBytes(page)
  return [
    frameReading('100,000 rows are scrolled', atRest),
    frameReading(`the same, while ${String(scrolled.perSecond)} requests/s arrive`, scrolled.result),
    ...filteredAtRest,
    ...filtered.result,
    counted,
    {
      under: '50,000 rows are in memory',
      holds: `heap of the window < ${String(HEAP_BYTES / 1e6)} MB`,
      found: `${(heap / 1e6).toFixed(0)} MB (${(heap / MEBIBYTE).toFixed(0)} MiB)`,
      isHeld: heap < HEAP_BYTES,
    },
  ]
}

function countsAtLeast(count: number): boolean {
  return Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) > count
}

function countsAtMost(count: number): boolean {
  return Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? Infinity) <= count + 1
}

/** Whether each request has a row, or is told as one that has left memory. */
async function countRows(page: Page, sent: number): Promise<Reading> {
  await page.locator('#filter').fill('')
  const foot = page.getByRole('contentinfo')
  await foot.getByText(`${sent.toLocaleString('en')} requests`).waitFor()
  const said = /([\d,]+) older left memory/.exec(await foot.innerText())?.[1] ?? '0'
  const left = Number(said.replaceAll(',', ''))
  await page.waitForFunction(countsAtLeast, sent - left - 1)
  const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  return {
    under: `after all of that: ${sent.toLocaleString('en')} requests`,
    holds: 'each has a row, or is told as one that left memory',
    found: `${shown.toLocaleString('en')} shown and ${said} told of, ${String(sent - left - shown)} unaccounted for`,
    isHeld: shown + left === sent,
  }
}

async function keepRequests(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Appearance' }).click()
  await sheet.getByText(count.toLocaleString('en'), { exact: true }).click()
  await sheet.getByRole('button', { name: 'Close' }).click()
}

interface Frames {
  readonly count: number
  readonly median: number
  readonly p99: number
  readonly worst: number
}

function frameReading(under: string, { count, median, p99, worst }: Frames): Reading {
  const each = [`median ${milliseconds(median)}`, `p99 ${milliseconds(p99)}`, `worst ${milliseconds(worst)}`].join(', ')
  return {
    under,
    holds: `no frame over ${String(FRAME_MS)} ms`,
    found: `${String(count)} frames: ${each}`,
    isHeld: worst <= FRAME_MS,
  }
}

/** Scrolls up and down by 200 px a frame and times the frames. */
function watchFrames(page: Page): Promise<Frames> {
  return page.evaluate(async (seconds) => {
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
    const sorted = frames.slice(5).sort((one, other) => one - other)
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    return { count: sorted.length, median: at(0.5), p99: at(0.99), worst: at(1) }
  }, SCROLL_SECONDS)
}

async function heapBytes(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
