/** Every state of the window as a picture, to be looked at: test-results/screens. Checks only that nothing overflows. */
import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, FOLDER, test } from './fixture'
import { ROOT } from './support/electron'
import { makeTraffic } from './support/traffic'
import { PortholeWindow } from './support/window'

const FOLDER_OF_PICTURES = join(ROOT, 'test-results', 'screens')
const SIZES = [
  { width: 1280, height: 800 },
  { width: 880, height: 560 },
] as const

test.use({ trace: 'off', screenshot: 'off' })

/** Takes the window in both themes, both languages and both sizes. */
async function picture(porthole: PortholeWindow, state: string): Promise<void> {
  const { page } = porthole
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'zh-CN'] as const) {
      await porthole.ask('changeSettings', { theme, language })
      await expect(page.locator(`html[lang="${language}"][data-theme="${theme}"]`)).toBeAttached()
      for (const size of SIZES) {
        await page.setViewportSize(size)
        const name = `${state}-${theme}-${language}-${String(size.width)}x${String(size.height)}.png`
        await page.screenshot({ path: join(FOLDER_OF_PICTURES, name), animations: 'disabled' })
        expect.soft(await overflow(page), name).toEqual({ width: 0, height: 0 })
      }
    }
  }
  await porthole.ask('changeSettings', { theme: 'light', language: 'en' })
  await page.setViewportSize(SIZES[0])
}

/** How many pixels the page is larger than the window. */
function overflow(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return { width: scrollWidth - clientWidth, height: scrollHeight - clientHeight }
  })
}

test('nothing shared: first screen, drag-over, settings, keys', async ({ porthole }) => {
  const { page } = porthole
  await picture(porthole, 'empty')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([], 'Summer 2026'))
    dispatchEvent(new DragEvent('dragenter', { dataTransfer }))
  })
  await picture(porthole, 'drag')
  await page.evaluate(() => dispatchEvent(new DragEvent('dragleave', { relatedTarget: null })))
  for (const section of ['Address', 'Visitors', 'Limits', 'Appearance'] as const) {
    await porthole.openSettings(section)
    await picture(porthole, `settings-${section.toLowerCase()}`)
    await porthole.closeSheet()
  }
  await page.keyboard.press('?')
  await picture(porthole, 'keys')
  await porthole.closeSheet()
  await page.keyboard.press('Control+K')
  await picture(porthole, 'palette')
  await porthole.closeSheet()
  await page.keyboard.press('F1')
  await picture(porthole, 'lesson')
})

test.describe('a shared folder', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('waiting, stopped', async ({ porthole }) => {
    await porthole.origin()
    await picture(porthole, 'waiting')
    await porthole.chooseServing('Stop serving')
    await expect(porthole.page.getByRole('heading', { name: 'Nobody can download now' })).toBeVisible()
    await picture(porthole, 'stopped')
  })

  test('requests, details, banners', async ({ porthole, folder }) => {
    test.slow()
    const { page } = porthole
    const running = await makeTraffic(await porthole.origin(), folder)
    await expect(porthole.row(/^GET \/film\.mkv.* sending$/)).toBeVisible()
    await picture(porthole, 'busy')

    await porthole.row(/^GET \/film\.mkv.* ended early by the client/).click()
    for (const tab of ['Story', 'Request', 'Response', 'Transfer', 'Timing', 'Connection']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await picture(porthole, `detail-${tab.toLowerCase()}`)
    }
    await porthole.row(/ malformed, /).click()
    await page.getByRole('tab', { name: /^Request/ }).click()
    await picture(porthole, 'malformed')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Pause' }).click()
    await picture(porthole, 'paused')
    await page.getByRole('button', { name: 'Resume' }).first().click()
    await rename(folder, `${folder} moved`)
    await expect(porthole.banners.filter({ hasText: 'cannot be found any more' })).toBeVisible()
    await picture(porthole, 'vanished')
    await rename(`${folder} moved`, folder)
    running.abort()
  })
})

test('a port that is taken', async ({ launch, folder }) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { page } = await launch({ paths: [folder], settings: { port } })
  await expect(page.getByRole('alert')).toBeVisible()
  await picture(new PortholeWindow(page), 'port-busy')
  other.close()
})
