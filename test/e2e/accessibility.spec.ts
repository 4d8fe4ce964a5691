/** What axe-core finds serious in the screens of the window: nothing. Contrast of both themes is test/renderer's. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, FOLDER, test } from './fixture'
import { makeTraffic } from './support/traffic'
import type { PortholeWindow } from './support/window'

/** Gives what is serious or worse, as `rule: element`. */
async function seriousFindings({ page }: PortholeWindow): Promise<string[]> {
  // Legacy: without it, axe opens a second page to put its results together, and the window opens none.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(passes.length).toBeGreaterThan(5)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('the first screen and its sheets', async ({ porthole }) => {
  test.slow()
  expect.soft(await seriousFindings(porthole), 'empty').toEqual([])
  for (const section of ['Address', 'Visitors', 'Appearance'] as const) {
    await porthole.openSettings(section)
    expect.soft(await seriousFindings(porthole), section).toEqual([])
    await porthole.page.keyboard.press('Escape')
  }
  await porthole.page.keyboard.press('?')
  expect.soft(await seriousFindings(porthole), 'keys').toEqual([])
})

test.describe('with a shared folder', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('waiting, and requests with each part of the detail', async ({ porthole, folder }) => {
    test.slow()
    const { page } = porthole
    const origin = await porthole.origin()
    expect.soft(await seriousFindings(porthole), 'waiting').toEqual([])
    const running = await makeTraffic(origin, folder)
    await porthole.row(/^GET \/film\.mkv.* ended early by the client/).click()
    for (const tab of ['Story', 'Request', 'Response', 'Transfer', 'Timing', 'Connection']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      expect.soft(await seriousFindings(porthole), tab).toEqual([])
    }
    await porthole.row(/ malformed, /).click()
    await page.getByRole('tab', { name: /^Request/ }).click()
    expect.soft(await seriousFindings(porthole), 'malformed').toEqual([])
    running.abort()
  })
})
