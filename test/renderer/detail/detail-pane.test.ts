import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExchangeDetail } from '../../../preload/views'
import { tabs } from '../../../renderer/components/detail/detail-tabs'
import { startHarness, type HarnessBrowser, type OpenOptions } from '../requests/harness/open-harness'
import { asOctets, dangerous, hostileStrings } from '../requests/hostile-strings'
import { exchangeDetail } from './exchange-detail'

let browser: HarnessBrowser
beforeAll(async () => {
  browser = await startHarness()
})
afterAll(() => browser.close())

/** Opens the evening of the design's pictures on one of its requests, and expects that nothing went wrong. */
async function withDetail(id: number, act: (page: Page) => Promise<void>, options: OpenOptions = {}): Promise<void> {
  const { page, errors } = await browser.open({ width: 1280, height: 800, ...options })
  try {
    await page.evaluate((selected) => {
      window.harness.showEvening()
      window.harness.state.withDetail = true
      window.harness.state.selectedId = selected
    }, id)
    await page.getByRole('tabpanel').locator('ol, pre').first().waitFor()
    await act(page)
    expect(errors).toEqual([])
  } finally {
    await page.close()
  }
}

async function answer(page: Page, detail: ExchangeDetail): Promise<void> {
  await page.evaluate((given) => {
    window.harness.show([given.row])
    window.harness.answerWith(given)
    window.harness.state.withDetail = true
    window.harness.state.selectedId = given.row.id
  }, detail)
}

const tab = (page: Page): Promise<string | null> => page.getByRole('tab', { selected: true }).textContent()
/** The hex figures that are lit, without the spaces between them. */
const litHex = (page: Page): Promise<string> =>
  page.locator('pre .lit').evaluateAll((lit) =>
    lit
      .map(({ textContent }) => textContent.trim())
      .filter((text) => /^(?:[0-9a-f]{2}\s*)+$/.test(text))
      .join(' ')
      .replace(/\s+/g, ' '),
  )

describe('DetailPane', () => {
  it('has a tab for each digit, and none for others', async () => {
    await withDetail(9301, async (page) => {
      const shown: (string | null)[] = []
      const digits = tabs.map((_, at) => String(at + 1))
      for (const key of [...digits, '1', '9', '0', 'x']) {
        await page.keyboard.press(key)
        shown.push((await tab(page))?.at(-1) ?? null)
      }
      expect(shown).toEqual([...digits, '1', '1', '1', '1'])
    })
  })

  it('moves through its tabs by arrows', async () => {
    await withDetail(9301, async (page) => {
      await page.getByRole('tab', { name: 'Story' }).focus()
      await page.keyboard.press('ArrowLeft')
      const last = await page.getByRole('tab').last().textContent()
      expect([await tab(page), await page.evaluate(() => document.activeElement?.textContent)]).toEqual([last, last])
    })
  })

  it('keeps the tab while the selection moves, except to what broke HTTP', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('4')
      await page.locator('[data-id="9302"]').click()
      const kept = await tab(page)
      await page.locator('[data-id="9307"]').click()
      expect([kept, await tab(page)]).toEqual(['Transfer4', 'Request2'])
    })
  })

  it('closes', async () => {
    await withDetail(9301, async (page) => {
      await page.getByRole('button', { name: 'Close' }).click()
      expect(await page.getByRole('tabpanel').count()).toBe(0)
    })
  })

  it('says so when the detail has left memory, or cannot be fetched', async () => {
    await withDetail(9301, async (page) => {
      await page.evaluate(() => {
        window.harness.answerWith(null)
        window.harness.state.selectedId = 9302
      })
      await page.getByText('This request has left memory.').waitFor()
      await page.evaluate(() => {
        window.harness.state.readDetail = () => Promise.reject(new Error('gone'))
        window.harness.state.selectedId = 9303
      })
      await page.getByText('The detail could not be fetched.').waitFor()
    })
  })

  it('shows what came last for the row that is selected, whatever was fetched in between', async () => {
    await withDetail(9301, async (page) => {
      await page.evaluate(() => {
        const { state } = window.harness
        const readNow = state.readDetail
        state.readDetail = async (id) => {
          await new Promise((resolve) => setTimeout(resolve, id === 9302 ? 300 : 20))
          return readNow(id)
        }
        state.selectedId = 9302
        window.harness.flush()
        state.selectedId = 9307
      })
      await page.getByText('Byte 79 is a space.').waitFor()
      await page.waitForTimeout(400)
      expect(await page.getByText('Byte 79 is a space.').isVisible()).toBe(true)
    })
  })

  it('fetches again when a request has ended', async () => {
    await withDetail(9300, async (page) => {
      const asked = await page.evaluate(async () => {
        const { state, flush } = window.harness
        const read = state.readDetail
        const ids: number[] = []
        state.readDetail = (id) => {
          ids.push(id)
          return read(id)
        }
        flush()
        ids.length = 0
        const patch = (different: object): void => {
          state.rows = state.rows.map((row) => (row.id === 9300 ? { ...row, ...different } : row))
          flush()
        }
        patch({ sentBytes: 1e9 })
        const whileSending = ids.length
        patch({ state: 'partial', elapsedMs: 9 })
        await Promise.resolve()
        return [whileSending, ids.length]
      })
      expect(asked).toEqual([0, 1])
    })
  })
})

