import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { exchangeRow, exchangeRows } from './exchange-row'
import { startHarness, type HarnessBrowser, type OpenOptions } from './harness/open-harness'
import { asOctets, dangerous, hostileStrings } from './hostile-strings'

let browser: HarnessBrowser
beforeAll(async () => {
  browser = await startHarness()
})
afterAll(() => browser.close())

/** Opens the table with rows, does something with it, and expects that nothing went wrong on the way. */
async function withTable(
  rows: readonly ExchangeRow[],
  act: (page: Page, grid: Locator) => Promise<void>,
  options?: OpenOptions,
): Promise<void> {
  const { page, errors } = await browser.open(options)
  try {
    await show(page, rows)
    await act(page, page.getByRole('grid'))
    expect(errors).toEqual([])
  } finally {
    await page.close()
  }
}

async function show(page: Page, rows: readonly ExchangeRow[]): Promise<void> {
  await page.evaluate((given) => {
    window.harness.show(given)
  }, rows)
}

/** The numbers of the rows that are whole in sight, top to bottom. */
async function inSight(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]')!.getBoundingClientRect()
    const rows = [...document.querySelectorAll<HTMLElement>('[data-id]')]
    const whole = rows
      .map((row) => ({ id: Number(row.dataset.id), place: row.getBoundingClientRect() }))
      .filter(({ place }) => place.top >= grid.top + 27 && place.bottom <= grid.bottom + 1)
    // While rows come and go they stand in any order in the document.
    return whole.sort((one, other) => one.place.top - other.place.top).map(({ id }) => id)
  })
}

async function read<T>(page: Page, what: 'following' | 'selectedId' | 'opened'): Promise<T> {
  return (await page.evaluate((name) => window.harness.state[name], what)) as T
}

async function cells(page: Page, column: string): Promise<string[]> {
  const at = await page
    .getByRole('columnheader')
    .evaluateAll((heads, id) => heads.findIndex((head) => head.id === `column-${id}`), column)
  return page
    .locator('[data-id]')
    .evaluateAll(
      (rows, index) => rows.map((row) => row.querySelectorAll('[role="gridcell"]')[index]?.textContent.trim() ?? ''),
      at,
    )
}

/** Whether a condition of the page comes to hold soon. */
async function settles(page: Page, following: boolean): Promise<void> {
  await page.waitForFunction((wanted) => window.harness.state.following === wanted, following)
}

describe('RequestTable follows', () => {
  it('shows the last row, and the next ones as they come', async () => {
    await withTable(exchangeRows(1000), async (page) => {
      const before = await inSight(page)
      await show(page, exchangeRows(1010))
      expect([before.at(-1), (await inSight(page)).at(-1), await read(page, 'following')]).toEqual([1000, 1010, true])
    })
  })

  it('no more once the wheel goes up, and says how many have come since', async () => {
    await withTable(exchangeRows(1000), async (page, grid) => {
      await grid.hover()
      await page.mouse.wheel(0, -100)
      await settles(page, false)
      await page.waitForTimeout(100)
      const before = await inSight(page)
      await show(page, exchangeRows(1037))
      expect(await inSight(page)).toEqual(before)
      await page.getByRole('button', { name: /new/ }).click()
      expect([(await inSight(page)).at(-1), await read(page, 'following')]).toEqual([1037, true])
      expect(await page.getByRole('button', { name: /new/ }).count()).toBe(0)
    })
  })

  it('again once it is scrolled to the bottom, or sent there by End', async () => {
    await withTable(exchangeRows(200), async (page, grid) => {
      await grid.hover()
      await page.mouse.wheel(0, -100)
      await settles(page, false)
      await page.mouse.wheel(0, 500)
      await settles(page, true)
      await grid.focus()
      await page.keyboard.press('Home')
      await settles(page, false)
      await page.keyboard.press('End')
      await settles(page, true)
      expect((await inSight(page)).at(-1)).toBe(200)
    })
  })

  it('not because of a smaller window, a selection, a pause or its end', async () => {
    await withTable(exchangeRows(200), async (page, grid) => {
      await grid.focus()
      await page.keyboard.press('Home')
      await settles(page, false)
      await page.setViewportSize({ width: 1040, height: 300 })
      await page.locator('[data-id="5"]').click()
      await page.evaluate(() => {
        window.harness.state.pause(true)
        window.harness.flush()
        window.harness.state.pause(false)
        window.harness.flush()
      })
      expect([await read(page, 'following'), (await inSight(page))[0]]).toEqual([false, 1])
    })
  })

  it('through a window that gets lower and higher', async () => {
    await withTable(exchangeRows(200), async (page) => {
      for (const height of [300, 700]) {
        await page.setViewportSize({ width: 1040, height })
        await page.waitForTimeout(100)
        expect((await inSight(page)).at(-1)).toBe(200)
      }
      expect(await read(page, 'following')).toBe(true)
    })
  })

  it('with the elements that it has, and puts them into the order of the rows once it rests', async () => {
    await withTable(exchangeRows(1000), async (page) => {
      const rows = page.locator('[data-id]')
      const before = await rows.evaluateAll((elements) => {
        for (const element of elements) element.setAttribute('data-seen', '')
        return elements.length
      })
      await show(page, exchangeRows(1010))
      await page.waitForFunction(() => {
        const ids = Array.from(document.querySelectorAll<HTMLElement>('[data-id]'), ({ dataset }) => Number(dataset.id))
        return ids.at(-1) === 1010 && ids.every((id, at) => at === 0 || id === (ids[at - 1] ?? 0) + 1)
      })
      expect([await rows.count(), await page.locator('[data-seen]').count()]).toEqual([before, before])
    })
  })

  it('not while it is paused, when the view stands still and the log goes on', async () => {
    await withTable(exchangeRows(100), async (page) => {
      await page.evaluate(() => {
        window.harness.state.pause(true)
      })
      await settles(page, false)
      await show(page, exchangeRows(150))
      expect((await inSight(page)).at(-1)).toBe(100)
    })
  })
})

