// What runs in the page is written here.
/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { BrowserConsole, launchBrowser } from '../../test/e2e/support/browser-console'
import { inFolder } from './ground'
import { fillMixed } from './window-load'

/** As many rows as the window may hold. */
export const MOST_ROWS = 100_000

/** The real window in a browser, over a running server. */
export interface FullWindow {
  readonly page: Page
  /** Of the server. */
  readonly origin: string
  /** How many requests have filled it. */
  readonly sent: number
}

/** Fills the window with as many rows as it may hold, and closes it when `use` has ended. */
export function onFullWindow<T>(use: (window: FullWindow) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    // Not `await using`: what is imported here runs as it is written, and the oldest Node we name does not know it.
    const browser = await launchBrowser()
    try {
      const console = await BrowserConsole.start(browser, [folder])
      try {
        return await use(await fill(console.page))
      } finally {
        await console.dispose()
      }
    } finally {
      await browser.close()
    }
  })
}

async function fill(page: Page): Promise<FullWindow> {
  const origin = ((await page.getByRole('button', { name: /^http:\/\// }).textContent()) ?? '').trim()
  await keepRequests(page, MOST_ROWS)
  const sent = await fillMixed(origin, MOST_ROWS)
  await page.waitForFunction(hasRows, { least: sent, most: sent })
  return { page, origin, sent }
}

/** Sets in the window how many requests it is to keep. */
export async function keepRequests(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Appearance' }).click()
  await sheet.getByText(count.toLocaleString('en'), { exact: true }).click()
  await sheet.getByRole('button', { name: 'Close' }).click()
}

/** Tells in the page whether the table has so many rows. */
export function hasRows({ least, most }: { readonly least: number; readonly most: number }): boolean {
  // Its head is counted with them.
  const count = Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) - 1
  return count >= least && count <= most
}
