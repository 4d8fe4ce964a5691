/** The end of the app, and the times when nobody looks at it. */
import { runClient } from '../../support/run-client'
import { expect, FOLDER, test } from '../fixture'
import { isListening, SlowDownload } from '../support/clients'

test.use({ startWith: { paths: [FOLDER] } })

test('closing the window ends the app and lets go of the port', async ({ desktop, porthole }) => {
  const origin = await porthole.origin()
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve))
  await desktop.page.close()
  expect(await ended).toBe(0)
  expect(await isListening(origin)).toBe(false)
})

test('quitting lets go of the port at once, and does not wait for ever for a slow download', async ({
  desktop,
  porthole,
}) => {
  const origin = await porthole.origin()
  const download = new SlowDownload(origin, '/film.mkv', 1_000_000)
  await expect(porthole.row('GET /film.mkv')).toBeVisible()
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve))
  const asked = Date.now()
  await desktop.app.evaluate(({ app }) => {
    app.quit()
    app.quit()
  })
  await expect.poll(() => isListening(origin), { timeout: 1000 }).toBe(false)
  expect(await ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(8000)
  download.abort()
})

test('a hidden window gets nothing, and everything when it is shown again', async ({ desktop, porthole, folder }) => {
  const { app } = desktop
  const origin = await porthole.origin()
  await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
  await expect(porthole.row('GET /readme.txt')).toBeVisible()

  const sent = await app.evaluateHandle(({ BrowserWindow }) => {
    const channels: string[] = []
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents
    if (contents === undefined) throw new Error('there is no window')
    const send = contents.send.bind(contents)
    contents.send = (channel: string, ...args: unknown[]) => {
      channels.push(channel)
      send(channel, ...args)
    }
    window?.hide()
    return channels
  })
  await runClient('curl', ['-sS', `${origin}/%E8%AF%BB%E6%88%91.txt`], folder)
  await desktop.page.waitForTimeout(300)
  expect(await sent.jsonValue()).toEqual([])

  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.show()
  })
  await expect(porthole.row('GET /读我.txt')).toBeVisible()
  expect(await porthole.rowCount()).toBe(2)
})
