import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ODD_NAMES, sha256Of } from '../support/samples'
import { shareSamples } from '../support/share-samples'

describe('a browser', () => {
  const shared = shareSamples()
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const executablePath = process.env.PORTHOLE_CHROMIUM ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
  })

  it.each(['mebibyte.bin', 'empty.bin', ...ODD_NAMES])('downloads %s by a click in the listing', async (name) => {
    await page.goto(`${shared.porthole.origin}/`)
    const link = page.getByRole('link', { name: `Download ${name.replace(/ +/g, ' ')}`, exact: true })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    // Chromium itself replaces what no file name should hold: quotes, question marks, what has no width.
    expect(download.suggestedFilename()).toBe(name.replace(/["?\u200d]/g, '_'))
    expect(await sha256Of(await download.path())).toBe(await sha256Of(join(shared.folder, name)))
  })
})
