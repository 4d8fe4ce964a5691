/** Watching: what clients do is in the window while they do it. The same in the desktop app and in the console. */
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { sendRaw, SlowDownload } from './support/clients'
import { README } from './support/folders'

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a download is a row with its method, target, status, size and duration', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      await expect(porthole.page.getByText('Waiting for the first request…')).toBeVisible()
      const curl = await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      expect(curl.stdout).toBe(README)

      const row = porthole.row('GET /readme.txt')
      await expect(row).toHaveAttribute('aria-label', /^GET \/readme\.txt from .+, 200 complete$/)
      const cells = await row.getByRole('gridcell').allTextContents()
      expect(cells.map((cell) => cell.replaceAll(/\s+/g, ''))).toEqual([
        '1',
        expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3}$/),
        expect.any(String),
        'GET',
        '/readme.txt',
        '200',
        `${String(README.length)}B`,
        '',
        expect.stringMatching(/^\d+(\.\d)?(ms|s)$/),
      ])
      await expect(porthole.page.getByRole('contentinfo')).toContainText('1 request')
    })

    test('what is refused is a row with its reason', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', `${origin}/none.txt`], folder)
      await runClient('curl', ['-sS', `${origin}/.env`], folder)
      await runClient('curl', ['-sS', '-X', 'DELETE', `${origin}/readme.txt`], folder)
      await runClient('curl', ['-sS', '-H', 'Host: evil.example', `${origin}/readme.txt`], folder)
      await expect(porthole.row('GET /none.txt')).toContainText('no such file')
      await expect(porthole.row('GET /.env')).toContainText('hidden: ')
      await expect(porthole.row('DELETE /readme.txt')).toContainText('405')
      await expect(porthole.row('GET /readme.txt')).toContainText('meant for another host')
      expect(await porthole.rowCount()).toBe(4)
    })

    test('a running download shows its progress, and one that is cut off the byte it reached', async ({ porthole }) => {
      const origin = await porthole.origin()
      const download = new SlowDownload(origin, '/film.mkv', 8_000_000)
      const row = porthole.row('GET /film.mkv')
      await expect(row).toHaveAttribute('aria-label', /200 sending$/)
      await expect(row).toContainText(/\d+(\.\d+)? \/ 268 MB/)
      const amount = async (): Promise<number> =>
        Number(/([\d.]+) \/ 268 MB/.exec((await row.textContent()) ?? '')?.[1])
      const early = await amount()
      await expect.poll(amount).toBeGreaterThan(early)
      await expect(row).toContainText(/MB\/s/)
      await expect(porthole.page.getByRole('contentinfo')).toContainText('1 under way')

      download.abort()
      await expect(row).toHaveAttribute('aria-label', /200 ended early by the client/)
      const reached = await row.locator('[title$=" bytes"]').getAttribute('title')
      const [, sent = '', whole = ''] = /^([\d,]+) of ([\d,]+) bytes$/.exec(reached ?? '') ?? []
      const octets = Number(sent.replaceAll(',', ''))
      expect(whole).toBe('268,435,456')
      expect(octets).toBeGreaterThanOrEqual(download.received - 1000)
      expect(octets).toBeLessThan(268_435_456)
      await expect(porthole.page.getByRole('contentinfo')).toContainText('0 under way')
    })

    test('a request that breaks HTTP is a row, and opens on the byte that broke it', async ({ porthole }) => {
      const origin = await porthole.origin()
      expect(await sendRaw(origin, 'GET /readme.txt HTTP/1.1\r\nHost : x\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
      expect(await sendRaw(origin, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03')).toMatch(/^HTTP\/1\.1 400 /)
      const row = porthole.row('GET /readme.txt')
      await expect(row).toHaveAttribute('aria-label', /400 malformed, space before the colon$/)
      await expect(
        porthole.table.getByRole('row', { name: /malformed, a TLS handshake on a plain port$/ }),
      ).toBeVisible()
      await row.click()
      await expect(porthole.page.getByText('RFC 9112 §5.1').first()).toBeVisible()
    })

    test('the detail shows both heads as they were on the wire', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', '-H', 'X-Odd-CASE:  two  spaces ', `${origin}/readme.txt`], folder)
      await porthole.row('GET /readme.txt').click()
      await porthole.page.getByRole('tab', { name: /Request/ }).click()
      await expect(porthole.page.getByRole('tabpanel')).toContainText('X-Odd-CASE')
      await porthole.page.getByRole('tab', { name: /Response/ }).click()
      await expect(porthole.page.getByRole('tabpanel')).toContainText('Last-Modified')
    })

    test('pausing holds the view still while recording goes on', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      const download = (): Promise<unknown> => runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await download()
      await expect(porthole.row('GET /readme.txt')).toHaveCount(1)
      await porthole.page.getByRole('button', { name: 'Pause' }).click()
      await download()
      await expect(porthole.banners).toContainText('Paused · 1 waiting')
      expect(await porthole.rowCount()).toBe(1)
      await porthole.banners.getByRole('button', { name: 'Resume' }).click()
      await expect.poll(() => porthole.rowCount()).toBe(2)
    })

    test('a window that is made larger goes on following', async ({ porthole }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await page.setViewportSize({ width: 1280, height: 500 })
      for (let count = 0; count < 30; count += 1) await fetch(`${origin}/readme.txt`).then((got) => got.text())
      await expect.poll(() => porthole.rowCount()).toBe(30)
      const follow = page.getByRole('button', { name: 'Follow', exact: true })
      await expect(follow).toHaveAttribute('aria-pressed', 'true')
      await page.setViewportSize({ width: 1280, height: 800 })
      await expect.poll(() => porthole.table.evaluate((grid) => grid.clientHeight)).toBeGreaterThan(400)
      await fetch(`${origin}/readme.txt`).then((got) => got.text())
      await expect.poll(() => porthole.rowCount()).toBe(31)
      await expect(follow).toHaveAttribute('aria-pressed', 'true')
    })

    test('clearing can be undone', async ({ porthole, folder }) => {
      const origin = await porthole.origin()
      await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
      await expect(porthole.row('GET /readme.txt')).toBeVisible()
      await porthole.page.getByRole('button', { name: 'Clear' }).click()
      await expect(porthole.row('GET /readme.txt')).toBeHidden()
      await porthole.page.getByRole('button', { name: /^Undo/ }).click()
      await expect(porthole.row('GET /readme.txt')).toBeVisible()
    })
  })
}
