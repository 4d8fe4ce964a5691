/** What a person does with rows: mark, pin, comment, select several, gather, break off. The same in both shells. */
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { SlowDownload } from './support/clients'

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a request is marked, pinned and commented by the keyboard, and survives Clear', async ({
      porthole,
      folder,
    }) => {
      const origin = await porthole.origin()
      const { page } = porthole
      await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', `${origin}/none.txt`], folder)
      await porthole.row('GET /readme.txt').click()
      await page.keyboard.press('m')
      await page.keyboard.press('3')
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-label', /, mark 3$/)
      await page.keyboard.press('p')
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-label', /, mark 3, pinned$/)
      await page.keyboard.press('c')
      const comment = page.getByRole('textbox', { name: 'Comment' })
      await expect(comment).toBeFocused()
      await comment.fill('Ask Anna')
      await comment.blur()
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-label', /pinned, with a comment$/)

      await page.getByRole('button', { name: 'Clear' }).click()
      await expect(porthole.row('GET /none.txt')).toBeHidden()
      const pin = page.getByRole('navigation').getByRole('button', { name: /readme\.txt$/ })
      await pin.click()
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-selected', 'true')
      await page.getByRole('tab', { name: /Notes/ }).click()
      await expect(comment).toHaveValue('Ask Anna')
      await page.getByRole('tabpanel').getByRole('button', { name: 'Unpin' }).click()
      await expect(pin).toBeHidden()
    })

    test('several requests are selected, summed up, and gathered in groups', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      const { page } = porthole
      for (const name of ['readme.txt', 'none.txt', 'readme.txt'])
        await runClient('curl', ['-sS', `${origin}/${name}`], folder)
      await expect.poll(() => porthole.rowCount()).toBe(3)
      await porthole.row('GET /none.txt').click()
      await page.keyboard.press('Shift+ArrowDown')
      const figures = page.getByRole('region', { name: 'What the selected requests come to' })
      await expect(figures).toContainText('2 requests selected')
      await expect(figures.getByRole('row', { name: /^404 Not Found/ })).toBeVisible()
      await page.keyboard.press('ControlOrMeta+a')
      await expect(figures).toContainText('3 requests selected')
      await page.keyboard.press('Escape')
      await expect(figures).toBeHidden()

      await page.getByRole('button', { name: 'Group' }).click()
      await page.getByRole('menuitemradio', { name: 'By file' }).click()
      const groups = page.getByRole('treegrid')
      await expect(groups.getByRole('row', { name: /^\/readme\.txt, 2 requests/ })).toHaveAttribute(
        'aria-expanded',
        'false',
      )
      await groups.getByRole('row', { name: /^\/readme\.txt/ }).click()
      await expect(figures).toContainText('2 requests selected')
      await page.keyboard.press('ArrowRight')
      await expect(groups.getByRole('row', { name: /^GET \/readme\.txt/ })).toHaveCount(2)
      await page.keyboard.press('f')
      await expect(porthole.table.getByRole('row', { name: /^GET / })).toHaveCount(3)
    })

    test('a transfer is broken off once that is confirmed', async ({ porthole }) => {
      const origin = await porthole.origin()
      const download = new SlowDownload(origin, '/film.mkv', 4_000_000)
      const row = porthole.row('GET /film.mkv')
      await expect(row).toHaveAttribute('aria-label', /200 sending$/)
      await row.click()
      await porthole.page.keyboard.press('x')
      const question = porthole.page.getByRole('dialog', { name: 'Break off' })
      await expect(question.getByRole('button', { name: 'Let it go on' })).toBeFocused()
      await question.getByRole('button', { name: 'Break off' }).click()
      await expect(row).toHaveAttribute('aria-label', /ended early by Porthole, you disconnected it$/)
      await expect.poll(() => download.ended).toBe(true)
    })
  })
}
