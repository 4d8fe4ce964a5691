/** The browser console by itself: how something gets shared there, who gets in, and what it says when it is cut off. */
import { runClient } from '../support/run-client'
import { expect, FOLDER, test } from './fixture'
import { BrowserConsole } from './support/browser-console'
import { README } from './support/folders'

test.use({ shell: 'console' })

test('a typed path is shared, and a wrong one is a sentence', async ({ porthole, folder }) => {
  const { page } = porthole
  await expect(page.getByRole('heading', { name: /^Share a folder of / })).toBeVisible()
  await page.getByRole('button', { name: 'Type a path…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share by path' })
  await dialog.getByRole('textbox', { name: 'Path' }).fill(`${folder} that is not there`)
  await dialog.getByRole('button', { name: 'Share' }).click()
  await expect(dialog.getByRole('alert')).toContainText('cannot be found')
  await dialog.getByRole('textbox', { name: 'Path' }).fill(folder)
  await page.keyboard.press('Enter')

  const origin = await porthole.origin()
  const curl = await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
  expect(curl.stdout).toBe(README)
  await expect(porthole.row('GET /readme.txt')).toContainText('200')
})

test('a file dragged into the page is refused in words', async ({ porthole }) => {
  const { page } = porthole
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'a.txt'))
    dispatchEvent(new DragEvent('dragenter', { dataTransfer }))
  })
  await expect(page.getByRole('heading', { name: 'A browser cannot pass this on' })).toBeVisible()
})

test.describe('with a folder on the command line', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('it serves what was named, and speaks Chinese when asked to', async ({ porthole }) => {
    await porthole.origin()
    await porthole.openSettings('Appearance')
    await porthole.page.getByRole('dialog').getByText('简体中文').click()
    await expect(porthole.page.getByRole('dialog', { name: '设置' })).toBeVisible()
    await porthole.page.keyboard.press('Escape')
    await expect(porthole.page.getByText('正在等待第一个请求…')).toBeVisible()
  })
})

test("it speaks the language of the reader's browser", async ({ folder, askForBrowser }) => {
  const opened = await BrowserConsole.start(await askForBrowser(), [folder])
  try {
    const page = await opened.openPage('zh-CN')
    await page.goto(opened.url)
    await expect(page.getByText('正在等待第一个请求…')).toBeVisible()
  } finally {
    await opened.dispose()
  }
})

test('nobody gets in without the key, and the page says so when Porthole has gone', async ({
  folder,
  askForBrowser,
}) => {
  const opened = await BrowserConsole.start(await askForBrowser(), [folder])
  try {
    const { page, url } = opened
    const status = async (address: string): Promise<number> => (await fetch(address, { redirect: 'manual' })).status
    expect(await status(url)).toBe(200)
    expect(await status(new URL('/', url).href)).toBeGreaterThanOrEqual(400)
    expect(await status(new URL('/not-the-key/', url).href)).toBeGreaterThanOrEqual(400)
    const policy = (await fetch(url)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")

    expect(await opened.stop()).toBe(0)
    await expect(page.getByText('The connection to Porthole is lost. Trying again…')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Connection lost' })).toBeVisible()
  } finally {
    await opened.dispose()
  }
})
