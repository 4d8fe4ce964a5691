/**
 * Request, Response and Raw: what they show is what a socket sent and received, octet by octet. The same in the desktop
 * app and in the console.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { sendRaw } from './support/clients'
import { Desktop } from './support/desktop'
import { saveTo } from './support/saving'

const CONTENT = 'Ropes are on the left.\n'
const REQUEST =
  'GET /notes.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Odd-CASE:  two  spaces \r\nRange: bytes=6-\r\nConnection: close\r\n\r\n'

/** Two lengths: what follows is content by one of them, and another request by the other. */
const SMUGGLING = 'POST /readme.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nContent-Length: 30\r\n\r\n'

const headOf = (answer: string): string => answer.slice(0, answer.indexOf('\r\n\r\n') + 4)

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a request that a socket sent: its tree and its octets light each other', async ({ porthole, folder }) => {
      const { page } = porthole
      await writeFile(join(folder, 'notes.txt'), CONTENT)
      await sendRaw(await porthole.origin(), REQUEST)
      await porthole.row('GET /notes.txt').click()
      await page.getByRole('tab', { name: /^Request/ }).click()
      const tree = page.getByRole('tree', { name: 'Parsed request' })
      const octets = page.getByRole('region', { name: 'Bytes of the request' })
      // In rows of eight or sixteen: figures, then the characters that they stand for.
      const litFigures = async (): Promise<string> =>
        (await octets.locator('.lit').allTextContents())
          .filter((text) => /^\s*(?:[\da-f]{2}\s+)*[\da-f]{2}\s*$/.test(text))
          .join('')
          .replaceAll(/\s/g, '')
      const expectLit = (text: string): Promise<void> =>
        expect.poll(litFigures).toBe(Buffer.from(text, 'latin1').toString('hex'))

      await test.step('the pointer over a part lights its octets', async () => {
        await tree.getByRole('treeitem', { name: /^Method/ }).hover()
        await expectLit('GET')
        await expect(page.getByText('bytes 0–2 · ', { exact: false }).first()).toBeVisible()
      })
      await test.step('the pointer over octets lights their part', async () => {
        await octets
          .locator(`[data-at="${String(REQUEST.indexOf('127.0.0.1'))}"]`)
          .first()
          .hover()
        await expect(tree.locator('.lit')).toContainText('127.0.0.1')
      })
      await test.step('the keyboard walks the tree, and the octets and the note go along', async () => {
        await page.mouse.move(2, 2)
        await tree.focus()
        for (let at = 0; at < 9; at += 1) {
          if (/^Range/.test((await tree.locator('[aria-selected="true"]').allTextContents()).join('').trim())) break
          await page.keyboard.press('ArrowDown')
        }
        await expectLit('Range: bytes=6-')
        await expect(page.getByRole('region', { name: 'Note' })).toContainText(/Range.*RFC 9110 §14\.2/s)
      })
      await test.step('nothing was tidied up', async () => {
        await page.getByRole('button', { name: 'Text', exact: true }).click()
        await expect(octets).toContainText('X-Odd-CASE:  two  spaces ␍␊')
      })
    })

    test('the answer that a socket received: its head to the octet, its content from disk', async ({
      porthole,
      folder,
    }) => {
      const { page } = porthole
      const path = join(folder, 'notes.txt')
      await writeFile(path, CONTENT)
      const answer = await sendRaw(await porthole.origin(), REQUEST)
      expect(answer.slice(headOf(answer).length)).toBe(CONTENT.slice(6))
      await porthole.row('GET /notes.txt').click()
      await page.getByRole('tab', { name: /^Response/ }).click()
      await page.getByRole('button', { name: 'Text', exact: true }).click()
      const shown = await page.getByRole('region', { name: 'Bytes of the response' }).innerText()
      expect(shown.replaceAll('\n', '').replaceAll('␍␊', '\r\n')).toBe(headOf(answer))

      await page.getByRole('treeitem', { name: /^Content \d/ }).click()
      const content = page.getByRole('region', { name: 'Content', exact: true })
      await expect(content).toHaveText(CONTENT.slice(6).trimEnd())
      await expect(page.getByText('bytes 6–22, read from disk now')).toBeVisible()
      await writeFile(path, CONTENT.replace('left', 'deck'))
      // It is read when it is looked at.
      await page
        .getByRole('treeitem', { name: /^Status/ })
        .first()
        .click()
      await page.getByRole('treeitem', { name: /^Content \d/ }).click()
      await expect(page.getByText('The file has changed since it was sent.')).toBeVisible()
      await expect(content).toContainText('on the deck')
    })

    test('Raw writes both heads in four forms, and copies and saves their octets', async ({
      opened,
      porthole,
      folder,
    }) => {
      const { page } = porthole
      const answer = await sendRaw(await porthole.origin(), REQUEST.replace('notes', 'readme'))
      const head = Buffer.from(headOf(answer), 'latin1')
      await porthole.row('GET /readme.txt').click()
      await page.getByRole('tab', { name: /^Raw/ }).click()
      const response = page.getByRole('region', { name: 'Response', exact: true })
      const written = async (form: string): Promise<string> => {
        await page.getByRole('button', { name: form, exact: true }).click()
        return (await response.locator('pre').textContent()) ?? ''
      }
      const figures = async (form: string, figure: RegExp): Promise<string> =>
        Array.from((await written(form)).matchAll(figure), ([, octet = '']) => octet).join('')
      expect(await written('Text')).toBe(headOf(answer).trimEnd().replaceAll('\r\n', '\n') + '\n')
      expect(await figures('C array', /0x([\da-f]{2})/g)).toBe(head.toString('hex'))
      expect((await figures('Hex', /^[\da-f]{8} {2}(.{49})/gm)).replaceAll(' ', '')).toBe(head.toString('hex'))
      expect(Buffer.from(await written('Base64'), 'base64')).toEqual(head)

      if (!(opened instanceof Desktop)) await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: 'Copy the response' }).click()
      await expect.poll(() => readClipboard(opened)).toBe(await written('Base64'))
      const path = join(dirname(folder), 'response.http')
      await saveTo(path, opened, () => page.getByRole('button', { name: 'Save the bytes of the response' }).click())
      await expect(response.getByText('Saved', { exact: true })).toBeVisible()
      expect(await readFile(path)).toEqual(head)
    })

    test('a request that could hide another opens on the octet that broke it', async ({ porthole }) => {
      const { page } = porthole
      expect(await sendRaw(await porthole.origin(), SMUGGLING)).toMatch(/^HTTP\/1\.1 400 /)
      await porthole.row('POST /readme.txt').click()
      await expect(page.getByRole('tab', { name: /^Request/ })).toHaveAttribute('aria-selected', 'true')
      const panel = page.getByRole('tabpanel')
      await expect(panel.getByRole('heading', { level: 2 })).toContainText(
        'A message has one length; these two differ.',
      )
      await expect(panel).toContainText('the same length again')
      await expect(panel.getByRole('link', { name: 'RFC 9112 §6.3' })).toBeVisible()
      await expect(panel.locator('pre .bad').first()).toBeInViewport()
      await expect(panel).toContainText('Two lengths (CL.CL)')
      await expect(panel.getByRole('list', { name: 'What the parser had read' }).getByRole('listitem')).toHaveCount(5)
    })
  })
}

function readClipboard(opened: { readonly page: import('@playwright/test').Page }): Promise<string> {
  if (opened instanceof Desktop) return opened.app.evaluate(({ clipboard }) => clipboard.readText())
  return opened.page.evaluate(() => navigator.clipboard.readText())
}
