/** Out and in: a request as a command, asked again and compared, saved and opened again. In both shells. */
import type { Browser } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { README } from './support/folders'
import { saveTo } from './support/saving'

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a request is copied as a command that runs, and asked differently beside itself', async ({
      porthole,
      folder,
    }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', '-H', 'Range: bytes=0-3', `${origin}/readme.txt`], folder)
      await porthole.row('GET /readme.txt').click()
      await page.getByRole('tab', { name: /^Notes/ }).click()
      const command = (await page.getByRole('region', { name: 'The command' }).textContent()) ?? ''
      const pasted = await runClient('sh', ['-c', `${command} -sS`], folder)
      expect(pasted).toMatchObject({ code: 0, stdout: README.slice(0, 4) })

      await page.getByRole('button', { name: 'With HEAD' }).click()
      const sheet = page.getByRole('dialog')
      await expect(sheet).toContainText('Requests 1 and 3')
      await expect(sheet).toContainText('HEAD gets the head of the answer and no content (RFC 9110 §9.3.2).')
      await expect(sheet.getByRole('row', { name: /^Content sent/ })).toHaveText(/4 B\s*0 B/)
      await sheet.getByText('Unified').click()
      await expect(sheet.getByRole('row', { name: '+ HEAD /readme.txt HTTP/1.1' })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(sheet).toBeHidden()
      await expect(porthole.row('HEAD /readme.txt')).toContainText('asked by Porthole')
    })

    test('two requests are compared by key', async ({ porthole, folder }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', `${origin}/none.txt`], folder)
      await porthole.row('GET /readme.txt').click()
      await page.keyboard.press('d')
      await expect(porthole.banners).toContainText('Request 1 waits')
      await porthole.row('GET /none.txt').click()
      await page.keyboard.press('d')
      await expect(page.getByRole('dialog').getByRole('row', { name: /^Status/ })).toHaveText(/200\s*404/)
    })

    test('requests are saved as a session that opens again, and as HAR that another reader serves from', async ({
      opened,
      porthole,
      folder,
      askForBrowser,
    }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', `${origin}/none.txt`], folder)
      await expect(porthole.row('GET /none.txt')).toHaveAttribute('aria-label', /404/)

      const save = async (button: string, name: string): Promise<string> => {
        const path = join(dirname(folder), name)
        await porthole.row('GET /readme.txt').click()
        await page.getByRole('tab', { name: /^Notes/ }).click()
        await page.getByText('All 2', { exact: true }).click()
        await saveTo(path, opened, () => page.getByRole('button', { name: button, exact: true }).click())
        await expect(porthole.banners.first()).toHaveText(new RegExp(`2 requests saved to “.*${extname(name)}”`))
        return path
      }
      const session = await save('Session…', 'evening.ndjson')
      expect((await readFile(session, 'utf8')).trimEnd().split('\n')).toHaveLength(5)
      await expectServedFrom(await save('HAR…', 'evening.har'), origin, await askForBrowser())

      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Open a session…' }).click(),
      ])
      await chooser.setFiles(session)
      await expect(page.getByRole('banner', { name: 'Saved session' })).toContainText('“evening.ndjson” 2 requests')
      await porthole.row('GET /none.txt').click()
      await page.getByRole('tab', { name: /^Request/ }).click()
      await expect(page.getByRole('tabpanel')).toContainText('/none.txt')
      // Recording goes on meanwhile.
      await runClient('curl', ['-sS', `${origin}/photos/`], folder)
      expect(await porthole.rowCount()).toBe(2)
      await page.getByRole('button', { name: 'Back to live' }).click()
      await expect(porthole.row('GET /photos/')).toBeVisible()
      expect(await porthole.rowCount()).toBe(3)
    })
  })
}

/** Lets Chromium answer from the file, by a reader of HAR that is not ours. */
async function expectServedFrom(har: string, origin: string, browser: Browser): Promise<void> {
  const context = await browser.newContext()
  try {
    await context.routeFromHAR(har, { notFound: 'abort' })
    const page = await context.newPage()
    const readme = await page.goto(`${origin}/readme.txt`)
    expect(readme?.headers().etag).toMatch(/^"/)
    // Chromium takes no page without content for a refusal, but a script gets it.
    const none = await page.evaluate(async () => {
      const { status, headers } = await fetch('/none.txt')
      return [status, headers.get('content-type')]
    })
    expect(none).toEqual([404, expect.stringContaining('text/')])
    await expect(page.goto(`${origin}/other.txt`)).rejects.toThrow()
  } finally {
    await context.close()
  }
}