describe('the wire', () => {
  it('lights the octets of a part, and the part of an octet', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('2')
      await page.getByRole('treeitem', { name: /^Range/ }).click()
      await page.mouse.move(2, 2)
      expect(await litHex(page)).toBe('52 61 6e 67 65 3a 20 62 79 74 65 73 3d 31 30 37 33 37 34 31 38 32 34 2d')
      await page.locator('pre [data-at="45"]').first().click()
      await page.mouse.move(2, 2)
      expect(await page.locator('[role="treeitem"].lit').textContent()).toContain('192.168.1.20:8080')
      expect(await page.getByText('bytes 45–61 · Value · Host').isVisible()).toBe(true)
    })
  })

  it('lights what the pointer is over, and then what is selected again', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('2')
      await page.getByRole('treeitem', { name: /^Method/ }).click()
      await page.getByRole('treeitem', { name: /^Version/ }).hover()
      const over = await litHex(page)
      await page.mouse.move(2, 2)
      expect([over, await litHex(page)]).toEqual(['48 54 54 50 2f 31 2e 31', '47 45 54'])
    })
  })

  it('is walked by the keyboard', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('2')
      const tree = page.getByRole('tree')
      await tree.focus()
      for (const key of ['End', 'ArrowUp', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
      const at = await tree.getAttribute('aria-activedescendant')
      expect(await page.locator(`#${at ?? ''}`).textContent()).toMatch(/^\s*Name\s*Connection/)
      for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
      expect(await page.getByRole('treeitem', { name: /^Connection/ }).getAttribute('aria-expanded')).toBe('false')
    })
  })

  it('shows line ends in the text view', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('3')
      await page.getByRole('button', { name: 'Text' }).click()
      expect((await page.locator('pre').innerText()).split('\n')[0]).toBe('HTTP/1.1 206 Partial Content␍␊')
    })
  })

  it('is where a sentence of the story leads', async () => {
    await withDetail(9301, async (page) => {
      await page.getByRole('button', { name: 'bytes 102–125' }).click()
      expect([await tab(page), await page.locator('[role="treeitem"].lit').textContent()]).toEqual([
        'Request2',
        expect.stringContaining('bytes=1073741824-'),
      ])
    })
  })

  it('shows the octet that broke a rule, and the rule', async () => {
    await withDetail(9307, async (page) => {
      expect(await page.getByRole('heading', { level: 2 }).textContent()).toContain(
        'Byte 79 is a space. A field name must touch its colon.',
      )
      expect(await page.locator('pre .bad').allTextContents()).toEqual(['20', ' '])
      const [expected, rule] = [page.getByText('a colon, or another name character'), page.getByText('RFC 9112 §5.1')]
      expect([await expected.isVisible(), await rule.isVisible()]).toEqual([true, true])
      expect(await page.getByText('122 bytes received, 79 read').isVisible()).toBe(true)
    })
  })

  it('names a protocol that is not HTTP', async () => {
    await withDetail(9301, async (page) => {
      const row = {
        id: 1,
        state: 'malformed',
        status: 400,
        reason: 'foreign-protocol',
        foreign: 'tls',
        method: null,
        target: null,
      } as const
      await answer(page, exchangeDetail(row, '\x16\x03\x01\x02', { faultOffset: 0 }))
      const heading = page.getByRole('heading', {
        name: 'This is a TLS handshake on a plain port. This port speaks HTTP only.',
      })
      await heading.waitFor()
      expect(await page.locator('pre .bad').count()).toBe(2)
    })
  })

  it('marks the end where something is missing', async () => {
    await withDetail(9301, async (page) => {
      const row = { id: 1, state: 'malformed', status: 400, reason: 'host-missing' } as const
      await answer(page, exchangeDetail(row, 'GET / HTTP/1.1\r\n\r\n', { faultOffset: 18 }))
      await page.getByText('It ends after 18 bytes.').waitFor()
      expect(await page.locator('pre .end').count()).toBe(1)
    })
  })

  it('puts sixteen octets in a row, and eight where there is less room', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('2')
      const offsets = (): Promise<string[]> => page.locator('pre .offset').allTextContents()
      const wide = (await offsets()).slice(0, 2)
      await page.setViewportSize({ width: 500, height: 900 })
      await page.waitForTimeout(100)
      expect([wide, (await offsets()).slice(0, 2)]).toEqual([
        ['0000  ', '0010  '],
        ['0000  ', '0008  '],
      ])
    })
  })
})

