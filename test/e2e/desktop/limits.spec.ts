/** The limits in the settings: typed, kept, refused when they cannot be, and taken back to the usual ones. */
import type { Snapshot } from '../../../preload/views'
import { expect, test } from '../fixture'

test('a limit is taken over, a wrong one is refused, and all can be reset', async ({ porthole }) => {
  const { page } = porthole
  await porthole.openSettings('Limits')
  const total = page.getByLabel('From everybody')
  const reset = page.getByRole('button', { name: 'Reset' })
  await expect(total).toHaveValue('4000')
  await expect(reset).toBeDisabled()

  await total.fill('0')
  await expect(page.getByRole('alert')).toHaveText('A whole number from 1 to 65535.')
  await total.fill('12')
  await total.press('Enter')
  await page.getByLabel('For the next request').fill('5')
  await page.getByLabel('For the next request').blur()
  const limits = async () => ((await porthole.ask('takeSnapshot')) as Snapshot).settings.limits
  await expect.poll(limits).toMatchObject({ maxConnections: 12, idleTimeoutSeconds: 5, headTimeoutSeconds: 15 })

  await reset.click()
  await expect.poll(limits).toMatchObject({ maxConnections: 4000, idleTimeoutSeconds: 15 })
  await expect(total).toHaveValue('4000')
})
