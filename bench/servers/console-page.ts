/** The window of a running Porthole, open in a real browser. */
import { chromium } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { obtainBrowser } from '../../build/browser.mjs'
import type { RunningServer } from './server'

const LOOKS = 500
const LOOK_EVERY_MS = 10

/** Opens the console in a browser and waits until it shows; gives what closes the browser. */
export async function openConsolePage(server: RunningServer): Promise<() => Promise<void>> {
  const url = await consoleUrl(server)
  const found = await obtainBrowser()
  const browser = await chromium.launch(found === undefined ? {} : { executablePath: found.path })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  await page.goto(url)
  await page.locator('main').first().waitFor()
  return () => browser.close()
}

async function consoleUrl(server: RunningServer): Promise<string> {
  for (let look = 0; look < LOOKS; look += 1) {
    const url = /Console\s+(http:\S+)/.exec(await server.output())?.[1]
    if (url !== undefined) return url
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error('Cannot find the address of the console')
}