describe('the note of a part', () => {
  it('follows what is lit, says what it came to, and opens its section', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('2')
      const note = page.getByRole('region', { name: 'Note' })
      expect(await note.getByRole('heading').textContent()).toBe('GET · asks for the content')
      await page.getByRole('treeitem', { name: /^Range/ }).click()
      await page.mouse.move(2, 2)
      expect(await note.textContent()).toContain('Porthole honoured it and sent this part alone.')
      await note.getByRole('link', { name: 'RFC 9110 §14.2' }).click()
      expect(await page.evaluate(() => window.harness.state.references)).toEqual([
        { document: 'rfc9110', section: '14.2' },
      ])
    })
  })
})

describe('the content of an answer', () => {
  it('is read again when it is looked at, inert, with a word when the file has changed', async () => {
    await withDetail(9301, async (page) => {
      const file = { shareId: 1, path: 'a.txt', size: 5, ranges: [] }
      const responseHead = btoa('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n')
      await page.evaluate((bytes) => {
        window.harness.state.readContent = () => Promise.resolve({ bytes, size: 5, isSameVersion: false })
      }, btoa('<b>\x1b\n'))
      await answer(page, exchangeDetail({ id: 1, file, status: 200, sentBytes: 5 }, undefined, { responseHead }))
      await page.keyboard.press('3')
      await page.getByRole('treeitem', { name: /^Content 5 B/ }).click()
      await page.getByText('The file has changed since it was sent.').waitFor()
      expect(await page.getByRole('region', { name: 'Content' }).innerText()).toBe('<b>\\u{1b}\n')
    })
  })
})

describe('the detail of a hostile request', () => {
  it('is inert text in every tab', async () => {
    const fields = hostileStrings
      .filter(([, text]) => !/[\r\n]/.test(text) && text.length < 1000)
      .map(([, text], at) => `X-${String(at)}: ${asOctets(text)}\r\n`)
    const head = `GET /${asOctets('photo\u202Egpj.exe')}?<script>alert(1)</script> HTTP/1.1\r\nHost: x\r\n${fields.join('')}\r\n`
    const target = `/${asOctets('photo\u202Egpj.exe')}?<script>alert(1)</script>`
    await withDetail(9301, async (page) => {
      await answer(page, exchangeDetail({ id: 1, target }, head, { responseHead: btoa('HTTP/1.1 200 OK\r\n\r\n') }))
      for (const key of ['1', '2', '3', '4']) {
        await page.keyboard.press(key)
        await page.waitForTimeout(50)
        const panel = page.getByRole('tabpanel')
        expect([key, dangerous.test((await panel.textContent()) ?? '')]).toEqual([key, false])
        expect(
          await panel
            .locator('img, script, iframe, a:not([href^="https://www.rfc-editor.org/"]), [onload], [onerror]')
            .count(),
        ).toBe(0)
      }
    })
  })
})

describe('the digest of what was sent', () => {
  it('is computed when asked for, copied with the check of each part, and is accessible', async () => {
    await withDetail(9301, async (page) => {
      await page.keyboard.press('4')
      await page.getByRole('button', { name: 'Compute SHA-256' }).click()
      const parts = page.getByRole('region', { name: 'What each request carried' })
      await parts.getByRole('row').nth(4).waitFor()
      const copies = parts.getByRole('button', { name: 'Copy the check of this part' })
      await page.getByText('PowerShell', { exact: true }).click()
      expect([await copies.count(), await parts.getByRole('button').count()]).toEqual([0, 4])
      expect(await page.getByText('This program digests whole files only').count()).toBe(1)
      const axe = new AxeBuilder({ page }).include('.detail').disableRules(['heading-order'])
      const { violations } = await axe.analyze()
      expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
    })
  })
})

describe('DetailPane is accessible', () => {
  it.each([
    [9301, '2', 'dark'],
    [9301, '4', 'light'],
    [9307, '2', 'light'],
  ] as const)('for request %d in tab %s, in the %s theme', async (id, key, theme) => {
    const act = async (page: Page): Promise<void> => {
      await page.keyboard.press(key)
      const axe = new AxeBuilder({ page }).include('.detail').disableRules(['heading-order'])
      const { violations } = await axe.analyze()
      expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
    }
    await withDetail(id, act, { theme })
  })
})
