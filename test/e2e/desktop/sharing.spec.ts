/** The ways in: chosen, dropped, named at the start, handed over by a second launch. And the ways out. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { runClient } from '../../support/run-client'
import { expect, FOLDER, test } from '../fixture'
import { isListening } from '../support/clients'
import { electronPath } from '../support/electron'
import { makeFolder, README } from '../support/folders'

/** Drags files over the middle of the page and, unless told otherwise, drops them. */
async function drag(page: Page, files: readonly string[], upTo: 'drop' | 'over' = 'drop'): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  const steps = upTo === 'drop' ? (['dragEnter', 'dragOver', 'drop'] as const) : (['dragEnter', 'dragOver'] as const)
  for (const type of steps) await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
}

test.describe('dropping', () => {
  test.use({ startWith: { droppable: [FOLDER] } })

  test('a dropped folder is shared, and its path never reaches the page', async ({ desktop, porthole, folder }) => {
    await drag(desktop.page, [folder], 'over')
    await expect(desktop.page.getByRole('heading', { name: 'Share this' })).toBeVisible()
    await drag(desktop.page, [folder])
    const origin = await porthole.origin()
    const curl = await runClient('curl', ['-sS', `${origin}/%E8%AF%BB%E6%88%91.txt`], folder)
    expect(curl.stdout).toBe('你好\n')
    await expect(desktop.page.getByRole('treeitem', { name: /Summer 2026/ })).toBeVisible()
    expect(await desktop.page.content()).not.toContain(folder)
  })

  test('what is dropped and lies on no disk is refused in words', async ({ desktop, porthole }) => {
    await desktop.page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['a picture out of a page'], 'picture.png'))
      for (const type of ['dragenter', 'dragover', 'drop']) dispatchEvent(new DragEvent(type, { dataTransfer }))
    })
    await expect(porthole.banners).toContainText('is neither a folder nor a regular file')
  })
})

test.describe('naming at the start', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('a folder on the command line is shared at once', async ({ porthole, folder }) => {
    const curl = await runClient('curl', ['-sS', `${await porthole.origin()}/readme.txt`], folder)
    expect(curl.stdout).toBe(README)
  })

  test('a second launch hands its folder to the first and ends', async ({ desktop, porthole, folder }) => {
    await porthole.origin()
    const other = await makeFolder('Winter 2025')
    const { args, env } = desktop.again(other)
    const second = spawn(electronPath, args, { env, stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    await expect(desktop.page.getByRole('treeitem', { name: /Winter 2025/ })).toBeVisible()
    const curl = await runClient('curl', ['-sS', `${await porthole.origin()}/Winter%202025/readme.txt`], folder)
    expect(curl.stdout).toBe(README)
    await rm(dirname(other), { recursive: true })
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('stopping lets go of the port, and starting takes one again', async ({ porthole, folder }) => {
    const origin = await porthole.origin()
    await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
    await porthole.chooseServing('Stop serving')
    await expect(porthole.page.getByText('Serving is stopped. The log stays; nobody can download.')).toBeVisible()
    expect(await isListening(origin)).toBe(false)
    await porthole.page.getByRole('button', { name: 'Start serving' }).click()
    expect(await isListening(await porthole.origin())).toBe(true)
  })
})

test('a file that is not there is a sentence, not a crash', async ({ launch, folder }) => {
  const { page } = await launch({ paths: [join(folder, 'no such folder')] })
  await expect(page.locator('.banner')).toContainText('“no such folder” cannot be found')
})

test('the menu shares, stops and opens what it says', async ({ desktop, porthole, folder }) => {
  const { app, page } = desktop
  const click = (id: string): Promise<void> =>
    app.evaluate(({ Menu, BrowserWindow }, item) => {
      const [window] = BrowserWindow.getAllWindows()
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click(undefined, window, window?.webContents)
    }, id)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
  await click('share-folder')
  const origin = await porthole.origin()
  await click('copy-address')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(`${origin}/`)
  await click('open-settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await click('show-keys')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await click('stop-serving')
  await expect.poll(() => isListening(origin)).toBe(false)
})
