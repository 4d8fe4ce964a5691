/** The main job in one go. Runs on the packed app as well (E2E_APP). */
import { isListening } from './support/clients'
import { README } from './support/folders'
import { expect, test } from './fixture'
import { runClient } from '../support/run-client'

test('a chosen folder is served, and a download from outside becomes a row', async ({ desktop, porthole, folder }) => {
  const { app, page } = desktop
  await expect(page.getByRole('heading', { name: 'Drop a folder here to share it' })).toBeVisible()

  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
  await page.getByRole('button', { name: 'Choose folder…' }).click()
  const origin = await porthole.origin()
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)

  const curl = await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
  expect(curl).toEqual({ code: 0, stdout: README, stderr: '' })
  const row = porthole.row('GET /readme.txt')
  await expect(row).toContainText('200')
  await expect(row).toContainText(`${String(README.length)} B`)
  await expect(row).toContainText('ms')

  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ app: electron }) => {
    electron.quit()
  })
  expect(await ended).toBe(0)
  expect(await isListening(origin)).toBe(false)
})
