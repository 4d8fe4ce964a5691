/** The filter: what is typed, pressed and pointed at lets requests pass or not. The same in both shells. */
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import type { PortholeWindow } from './support/window'

function boxOf({ page }: PortholeWindow) {
  return page.getByRole('combobox', { name: 'Filter requests' })
}

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test.beforeEach(async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      const curl = (...args: readonly string[]) => runClient('curl', ['-sS', '-o', '/dev/null', ...args], folder)
      await curl(`${origin}/readme.txt`)
      await curl(`${origin}/none.txt`)
      await curl('-r', '0-99', `${origin}/film.mkv`)
      await curl('-A', 'Seagull/2.0', '-H', 'X-Cargo: brass', `${origin}/photos/`)
      await expect.poll(() => porthole.rowCount()).toBe(4)
    })

    test('a filter is typed, completed, said in words, shown as chips, and cleared', async ({ porthole }) => {
      const { page } = porthole
      const box = boxOf(porthole)
      await page.keyboard.press('/')
      await expect(box).toBeFocused()

      await page.keyboard.type('sta')
      await expect(page.getByRole('option', { name: /^status:/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.keyboard.type('4')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(box).toHaveValue('status:4xx ')
      await expect.poll(() => porthole.rowCount()).toBe(1)
      await expect(porthole.row('GET /none.txt')).toBeVisible()
      await expect(page.getByText('requests answered with 4xx', { exact: true })).toBeVisible()

      // An unfinished text leaves the last filter in force; a wrong one says why.
      await page.keyboard.insertText('bytes>')
      expect(await porthole.rowCount()).toBe(1)
      await page.keyboard.insertText('lots')
      await expect(page.getByText('lots is no number')).toBeVisible()
      expect(await porthole.rowCount()).toBe(1)

      await box.fill('stauts:404')
      await page.getByRole('button', { name: 'Did you mean status:?' }).click()
      await expect(box).toHaveValue('status:404')
      await page.keyboard.press('Escape')
      await expect(box).not.toBeFocused()

      await box.fill('status:404 path:none')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Remove path:none' }).click()
      await expect(box).toHaveValue('status:404')
      await page.getByRole('button', { name: 'Clear filter' }).click()
      await expect.poll(() => porthole.rowCount()).toBe(4)
    })

    test('what no request passes is said, and the filter outlives Clear', async ({ porthole, folder }) => {
      const { page } = porthole
      const box = boxOf(porthole)
      await box.fill('method:PUT')
      await expect(page.getByText('No requests match PUT requests')).toBeVisible()
      await expect(page.getByText('4 hidden')).toBeVisible()

      await box.fill('status:404')
      await expect(porthole.row('GET /none.txt')).toBeVisible()
      await page.getByRole('button', { name: 'Clear', exact: true }).click()
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', '-o', '/dev/null', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', '-o', '/dev/null', `${origin}/gone.txt`], folder)
      await expect(porthole.row('GET /gone.txt')).toBeVisible()
      expect(await porthole.rowCount()).toBe(1)
      await expect(box).toHaveValue('status:404')
    })

    test('the heads are searched in main, for what is there and for what comes', async ({ porthole, folder }) => {
      const box = boxOf(porthole)
      await box.fill('header[x-cargo]:brass')
      await expect.poll(() => porthole.rowCount()).toBe(1)
      await expect(porthole.row('GET /photos/')).toBeVisible()
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', '-o', '/dev/null', '-H', 'x-CARGO: Brass rail', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', '-o', '/dev/null', `${origin}/readme.txt`], folder)
      await expect.poll(() => porthole.rowCount()).toBe(2)
      await box.fill('-resheader[content-range] ua:curl')
      await expect.poll(() => porthole.rowCount()).toBe(4)
    })

    test('what is pointed at is filtered by, excluded, or given a column', async ({ porthole }) => {
      const { page } = porthole
      const box = boxOf(porthole)
      await porthole.row('GET /none.txt').getByRole('gridcell').filter({ hasText: '404' }).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Exclude status:404' }).click()
      await expect(box).toHaveValue('-status:404')
      await expect.poll(() => porthole.rowCount()).toBe(3)

      await box.fill('')
      const refused = porthole.row('GET /none.txt').getByRole('gridcell').filter({ hasText: '404' })
      await refused.click({ modifiers: ['Alt'] })
      await expect(box).toHaveValue('-status:404')

      await porthole.row('GET /film.mkv').click()
      await porthole.table.focus()
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Filter by path=/film.mkv' }).click()
      await expect(box).toHaveValue('-status:404 path=/film.mkv')
      await expect.poll(() => porthole.rowCount()).toBe(1)

      await page.getByRole('button', { name: 'Clear filter' }).click()
      await page.getByRole('tab', { name: /Request/ }).click()
      // Room for one more column.
      await page.setViewportSize({ width: 1500, height: 900 })
      await page.getByRole('treeitem', { name: /Range/ }).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Add Range as column' }).click()
      await expect(porthole.row('GET /film.mkv')).toContainText('bytes=0-99')
      await page.getByRole('treeitem', { name: /Range/ }).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Filter by reqheader[range]="bytes=0-99"' }).click()
      await expect.poll(() => porthole.rowCount()).toBe(1)
    })

    test('pills press and shut out, a saved filter counts, and a highlight marks', async ({ porthole, folder }) => {
      const { page } = porthole
      const box = boxOf(porthole)
      const partial = page.getByRole('button', { name: /^Partial/ })
      await expect(partial).toHaveAccessibleName('Partial 1')
      await partial.click()
      await expect(box).toHaveValue('is:partial')
      await expect.poll(() => porthole.rowCount()).toBe(1)
      await partial.click({ modifiers: ['Alt'] })
      await expect(box).toHaveValue('-is:partial')
      await expect.poll(() => porthole.rowCount()).toBe(3)

      await box.fill('ua:seagull')
      await page.getByRole('button', { name: 'Save this filter' }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill('Gulls')
      await page.keyboard.press('Enter')
      const saved = page.getByRole('list', { name: 'Saved' }).getByRole('button', { name: /^Gulls/ })
      await expect(saved).toHaveAccessibleName('Gulls 1')
      await saved.click()
      await expect(box).toHaveValue('')
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', '-o', '/dev/null', '-A', 'Seagull/3', `${origin}/readme.txt`], folder)
      await expect(saved).toHaveAccessibleName('Gulls 2')

      await page.keyboard.press('Alt+f')
      await page.getByRole('combobox', { name: 'Highlight requests' }).fill('status:404')
      await expect(porthole.table.locator('.lit')).toHaveCount(1)
      expect(await porthole.rowCount()).toBe(5)
    })
  })
}