describe('RequestTable keeps its rows in place', () => {
  it('when rows above leave memory', async () => {
    await withTable(exchangeRows(1000), async (page, grid) => {
      await grid.hover()
      await page.mouse.wheel(0, -4000)
      await settles(page, false)
      await page.waitForTimeout(200)
      const before = await inSight(page)
      await show(page, exchangeRows(1000, 301))
      expect(await inSight(page)).toEqual(before)
    })
  })

  it('draws only those in sight and a few more', async () => {
    await withTable([], async (page) => {
      await page.evaluate(() => {
        window.harness.showNumbered(50_000)
        window.harness.flush()
      })
      const drawn = await page.locator('[data-id]').count()
      expect(drawn).toBeLessThan(640 / 28 + 20)
    })
  })
})

describe('RequestTable by the keyboard', () => {
  it('walks through rows, and never past the ends', async () => {
    await withTable(exchangeRows(100), async (page, grid) => {
      await grid.focus()
      const walked: unknown[] = []
      for (const key of ['k', 'ArrowUp', 'j', 'PageUp', 'Home', 'j', 'End', 'ArrowDown']) {
        await page.keyboard.press(key)
        walked.push(await read(page, 'selectedId'))
      }
      expect(walked.slice(0, 3)).toEqual([100, 99, 100])
      expect(walked.slice(4)).toEqual([1, 2, 100, 100])
    })
  })

  it('brings the row it walks to into sight, and ends following for it', async () => {
    await withTable(exchangeRows(100), async (page, grid) => {
      await page.evaluate(() => {
        window.harness.state.selectedId = 20
      })
      await grid.focus()
      await page.keyboard.press('ArrowDown')
      expect(await inSight(page)).toContain(21)
      expect([await read(page, 'selectedId'), await read(page, 'following')]).toEqual([21, false])
    })
  })

  it('goes along a connection, a client, and the problems', async () => {
    const rows = exchangeRows(40).map((row) => ({
      ...row,
      connectionId: 1 + (row.id % 5),
      clientId: row.id % 3,
      state: row.id % 7 === 0 ? ('error' as const) : ('complete' as const),
    }))
    await withTable(rows, async (page, grid) => {
      await page.evaluate(() => {
        window.harness.state.selectedId = 20
      })
      await grid.focus()
      const walked: unknown[] = []
      for (const key of [']', '[', '}', '{', 'n', 'Shift+N', 'Shift+N']) {
        await page.keyboard.press(key)
        walked.push(await read(page, 'selectedId'))
      }
      expect(walked).toEqual([25, 20, 23, 20, 21, 14, 7])
    })
  })

  it('opens the selected row, lets go of it, and then of the focus', async () => {
    await withTable(exchangeRows(3), async (page, grid) => {
      await grid.focus()
      for (const key of ['j', 'Enter', 'Escape', 'Escape']) await page.keyboard.press(key)
      expect([await read(page, 'opened'), await read(page, 'selectedId')]).toEqual([[1], null])
      expect(await grid.evaluate((element) => element === document.activeElement)).toBe(false)
    })
  })

  it('is one stop of the Tab key, and tells where it is', async () => {
    await withTable(exchangeRows(3), async (page, grid) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      const at = await grid.getAttribute('aria-activedescendant')
      expect(at).toBe('request-1')
      expect(await page.locator(`#${at ?? ''}`).getAttribute('aria-rowindex')).toBe('2')
      await page.keyboard.press('ArrowUp')
      expect(await grid.getAttribute('aria-activedescendant')).toBe('column-number')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    })
  })
})

