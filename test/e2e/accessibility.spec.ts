/**
 * What axe-core finds serious in the screens of the window: nothing, in both themes and both languages. Contrast of every
 * token on every surface is test/renderer's. And what the system asks of us: less motion, its own colours, larger type.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { dirname, join } from 'node:path'
import { expect, FOLDER, test } from './fixture'
import { saveTo } from './support/saving'
import { makeTraffic } from './support/traffic'
import type { PortholeWindow } from './support/window'

/** Together they are both themes and both languages. */
const LOOKS = [
  { theme: 'dark', language: 'zh-CN' },
  { theme: 'light', language: 'en' },
] as const

/** Gives what is serious or worse in a part of the page, as `rule: element`. */
async function seriousFindings(page: Page, part: string): Promise<string[]> {
  // Legacy: without it, axe opens a second page to put its results together, and the window opens none.
  const { violations, passes } = await new AxeBuilder({ page }).include(part).setLegacyMode().analyze()
  expect(passes.length).toBeGreaterThan(4)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Gives the buttons that show a picture alone and do not say by a title what it means. */
function untitledButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('button'))
      .filter((button) => button.checkVisibility() && button.innerText.trim() === '' && button.title === '')
      // Some are named by the words beside them, and some have a twin for the keyboard that is named.
      .filter((button) => !button.hasAttribute('aria-labelledby') && button.closest('[aria-hidden="true"]') === null)
      .map((button) => button.outerHTML.slice(0, 120)),
  )
}

/** Gives where an element stands, in CSS pixels. */
function boxOf(element: Locator): Promise<DOMRect> {
  return element.evaluate((found) => found.getBoundingClientRect().toJSON() as DOMRect)
}

/**
 * Looks at a screen in both looks, and ends in the second.
 *
 * @param part what is new on this screen, as a selector: looking at the rest again costs seconds
 */
async function examine(porthole: PortholeWindow, screen: string, part = 'html'): Promise<void> {
  const { page } = porthole
  for (const { theme, language } of LOOKS) {
    await porthole.ask('changeSettings', { theme, language })
    await expect(page.locator(`html[lang="${language}"][data-theme="${theme}"]`)).toBeAttached()
    expect.soft(await seriousFindings(page, part), `${screen}, ${theme}, ${language}`).toEqual([])
  }
  expect.soft(await untitledButtons(page), screen).toEqual([])
}

test('the first screen, its sheets and the lesson', async ({ porthole }) => {
  test.slow()
  const { page } = porthole
  await examine(porthole, 'empty')
  for (const section of ['Address', 'Visitors', 'Limits', 'Appearance'] as const) {
    await porthole.openSettings(section)
    await examine(porthole, section, 'dialog')
    await porthole.closeSheet()
  }
  await page.keyboard.press('?')
  await examine(porthole, 'keys', 'dialog')
  await porthole.closeSheet()
  await page.keyboard.press('Control+K')
  await examine(porthole, 'palette', 'dialog')
  await porthole.closeSheet()
  await page.keyboard.press('F1')
  for (const chapter of [3, 4]) {
    await page
      .getByRole('navigation', { name: 'Chapters' })
      .getByRole('button')
      .nth(chapter - 1)
      .click()
    await examine(porthole, `chapter ${String(chapter)}`, 'main')
  }
})

