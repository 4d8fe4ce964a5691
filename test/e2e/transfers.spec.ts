/** Transfers: what belongs together is shown together, to the octet, in the desktop app and in the console alike. */
import { createHash } from 'node:crypto'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('requests for parts of a file are one transfer, with a map that says who carried what', async ({
      porthole,
      folder,
    }) => {
      const { page } = porthole
      const url = `${await porthole.origin()}/parts.bin`
      await writeFile(join(folder, 'parts.bin'), Buffer.alloc(1_000_000, 7))
      const curl = (...args: readonly string[]) => runClient('curl', ['-sS', '-o', '/dev/null', ...args, url], folder)
      await curl('-r', '0-399999')
      await curl('-r', '300000-599999')

      await expect(porthole.row('GET /parts.bin')).toHaveCount(2)
      await porthole.row('GET /parts.bin').last().click()
      await page.getByRole('tab', { name: /^Transfer/ }).click()
      const pane = page.getByRole('tabpanel')
      await expect(pane.getByRole('heading', { name: 'Part sent, as asked' })).toContainText('60 %')
      await expect(pane).toContainText('100.0 kB went out twice')
      await expect(pane).toContainText('both requests carried the same version')
      await expect(pane.getByRole('list', { name: 'Requests of this transfer' }).getByRole('listitem')).toHaveCount(2)

      const map = pane.getByRole('slider', { name: 'Place in the file' })
      await map.focus()
      await page.keyboard.press('Home')
      await expect(map).toHaveAttribute('aria-valuetext', 'byte 0 of 1,000,000, carried by #1')
      for (let tenth = 0; tenth < 3; tenth += 1) await page.keyboard.press('PageUp')
      await expect(map).toHaveAttribute('aria-valuetext', 'byte 300,000 of 1,000,000, carried by #2, #1')
      await page.keyboard.press('End')
      await expect(map).toHaveAttribute('aria-valuetext', 'byte 999,999 of 1,000,000, not sent yet')

      await page.getByRole('button', { name: '400 kB saved' }).click()
      const ledger = page.getByRole('dialog', { name: 'What HTTP kept from being sent' })
      await expect(ledger).toContainText('Only parts of a file: Range 400.0 kB')
      await page.keyboard.press('Escape')

      await curl('-r', '600000-')
      await expect(pane.getByRole('heading', { name: 'All of it was sent' })).toContainText('100 %')
      await expect(pane.getByRole('list', { name: 'Requests of this transfer' }).getByRole('listitem')).toHaveCount(3)

      await pane.getByRole('button', { name: 'Compute SHA-256' }).click()
      await expect(pane).toContainText(sha256(Buffer.alloc(1_000_000, 7)))
      await expect(pane.getByRole('region', { name: 'What each request carried' }).getByRole('row')).toHaveCount(4)
      const command = (await pane.getByRole('region', { name: 'Command' }).textContent()) ?? ''
      expect(await runClient('sh', ['-c', command], folder)).toMatchObject({ code: 0, stdout: 'OK\n' })

      await pane.getByRole('button', { name: 'Select request #1' }).first().click()
      await expect(porthole.row('GET /parts.bin').first()).toHaveAttribute('aria-selected', 'true')
    })

    test('a file that changes between two ranges is told in the row and in the tab', async ({ porthole, folder }) => {
      const { page } = porthole
      const url = `${await porthole.origin()}/changing.bin`
      const path = join(folder, 'changing.bin')
      await writeFile(path, Buffer.alloc(200_000, 1))
      const curl = (...args: readonly string[]) => runClient('curl', ['-sS', '-o', '/dev/null', ...args, url], folder)
      await curl('-r', '0-99999')
      await writeFile(path, Buffer.alloc(200_000, 2))
      await utimes(path, new Date(), new Date(Date.now() - 60_000))
      await curl('-r', '100000-')

      await expect(porthole.row('GET /changing.bin')).toHaveCount(2)
      const second = porthole.row('GET /changing.bin').last()
      await expect(second).toContainText('goes on with another version of the file')
      await second.click()
      await page.getByRole('tab', { name: /^Transfer/ }).click()
      await expect(page.getByRole('tabpanel')).toContainText('Two versions mixed')
      await expect(page.getByRole('tabpanel')).toContainText('100.0 kB are of the old one')
    })
  })
}
