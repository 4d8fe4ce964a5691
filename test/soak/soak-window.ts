/** The window that is open while it soaks: the built renderer, in a browser, over the console. */
import { chromium } from 'playwright-core'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { obtainBrowser } from '../../build/browser.mjs'

export class SoakWindow {
  /** Errors of the page: its exceptions, and what it wrote to its console. */
  readonly problems: string[] = []
  readonly #browser: Browser
  readonly #page: Page
  readonly #inspector: CDPSession
  #turn = 0

  private constructor(browser: Browser, page: Page, inspector: CDPSession) {
    this.#browser = browser
    this.#page = page
    this.#inspector = inspector
    page.on('pageerror', (error) => this.problems.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text())
    })
  }

  static async open(url: string): Promise<SoakWindow> {
    const found = await obtainBrowser()
    const browser = await chromium.launch(found === undefined ? {} : { executablePath: found.path })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
      const inspector = await page.context().newCDPSession(page)
      await inspector.send('Performance.enable')
      const window = new SoakWindow(browser, page, inspector)
      await page.goto(url)
      await page.locator('main').first().waitFor()
      return window
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  /** Does what a person does, and gives how long it takes to show: to the newest row and back to the oldest. */
  async answerMs(): Promise<number> {
    const began = performance.now()
    this.#turn += 1
    await this.#page.getByRole('grid').press(this.#turn % 2 === 0 ? 'End' : 'Home')
    await this.#page.evaluate('new Promise(requestAnimationFrame)')
    return performance.now() - began
  }

  /** Octets of script objects that are still in use: the collector has run. */
  async heapBytes(): Promise<number> {
    await this.#inspector.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.#inspector.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  }

  /** How many requests the status bar tells of. */
  async requestCount(): Promise<number> {
    const told = (await this.#page.getByRole('contentinfo').textContent()) ?? ''
    return Number(/([\d,]+) requests/.exec(told)?.[1]?.replaceAll(',', '') ?? NaN)
  }

  /** Clicks the newest row, and gives the number of the request whose details open. */
  async openNewest(): Promise<number> {
    await this.#page.getByRole('grid').press('End')
    await this.#page.locator('[data-id]').last().click()
    const region = this.#page.getByRole('region', { name: /^Request [\d,]+$/ })
    await region.waitFor()
    return Number((await region.getAttribute('aria-label'))?.replace(/\D/g, ''))
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}