test.describe('with a shared folder', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('waiting, and requests with each part of the detail', async ({ porthole, folder }) => {
    test.slow()
    const { page } = porthole
    const origin = await porthole.origin()
    await examine(porthole, 'waiting')
    const running = await makeTraffic(origin, folder)
    await examine(porthole, 'requests and coach card')
    // With so many requests the card stands below them, and the ledger by the button that opened it.
    const rows = await boxOf(porthole.table)
    expect((await boxOf(page.getByRole('status', { name: 'This is what just happened' }))).top).toBeGreaterThanOrEqual(
      rows.bottom,
    )
    await page.getByRole('button', { name: / saved$/ }).click()
    const ledger = await boxOf(page.getByRole('dialog', { name: 'What HTTP kept from being sent' }))
    const footer = await boxOf(page.getByRole('contentinfo'))
    expect([ledger.bottom <= footer.bottom, footer.top - ledger.bottom < 10]).toEqual([true, true])
    await examine(porthole, 'ledger', '[popover]:popover-open')
    await page.keyboard.press('Escape')
    await porthole.row(/^GET \/film\.mkv.* ended early by the client/).click()
    const tabs = page.getByRole('tab')
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click()
      await expect(tabs.nth(at)).toHaveAttribute('aria-selected', 'true')
      await examine(porthole, `tab ${String(at + 1)}`, 'section.detail')
    }
    await porthole.row(/ malformed, /).click()
    await examine(porthole, 'malformed', 'section.detail')
    await porthole.table.press('ControlOrMeta+a')
    await expect(page.locator('section.statistics')).toBeVisible()
    await page.getByRole('button', { name: 'Group' }).click()
    await page.getByRole('menuitemradio', { name: 'By file' }).click()
    await examine(porthole, 'several, in groups', 'main')
    await page.getByRole('button', { name: 'Group: By file' }).click()
    await page.getByRole('menuitemradio', { name: 'Not grouped' }).click()
    await page.keyboard.press('F1')
    await expect(page.getByRole('region', { name: 'On the wire' }).getByRole('region')).toHaveCount(2)
    await examine(porthole, 'chapter with an example', 'main')
    running.abort()
  })

  test('nothing moves by itself for whoever asked for less motion', async ({ porthole, folder }) => {
    const { page } = porthole
    const moving = (): Promise<number> => page.evaluate(() => document.getAnimations().length)
    const origin = await porthole.origin()
    await expect.poll(moving).toBeGreaterThan(0)
    // Whatever moves while nothing happens comes to rest, or an idle window would draw for ever.
    expect(
      await page.evaluate(() =>
        document.getAnimations().every(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime))),
      ),
    ).toBe(true)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(moving).toBe(0)
    const running = await makeTraffic(origin, folder)
    await expect(porthole.row(/^GET \/film\.mkv.* sending$/)).toBeVisible()
    expect(await moving()).toBe(0)
    running.abort()
  })

  test('selection, switches and the way of the focus are seen in forced colours', async ({ porthole, folder }) => {
    const { page } = porthole
    const running = await makeTraffic(await porthole.origin(), folder)
    running.abort()
    await page.emulateMedia({ forcedColors: 'active' })
    const ground = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    await porthole.row(/^GET \/readme\.txt.* complete$/).click()
    const chosen = '[role="row"][aria-selected="true"]'
    expect(await ground(chosen)).not.toBe(await ground('[role="row"][aria-selected="false"]'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    )
    await page.keyboard.press('Control+K')
    expect(await ground('[role="option"][aria-selected="true"]')).not.toBe(
      await ground('[role="option"][aria-selected="false"]'),
    )
  })

  test('every tab of a detail beside the table is in sight, and so are its buttons', async ({ porthole, folder }) => {
    const { page } = porthole
    const running = await makeTraffic(await porthole.origin(), folder)
    running.abort()
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1600, height: 900 },
    ]) {
      await page.setViewportSize(size)
      await porthole.row('GET /.env').click()
      const hidden = await page.locator('section.detail').evaluate((detail) =>
        Array.from(detail.querySelectorAll<HTMLElement>('[role="tab"], [role="tablist"] ~ button'))
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect()
            const room = (element.closest('[role="tablist"]') ?? detail).getBoundingClientRect()
            return left < room.left || right > room.right
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      )
      expect(hidden, String(size.width)).toEqual([])
    }
  })

  test('everything is still in reach at 200 %', async ({ porthole, folder }) => {
    const { page } = porthole
    const running = await makeTraffic(await porthole.origin(), folder)
    running.abort()
    // Zoom halves the pixels there are: 1280×800 becomes this.
    await page.setViewportSize({ width: 640, height: 400 })
    await porthole.row(/ malformed, /).click()
    const out = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.toolbar button, [role="tab"], footer'))
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    )
    expect(out).toEqual([])
    await expect(page.getByRole('tabpanel')).toBeInViewport()
    await expect(porthole.table).toBeInViewport()
    await page.keyboard.press('F1')
    await expect(page.getByRole('heading', { level: 2 })).toBeInViewport()
    await page.getByRole('button', { name: /^Next: / }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: /^Next: / })).toBeInViewport()
  })
})

test.describe('in the console', () => {
  test.use({ shell: 'console', startWith: { paths: [FOLDER] } })

  /** Looks at a part in both themes: in a browser the page keeps its api to itself, and follows the system. */
  async function examineThemes(page: Page, screen: string, part: string): Promise<void> {
    const grounds = new Set<string>()
    for (const theme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      expect.soft(await seriousFindings(page, part), `${screen}, ${theme}`).toEqual([])
    }
    expect(grounds.size).toBe(2)
  }

  test('requests, the lab, two requests compared, and a saved session', async ({ opened, porthole, folder }) => {
    test.slow()
    const { page } = porthole
    const running = await makeTraffic(await porthole.origin(), folder)
    running.abort()
    await porthole.row(/^GET \/readme\.txt.* complete$/).click()
    await examineThemes(page, 'requests', 'html')
    await page.getByRole('button', { name: 'Fault lab' }).click()
    await examineThemes(page, 'lab', '[role="dialog"]')
    await porthole.closeSheet()
    await porthole.row(/^GET \/readme\.txt.* complete$/).click()

    await page.keyboard.press('d')
    await porthole.row('GET /.env').click()
    await page.keyboard.press('d')
    await expect(page.getByRole('dialog')).toBeVisible()
    await examineThemes(page, 'compared', 'dialog')
    await porthole.closeSheet()

    await page.getByRole('tab', { name: /^Notes/ }).click()
    const session = join(dirname(folder), 'evening.ndjson')
    await saveTo(session, opened, () => page.getByRole('button', { name: 'Session…', exact: true }).click())
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open a session…' }).click(),
    ])
    await chooser.setFiles(session)
    await expect(page.getByRole('banner', { name: 'Saved session' })).toBeVisible()
    await examineThemes(page, 'saved session', 'html')
  })
})