describe('RequestTable sorts', () => {
  const rows = [30, 10, 20].map((size, at) => exchangeRow({ id: at + 1, sentBytes: size * 1e6, status: 200 + at }))

  it('by a click on a header, and back by the third', async () => {
    await withTable(rows, async (page) => {
      const head = page.getByRole('columnheader', { name: 'Progress' })
      const orders: string[][] = []
      const sorts: (string | null)[] = []
      for (let click = 0; click < 3; click += 1) {
        await head.click()
        orders.push(await cells(page, 'number'))
        sorts.push(await head.getAttribute('aria-sort'))
      }
      expect(orders).toEqual([
        ['1', '3', '2'],
        ['2', '3', '1'],
        ['1', '2', '3'],
      ])
      expect(sorts).toEqual(['descending', 'ascending', null])
    })
  })

  it('by the keyboard, without following then, and says so', async () => {
    await withTable(rows, async (page, grid) => {
      await grid.focus()
      for (const key of ['ArrowRight', 'End', 'ArrowLeft', 'Enter']) await page.keyboard.press(key)
      expect(await page.getByRole('columnheader', { name: 'Rate' }).getAttribute('aria-sort')).toBe('descending')
      expect(await read(page, 'following')).toBe(false)
      await page.getByText('Sorted by Rate. New requests are not followed').waitFor({ state: 'attached' })
    })
  })

  it('rows that come and change into their places', async () => {
    await withTable(rows, async (page) => {
      await page.getByRole('columnheader', { name: 'Progress' }).click()
      await show(page, [...rows.slice(0, 2), { ...rows[2]!, sentBytes: 9e6 }, exchangeRow({ id: 4, sentBytes: 15e6 })])
      expect(await cells(page, 'number')).toEqual(['1', '4', '2', '3'])
      await page.getByRole('button', { name: '1 new · not following while sorted by Progress' }).click()
      expect([await cells(page, 'number'), await read(page, 'following')]).toEqual([['1', '2', '3', '4'], true])
    })
  })
})

describe('RequestTable tells connections apart', () => {
  /** How the dots of the rows look, top to bottom. */
  const dots = (page: Page): Promise<string[]> =>
    page
      .locator('[data-id] .dot')
      .evaluateAll((found) => found.map((dot) => getComputedStyle(dot).backgroundColor.replaceAll(' ', '')))

  it.each(['light', 'dark'] as const)(
    'by a dot of one hue whatever the status, also where the system takes colours away, in the %s theme',
    async (theme) => {
      const rows = [
        exchangeRow({ id: 1, connectionId: 7, ordinal: 1 }),
        exchangeRow({ id: 2, connectionId: 8, ordinal: 1 }),
        exchangeRow({ id: 3, connectionId: 7, ordinal: 2, state: 'error', status: 404 }),
      ]
      const look = async (page: Page): Promise<void> => {
        expect(await cells(page, 'connection')).toEqual(['7.1', '8.1', '7.2'])
        const [first, other, again] = await dots(page)
        expect(again).toBe(first)
        expect(new Set([first, other, 'rgba(0,0,0,0)']).size).toBe(3)
        await page.emulateMedia({ colorScheme: theme, forcedColors: 'active' })
        expect(await dots(page)).toEqual([first, other, again])
      }
      await withTable(rows, look, { theme, width: 1300 })
    },
  )
})

