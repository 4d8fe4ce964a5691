/**
 * What a person sees who looks for the first time: who is downloading what, how far it is, why it is slow, what they
 * sent, and whether they got it all. Read from the window alone, in both shells.
 */
import { expect, FOLDER, SHELLS, test } from './fixture'
import { SlowDownload } from './support/clients'

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('the window answers what a first look asks', async ({ porthole }) => {
      const { page } = porthole
      const download = new SlowDownload(await porthole.origin(), '/film.mkv', 8_000_000)
      const row = porthole.row('GET /film.mkv')
      const panel = page.getByRole('tabpanel')
      await test.step('who is downloading what, and how far it is', async () => {
        await expect(row).toHaveAttribute('aria-label', /^GET \/film\.mkv from .+ sending$/)
        await expect(row).toContainText(/\d \/ 268 MB/)
        await expect(row).toContainText(/MB\/s/)
      })
      await test.step('why it is slow', async () => {
        await row.click()
        await page.getByRole('tab', { name: /^Transfer/ }).click()
        await expect(panel).toContainText('Your server was hardly ever the brake.')
        await expect(panel).toContainText('waited for the client or its network')
        await expect(panel).toContainText(/Still to go\s*[\d.]+ MB/)
      })
      await test.step('what they sent', async () => {
        await page.getByRole('tab', { name: /^Request/ }).click()
        await expect(panel.getByRole('treeitem', { name: /^Method/ })).toContainText('GET')
        await expect(panel.getByRole('treeitem', { name: /^Target/ })).toContainText('/film.mkv')
        await expect(panel.getByRole('treeitem', { name: /^Host/ })).toContainText('127.0.0.1')
      })
      await test.step('whether they got it all', async () => {
        download.abort()
        await expect(row).toHaveAttribute('aria-label', /ended early by the client/)
        await page.getByRole('tab', { name: /^Story/ }).click()
        await expect(panel).toContainText(/The client broke the connection off at \d+ %, before byte [\d,]+\./)
        await page.getByRole('tab', { name: /^Transfer/ }).click()
        await expect(panel.getByRole('heading', { name: /^Not complete/ })).toBeVisible()
        await expect(panel).toContainText(/It lacks one piece of [\d.]+ MB\./)
      })
    })
  })
}
