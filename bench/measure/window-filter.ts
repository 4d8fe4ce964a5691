// What runs in the page is written here.
/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { milliseconds } from './reading'
import type { Reading } from './reading'

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

/**
 * Puts each filter into the box in one go, as a paste does, and takes the time from the event to the frame in which
 * every row in sight fits it. A single keystroke costs the same: the filter is read and looked for anew with each.
 */
export async function measureFilter(page: Page, under: string): Promise<readonly Reading[]> {
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
  const shown = page.evaluate(watchRows, says.source)
  await page.keyboard.insertText(text)
  return shown
}

/** Gives the time from the next input to the first painted frame in which every row in sight fits. */
function watchRows(source: string): Promise<number> {
  const pattern = new RegExp(source)
  const fits = (): boolean => {
    const table = document.querySelector('[role="grid"]')?.getBoundingClientRect()
    const rows = Array.from(document.querySelectorAll('[data-id]')).filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return table !== undefined && bottom > table.top && top < table.bottom
    })
    return rows.length > 0 && rows.every((row) => pattern.test(row.textContent))
  }
  return new Promise((resolve) => {
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
}