describe('RequestTable resizes and chooses columns', () => {
  const width = async (page: Page, name: string): Promise<number> =>
    Math.round((await page.getByRole('columnheader', { name, exact: true }).boundingBox())?.width ?? 0)

  it('by dragging, by keys and by a double click, and keeps that', async () => {
    await withTable([exchangeRow({ clientId: 9 })], async (page, grid) => {
      const client = page.getByRole('columnheader', { name: 'Client' })
      const { x, y, width: wide } = (await client.boundingBox())!
      await page.mouse.move(x + wide, y + 10)
      await page.mouse.down()
      await page.mouse.move(x + wide + 40, y + 10, { steps: 4 })
      await page.mouse.up()
      const dragged = await width(page, 'Client')
      await grid.focus()
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
      const pressed = await width(page, 'Client')
      await page.reload()
      await show(page, [exchangeRow({ clientId: 9 })])
      const kept = await width(page, 'Client')
      await page.mouse.dblclick(x + kept, y + 10)
      expect([dragged, pressed, kept]).toEqual([190, 198, 198])
      expect(await width(page, 'Client')).toBeLessThan(190)
    })
  })

  it('right of the path at the edge that faces it', async () => {
    await withTable(exchangeRows(1), async (page) => {
      const { x, y } = (await page.getByRole('columnheader', { name: 'Rate' }).boundingBox())!
      await page.mouse.move(x, y + 10)
      await page.mouse.down()
      await page.mouse.move(x - 30, y + 10, { steps: 3 })
      await page.mouse.up()
      expect(await width(page, 'Rate')).toBe(114)
    })
  })

  it('by a menu, which gives the delivered ones back', async () => {
    await withTable(exchangeRows(1), async (page) => {
      await page.getByRole('columnheader', { name: 'Status' }).click({ button: 'right' })
      await page.getByRole('menuitemcheckbox', { name: 'Method' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'HTTP version' }).click()
      const heads = page.getByRole('columnheader')
      expect(await heads.allInnerTexts()).toEqual([
        '#',
        'Time',
        'Client',
        'Path',
        'Status',
        'Progress',
        'Rate',
        'Duration',
        'HTTP',
      ])
      await page.getByRole('menuitem', { name: 'Reset columns' }).click()
      expect(await heads.allInnerTexts()).toContain('Method')
    })
  })

  it('by its own width', async () => {
    await withTable(exchangeRows(1), async (page) => {
      const heads: string[] = []
      for (const available of [1200, 967, 966, 918, 842]) {
        await page.setViewportSize({ width: available, height: 400 })
        await page.waitForTimeout(60)
        heads.push((await page.getByRole('columnheader').allInnerTexts()).join(' '))
      }
      expect(heads).toEqual([
        '# Time Client Method Path Status Progress Rate Duration Range Conn',
        '# Time Client Method Path Status Progress Rate Duration',
        'Time Client Method Path Status Progress Rate Duration',
        'Time Client Method Path Status Progress Rate',
        'Time Client Method Path Status Progress',
      ])
      expect(await page.getByText('3 hidden').isVisible()).toBe(true)
    })
  })
})

