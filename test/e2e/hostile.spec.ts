/** Everything a client sends is hostile: whatever it says, the window shows it as text, on one row, and nothing else. */
import { HOSTILE_STRINGS } from '../support/hostile-strings'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { sendRaw } from './support/clients'

/** What may stand nowhere in the document: it hides, reorders or breaks text. */
const DANGEROUS =
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]'

/** Each hostile string is sent in so many requests. */
const REQUESTS_EACH = 3

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('hostile strings are inert text: a row each, no element, nothing hidden', async ({ porthole }) => {
      test.slow()
      const { page } = porthole
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      const origin = await porthole.origin()
      for (const [name, text] of HOSTILE_STRINGS) {
        for (const request of hostileRequests(text, new URL(origin).host)) {
          expect.soft(await sendRaw(origin, request), name).toMatch(/^HTTP\/1\.1 [245]\d\d /)
        }
      }
      await expect.poll(() => porthole.rowCount()).toBe(HOSTILE_STRINGS.length * REQUESTS_EACH)

      await porthole.table.press('Home')
      await page.locator('[data-id="1"]').click()
      await page.getByRole('tab', { name: /Request/ }).click()
      const found: string[] = []
      for (let id = 1; id < HOSTILE_STRINGS.length * REQUESTS_EACH; id += 1) {
        await porthole.table.press('ArrowDown')
        // The request with the string in all of its fields: its bytes, its fields and its story are all looked at.
        if (id % REQUESTS_EACH !== 1) continue
        await expect(page.getByRole('region', { name: `Request ${String(id + 1)}`, exact: true })).toBeVisible()
        found.push(...(await page.evaluate(findDanger, DANGEROUS)))
      }
      expect(found).toEqual([])
      expect(dialogs).toEqual([])
      expect(await page.locator('script').count()).toBe(1)
    })
  })
}

/** Gives one request with the string in its path, one with it everywhere else, and one with it where HTTP forbids it. */
function hostileRequests(text: string, host: string): readonly string[] {
  const encoded = encodeURIComponent(text.toWellFormed())
    .slice(0, 6000)
    .replace(/%[0-9A-F]?$/, '')
  // Octets of UTF-8, one character for each, as sendRaw takes them; a line end or a NUL would only end the field.
  const octets = Buffer.from(text.toWellFormed().replace(/[\r\n\0]/g, ' '), 'utf8').toString('latin1')
  const fields = ['User-Agent', 'Referer', 'X-Forwarded-For', 'X-Requested-With'].map(
    (name) => `${name}: ${octets}\r\n`,
  )
  const end = `Host: ${host}\r\nConnection: close\r\n\r\n`
  return [
    `GET /${encoded} HTTP/1.1\r\n${end}`,
    `GET /readme.txt?q=${encoded} HTTP/1.1\r\n${fields.join('')}${end}`,
    `GET /${octets.replaceAll(' ', '+')} HTTP/1.1\r\n${end}`,
  ]
}

/** Runs in the page: gives every text and attribute that holds what it must not, and every element that is not ours. */
function findDanger(pattern: string): string[] {
  const dangerous = new RegExp(pattern)
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (dangerous.test(node.nodeValue ?? '')) found.push(JSON.stringify(node.nodeValue))
  }
  for (const element of document.querySelectorAll('*')) {
    if (/^(img|image|iframe|frame|object|embed|base|form|video|audio)$/.test(element.localName)) {
      found.push(element.outerHTML.slice(0, 200))
    }
    for (const { name, value } of element.attributes) {
      const isAddress = /^(href|src|action|formaction|data)$/.test(name)
      if (dangerous.test(value) || name.startsWith('on') || (isAddress && /^\s*javascript:/i.test(value))) {
        found.push(`${name}=${JSON.stringify(value)}`)
      }
    }
  }
  return found
}
