/** A request in a window of its own, in both shells. */
import type { Page } from '@playwright/test'
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import type { BrowserConsole } from './support/browser-console'
import { Desktop } from './support/desktop'

/** Does something, and gives the page of the window that opens by it. */
async function opening(page: Page, act: () => Promise<void>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), act()])
  await opened.getByRole('tabpanel').waitFor()
  return opened
}

/** Has the page load anew, in the desktop by the app, as after a crash. */
async function reload(opened: Desktop | BrowserConsole, page: Page): Promise<void> {
  if (!(opened instanceof Desktop)) {
    await page.reload()
    return
  }
  await Promise.all([
    page.waitForEvent('load'),
    opened.app.evaluate(({ BrowserWindow }) => {
      const detail = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('#'))
      detail?.webContents.reload()
    }),
  ])
}

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a double click opens a window that names the request, has its own tab, and walks along the connection', async ({
      porthole,
      folder,
    }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      const [readme, none] = [`${origin}/readme.txt`, `${origin}/none.txt`]
      await runClient('curl', ['-sS', '-o', '/dev/null', readme, '-o', '/dev/null', none], folder)
      const detail = await opening(page, () => porthole.row('GET /readme.txt').dblclick())
      await expect(detail).toHaveTitle('GET /readme.txt – Porthole')
      await expect(detail.getByRole('tab', { name: 'Story' })).toHaveAttribute('aria-selected', 'true')
      await detail.keyboard.press('3')
      const tree = detail.getByRole('tree', { name: /response/i })
      await tree
        .getByRole('treeitem', { name: /^Status/ })
        .first()
        .click()
      await expect(detail.getByRole('contentinfo', { name: 'Status' })).toContainText(/^byte.* · Status/)

      await detail.keyboard.press(']')
      await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /none.txt')
      await expect(detail).toHaveTitle('GET /none.txt – Porthole')
      await expect(detail.getByRole('button', { name: 'Next on this connection' })).toBeDisabled()
      await detail.getByRole('button', { name: 'Previous on this connection' }).click()
      await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /readme.txt')
      await detail.keyboard.press('1')
      await expect(detail.getByRole('tabpanel')).toContainText('Then request 2 came on the same connection')
      await detail.getByRole('button', { name: 'Request 2' }).click()
      await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /none.txt')
      await detail.getByRole('button', { name: 'Request 1' }).click()
      await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /readme.txt')

      await porthole.row('GET /none.txt').getByText('404').hover()
      await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Status · 404 Not Found')

      // The same request comes to the front; another one gets another window, by the key.
      const windows = page.context().pages().length
      await porthole.row('GET /readme.txt').dblclick()
      await porthole.row('GET /none.txt').click()
      await opening(page, () => page.keyboard.press('Shift+Enter'))
      expect(page.context().pages()).toHaveLength(windows + 1)
    })

    test('it follows what happens and what is set, and outlives a reload', async ({ opened, porthole, folder }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await porthole.row('GET /readme.txt').click({ button: 'right' })
      const detail = await opening(page, () =>
        page.getByRole('menuitem', { name: /^Open in a window of its own/ }).click(),
      )
      await detail.keyboard.press('p')
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-label', /pinned/)
      await porthole.openSettings('Appearance')
      await page.getByRole('dialog').getByText('简体中文').click()
      await page.getByRole('dialog').getByText('深色').click()
      await expect(detail.getByRole('tab', { name: '经过' })).toBeVisible()
      await expect(detail.locator('html')).toHaveAttribute('data-theme', 'dark')
      await reload(opened, detail)
      await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /readme.txt')
      await expect(detail.getByRole('tab', { name: '经过' })).toBeVisible()
    })
  })
}
