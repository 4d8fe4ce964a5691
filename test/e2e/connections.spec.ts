/** Connections, timing and the strip: what happens between requests, in both shells. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'

/** Opens a connection that stays open, and sends what it is told to. */
function dial(origin: string): Socket {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.on('error', () => undefined)
  socket.resume()
  return socket
}

const asking = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a request has a row while its head still comes, and the same row when it is whole', async ({ porthole }) => {
      const socket = dial(await porthole.origin())
      socket.write('GET /readme.txt HTTP/1.1\r\nHost: 127.')
      const row = porthole.row(/^Request from /)
      await expect(row).toContainText('reading the request…')
      const id = await row.getAttribute('data-id')
      socket.write('0.0.1\r\n\r\n')
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('data-id', id ?? '')
      expect(await porthole.rowCount()).toBe(1)

      await porthole.row('GET /readme.txt').click()
      await porthole.page.getByRole('tab', { name: 'Timing' }).click()
      await expect(porthole.page.getByRole('tabpanel')).toContainText(/The client took .+ to send its head\./)
      socket.destroy()
    })

    test('a connection tells what it carried, what was pipelined, and who ended it', async ({ porthole }) => {
      const origin = await porthole.origin()
      const socket = dial(origin)
      socket.write(asking('/readme.txt') + asking('/none.txt'))
      await expect(porthole.row('GET /none.txt')).toContainText('404')
      await porthole.row('GET /readme.txt').click()
      await porthole.page.getByRole('tab', { name: 'Connection' }).click()
      const panel = porthole.page.getByRole('tabpanel')
      await expect(panel).toContainText('It carried 2 requests: keeping it open spared 1 handshake.')
      await expect(panel).toContainText('1 of them was pipelined')
      await expect(panel).toContainText(/It is (still )?open/)

      await panel.getByRole('button', { name: 'Go to request 2' }).click()
      await expect(porthole.row('GET /none.txt')).toHaveAttribute('aria-selected', 'true')
      socket.end()
      await expect(panel).toContainText('The client closed it')
      await expect(panel).toContainText('FIN')
    })

    test('a time chosen on the strip shows its requests alone, and gives the others back', async ({
      porthole,
      folder,
    }) => {
      const { page } = porthole
      await runClient('curl', ['-sS', `${await porthole.origin()}/readme.txt`], folder)
      await expect(porthole.row('GET /readme.txt')).toBeVisible()
      const strip = page.getByRole('slider', { name: /^What went out/ })
      await strip.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Shift+ArrowRight')
      await expect(page.getByRole('combobox', { name: 'Filter requests' })).toHaveValue(/^time:/)
      await expect(porthole.row('GET /readme.txt')).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(porthole.row('GET /readme.txt')).toBeVisible()

      await page.getByRole('button', { name: 'As a table' }).click()
      await expect(page.getByRole('dialog').getByRole('row')).not.toHaveCount(0)
    })
  })
}