describe('RequestTable shows', () => {
  it('a transfer that has not moved for three seconds as stalled', async () => {
    const row = exchangeRow({
      state: 'sending',
      status: 200,
      elapsedMs: null,
      sentBytes: 1e6,
      contentLength: 4e6,
      at: 1000,
      progressAt: 5000,
      bytesPerSecond: 2e6,
    })
    await withTable([{ ...row, file: { shareId: 1, path: 'a', size: 4e6, ranges: [] } }], async (page) => {
      const at = async (now: number): Promise<string[]> => {
        await page.evaluate((then) => {
          window.harness.state.clock.now = then
          window.harness.flush()
        }, now)
        const line = page.locator('[data-id]')
        return [
          (await line.getAttribute('aria-label')) ?? '',
          (await cells(page, 'rate'))[0] ?? '',
          (await cells(page, 'duration'))[0] ?? '',
        ]
      }
      expect(await at(8000)).toEqual(['GET /README.md from a client that is gone, 200 sending', '2.0 MB/s', '7.0 s'])
      expect(await at(8001)).toEqual(['GET /README.md from a client that is gone, 200 stalled', '0 B/s', '7.0 s'])
    })
  })

  it('why a row is what it is, in both languages', async () => {
    const rows = [
      exchangeRow({ id: 1, target: '/.env', state: 'error', status: 404, reason: 'hidden-secret', file: null }),
      exchangeRow({ id: 2, target: '/', state: 'malformed', status: 400, reason: 'space-before-colon', file: null }),
      exchangeRow({ id: 3, target: null, method: null, state: 'receiving', status: null, file: null, elapsedMs: null }),
    ]
    await withTable(rows, async (page) => {
      const paths = async (): Promise<string[]> => (await cells(page, 'path')).map((text) => text.replace(/\s+/g, ' '))
      expect(await paths()).toEqual([
        '/.env hidden: looks like a secret',
        '/ space before the colon',
        'reading the request…',
      ])
      await page.evaluate(() => {
        window.harness.speak('zh-CN')
        window.harness.flush()
      })
      expect(await paths()).toEqual(['/.env 已隐藏：疑似机密文件', '/ 冒号前有空格', '正在读取请求…'])
    })
  })

  it('how many rows there are, the header counted', async () => {
    await withTable(exchangeRows(412), async (page, grid) => {
      const last = page.locator('[data-id="412"]')
      expect([await grid.getAttribute('aria-rowcount'), await last.getAttribute('aria-rowindex')]).toEqual([
        '413',
        '413',
      ])
    })
  })

  it('no line of the log as more than one row, and nothing a stranger sent as anything but inert text', async () => {
    const rows = hostileStrings.map(([, text], at) =>
      exchangeRow({
        id: at + 1,
        clientId: at + 1,
        target: `/${asOctets(text)}?${asOctets(text)}`,
        method: at % 2 ? 'GET' : asOctets(text),
        file: null,
      }),
    )
    await withTable(
      [],
      async (page) => {
        await page.evaluate(
          ([given, texts]) => {
            const client = { device: 'unknown', state: 'idle', spark: [] } as never as Parameters<
              typeof window.harness.show
            >[1] extends readonly (infer C)[] | undefined
              ? C
              : never
            window.harness.show(
              given,
              texts.map((text, at) => ({ ...client, id: at + 1, name: text, address: '10.0.0.1', agent: text })),
            )
          },
          [rows, hostileStrings.map(([, text]) => text)] as const,
        )
        const drawn = page.locator('[data-id]')
        const shown = await drawn.evaluateAll((lines) =>
          lines.map((line) => ({
            height: line.getBoundingClientRect().height,
            text: `${line.textContent} ${line.getAttribute('aria-label') ?? ''}`,
            tags: [...line.querySelectorAll('*')].map(({ localName }) => localName),
          })),
        )
        expect(shown.length).toBe(hostileStrings.length)
        expect(shown.filter(({ height }) => height !== 28)).toEqual([])
        expect(shown.map(({ text }) => text).filter((text) => dangerous.test(text))).toEqual([])
        expect([...new Set(shown.flatMap(({ tags }) => tags))].sort()).toEqual(['b', 'path', 'span', 'svg'])
      },
      { height: 1400 },
    )
  })
})

describe('RequestTable is accessible', () => {
  it.each(['light', 'dark'] as const)('in the %s theme, by the rules of axe-core', async (theme) => {
    const { page, errors } = await browser.open({ theme, width: 1280, height: 800 })
    await page.evaluate(() => {
      window.harness.showEvening()
      window.harness.state.selectedId = 9301
      window.harness.state.withDetail = true
    })
    await page.getByText('Handed to the system').waitFor()
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['page-has-heading-one', 'heading-order'])
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })
})

describe('RequestTable under load', () => {
  it('keeps up with 2000 rows a second, drawing the newest', async () => {
    const { page, errors } = await browser.open({ width: 1280, height: 800 })
    const figures = await page.evaluate(() => window.harness.load({ rows: 20_000, perSecond: 2000, seconds: 2 }))
    const newest = await page.evaluate(() => window.harness.state.rows.at(-1)?.id)
    expect(figures.newest).toBeGreaterThanOrEqual((newest ?? Infinity) - 100)
    expect(await page.locator('[data-id]').count()).toBeLessThan(60)
    expect(errors).toEqual([])
    await page.close()
  })
})
