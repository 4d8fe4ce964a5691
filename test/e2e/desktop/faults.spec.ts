/** What can go wrong around the app: each is a sentence with something to do, and serving goes on. */
import { once } from 'node:events'
import { readFile, rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runClient } from '../../support/run-client'
import { expect, FOLDER, test } from '../fixture'
import { isListening } from '../support/clients'
import { README } from '../support/folders'
import { PortholeWindow } from '../support/window'

test('a port that is taken is told with the next free one, which a click takes', async ({ launch, folder }) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  try {
    const { page } = await launch({ paths: [folder], settings: { port } })
    const banner = page.getByRole('alert')
    await expect(banner).toContainText(`Another program is using port ${String(port)}.`)
    await banner.getByRole('button', { name: /^Use port \d+$/ }).click()
    const origin = await new PortholeWindow(page).origin()
    expect(Number(new URL(origin).port)).toBeGreaterThan(port)
    expect(await isListening(origin)).toBe(true)
    await expect(banner).toBeHidden()
  } finally {
    other.close()
  }
})

test.describe('a folder that goes away', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('is told, answered with 404 or 503, and comes back by itself', async ({ porthole, folder }) => {
    const origin = await porthole.origin()
    await rename(folder, `${folder} moved`)
    const statusOf = async (): Promise<string> =>
      (await runClient('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', `${origin}/readme.txt`], '/')).stdout
    expect(['404', '503']).toContain(await statusOf())
    await expect(porthole.banners.filter({ hasText: 'cannot be found any more' })).toBeVisible()
    await expect(porthole.row('GET /readme.txt')).toBeVisible()

    await rename(`${folder} moved`, folder)
    await expect(porthole.banners.filter({ hasText: 'cannot be found any more' })).toBeHidden()
    expect(await statusOf()).toBe('200')
  })
})

test('settings that cannot be read are kept aside, told, and replaced by our own', async ({ launch }) => {
  const broken = '{"version":1,"settings":{"theme":"dark"'
  const desktop = await launch({ settings: broken })
  await expect(desktop.page.locator('.banner')).toContainText('The settings could not be read')
  const [aside = ''] = await desktop.settingsFiles()
  expect(aside).toMatch(/^settings\.corrupt-.*\.json$/)
  expect(await readFile(join(desktop.userData, aside), 'utf8')).toBe(broken)
  await expect(desktop.page.locator('.banner')).toContainText(aside)
})

test.describe('an error that nobody expected', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('is a notice with a report, and serving goes on', async ({ desktop, porthole, folder }) => {
    const { app } = desktop
    const origin = await porthole.origin()
    await app.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('a secret of /home/anna')
      }, 0)
    })
    const banner = porthole.banners.filter({ hasText: 'Something went wrong inside Porthole. Serving goes on.' })
    await banner.getByRole('button', { name: 'Copy report' }).click()
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('RangeError')
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain('anna')

    await app.evaluate(() => {
      void Promise.reject(new TypeError('nobody catches this'))
    })
    await expect(banner).toHaveCount(2)
    const curl = await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
    expect(curl.stdout).toBe(README)
  })

  test('in the page’s own process brings the page back, with everything in it', async ({
    desktop,
    porthole,
    folder,
  }) => {
    const { app } = desktop
    const origin = await porthole.origin()
    await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
    await expect(porthole.row('GET /readme.txt')).toBeVisible()
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    await runClient('curl', ['-sS', `${origin}/%E8%AF%BB%E6%88%91.txt`], folder)
    // The page of before is lost to Playwright, so main asks the new one.
    const rowLabels = (): Promise<unknown> =>
      app.evaluate(async ({ BrowserWindow }) => {
        const script = `Array.from(document.querySelectorAll('[data-id]'), (row) => row.getAttribute('aria-label'))`
        const [window] = BrowserWindow.getAllWindows()
        return window?.webContents.executeJavaScript(script).catch(() => []) as Promise<unknown>
      })
    await expect
      .poll(rowLabels)
      .toEqual([expect.stringMatching(/^GET \/readme\.txt /), expect.stringMatching(/^GET \/读我\.txt /)])
  })
})
