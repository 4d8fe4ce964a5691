/** The fault lab: a download is cut at a byte, the window says what to expect, and what the client made of it. */
import { join } from 'node:path'
import { stat } from 'node:fs/promises'
import { runClient } from '../support/run-client'
import { expect, FOLDER, test } from './fixture'
import { FILM_SIZE } from './support/folders'

test.use({ startWith: { paths: [FOLDER] } })

test('a download is cut once at a byte, and the panel tells that curl resumed there', async ({ porthole, folder }) => {
  const { page } = porthole
  const origin = await porthole.origin()
  const target = join(folder, '..', 'film.copy')
  await runClient('curl', ['-sS', '-r', '0-9', `${origin}/film.mkv`], folder)
  await porthole.row('GET /film.mkv').click()

  await page.getByRole('button', { name: 'Fault lab' }).click()
  const panel = page.getByRole('dialog', { name: 'Fault lab' })
  await expect(panel.getByRole('combobox', { name: 'File' })).toHaveValue(/film\.mkv$/)
  await panel.getByRole('switch', { name: 'Cut the connection at a byte' }).click()
  await panel.getByRole('textbox', { name: 'Byte' }).fill('100000000')
  await panel.getByRole('textbox', { name: 'Byte' }).press('Enter')
  await expect(panel).toContainText('Armed: waits for a request.')
  await expect(porthole.banners).toContainText('The fault lab is on')

  const cut = await runClient('curl', ['-sS', '-o', target, `${origin}/film.mkv`], folder)
  expect(cut.code).toBe(18)
  expect((await stat(target)).size).toBe(100_000_000)
  await expect(panel).toContainText('Cut at 100 MB. The client has not come back.')
  const rest = await runClient('curl', ['-sS', '-C', '-', '-o', target, `${origin}/film.mkv`], folder)
  expect([rest.code, (await stat(target)).size]).toEqual([0, FILM_SIZE])
  await expect(panel).toContainText('The client resumed at 100 MB: nothing was sent twice.')

  await page.keyboard.press('Escape')
  await porthole.banners.getByRole('button', { name: 'Turn all off' }).click()
  await expect(page.getByText('The fault lab is on')).toHaveCount(0)
})
