// What runs in the page is written here.
/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { milliseconds } from './reading'
import type { Reading } from './reading'
import { hasRows, onFullWindow } from './window-ground'
import type { FullWindow } from './window-ground'
import { whileRequestsArrive } from './window-load'

/** inspector.md, "Scale": from a keystroke to the visible part. */
const VISIBLE_MS = 50
const ROUNDS = 7
/** Between two: what the first has begun is over. */
const REST_MS = 400

/** A filter, and what every row in sight then says. */
interface Filter {
  readonly text: string
  readonly says: RegExp
}

/** Over what `mixedRequests` sends. */
const FILTERS: readonly Filter[] = [
  { text: 'page', says: /page\.html/ },
  { text: 'status:404', says: /404/ },
  { text: '-path:missing bytes>1kb', says: /page\.html/ },
  { text: 'header[if-range]', says: /ranged\.txt/ },
  { text: '/mis+ing-\\d/', says: /missing-1/ },
]

/** Filters the window with as many rows as it may hold, at rest and while requests arrive; then counts the rows. */
export function measureFilter(): Promise<readonly Reading[]> {
  return onFullWindow(measureIn)
}

async function measureIn({ page, origin, sent }: FullWindow): Promise<readonly Reading[]> {
  const atRest = await timeFilters(page, '')
  const loaded = await whileRequestsArrive(origin, () => timeFilters(page, ', while requests arrive'))
  return [...atRest, ...loaded.result, await countRows(page, sent + loaded.answered)]
}

/** Whether each request has a row, or is told as one that has left memory. */
async function countRows(page: Page, sent: number): Promise<Reading> {
  await page.locator('#filter').fill('')
  const foot = page.getByRole('contentinfo')
  await foot.getByText(`${sent.toLocaleString('en')} requests`).waitFor()
  const said = /([\d,]+) older left memory/.exec(await foot.innerText())?.[1] ?? '0'
  const left = Number(said.replaceAll(',', ''))
  await page.waitForFunction(hasRows, { least: sent - left, most: sent })
  const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  return {
    under: `after all of that: ${sent.toLocaleString('en')} requests`,
    holds: 'each has a row, or is told as one that left memory',
    found: `${shown.toLocaleString('en')} shown and ${said} told of, ${String(sent - left - shown)} unaccounted for`,
    isHeld: shown + left === sent,
  }
}

/**
 * Puts each filter into the box in one go, as a paste does, and takes the time from the event to the frame in which
 * every row in sight fits it. A single keystroke costs the same: the filter is read and looked for anew with each.
 */
async function timeFilters(page: Page, under: string): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const filter of FILTERS) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timeOf(page, filter))
    times.sort((one, other) => one - other)
    const median = times[Math.floor(ROUNDS / 2)] ?? Infinity
    const worst = times.at(-1) ?? Infinity
    readings.push({
      under: `\`${filter.text}\` is put into the filter, over 100,000 rows${under}`,
      holds: `the rows in sight are there within ${String(VISIBLE_MS)} ms`,
      found: `median ${milliseconds(median)}, worst ${milliseconds(worst)} of ${String(ROUNDS)}`,
      isHeld: worst <= VISIBLE_MS,
    })
  }
  return readings
}

async function timeOf(page: Page, { text, says }: Filter): Promise<number> {
  const box = page.locator('#filter')
  await box.fill('')
  await page.waitForTimeout(REST_MS)
  await box.focus()
  const watch = await page.evaluateHandle(watchRows, says.source)
  await page.keyboard.insertText(text)
  return watch.evaluate(({ shown }) => shown)
}

/** Watches from now on: gives the time from the next input to the first painted frame in which every row in sight fits. */
function watchRows(source: string): { readonly shown: Promise<number> } {
  const pattern = new RegExp(source)
  const fits = (): boolean => {
    const table = document.querySelector('[role="grid"]')?.getBoundingClientRect()
    const rows = Array.from(document.querySelectorAll('[data-id]')).filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return table !== undefined && bottom > table.top && top < table.bottom
    })
    return rows.length > 0 && rows.every((row) => pattern.test(row.textContent))
  }
  const shown = new Promise<number>((resolve) => {
    const begin = ({ timeStamp }: Event): void => {
      const look = (): void => {
        // What a frame holds is decided after its callbacks, and painted before the next task.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          if (fits()) resolve(performance.now() - timeStamp)
          else requestAnimationFrame(look)
        }
        channel.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    document.addEventListener('input', begin, { capture: true, once: true })
  })
  return { shown }
}
