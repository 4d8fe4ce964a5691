/** While hostile clients are at work, others are served as ever, the window answers, and rows say who it was. */
import { createHash } from 'node:crypto'
import type { Snapshot } from '../../preload/views'
import { ConsoleClient } from '../support/console-client'
import { hashOutput, runClient } from '../support/run-client'
import { expect, FOLDER, SHELLS, test } from './fixture'
import { BrowserConsole } from './support/browser-console'
import { sendRaw } from './support/clients'
import { README } from './support/folders'
import { CROWD, FOREIGN, HostileCrowd } from './support/hostile-crowd'
import type { PortholeWindow } from './support/window'

const PART = 8 * 2 ** 20

async function askWindow(porthole: PortholeWindow): Promise<Snapshot> {
  return (await porthole.ask('takeSnapshot')) as Snapshot
}

/** In a browser the page keeps its api to itself: asked on a socket beside it. */
async function snapshotOf({ url }: BrowserConsole): Promise<Snapshot> {
  const client = await ConsoleClient.open(url)
  try {
    return await client.call('takeSnapshot')
  } finally {
    client.close()
  }
}

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('a crowd of attackers hurts nobody: downloads are exact, the window answers, rows name them', async ({
      opened,
      porthole,
      folder,
    }) => {
      test.slow()
      const { page } = porthole
      const origin = await porthole.origin()
      const snapshot = () => (opened instanceof BrowserConsole ? snapshotOf(opened) : askWindow(porthole))
      const crowd = await HostileCrowd.gather(origin)
      try {
        const attack = Promise.all([crowd.flood(), crowd.reset()])

        const read = await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
        expect(read.stdout).toBe(README)
        const film = await hashOutput('curl', ['-sS', '-r', `0-${String(PART - 1)}`, `${origin}/film.mkv`])
        expect(film).toBe(createHash('sha256').update(Buffer.alloc(PART)).digest('hex'))

        await porthole.openSettings('Limits')
        await expect(page.getByLabel('From everybody')).toHaveValue('4000')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()

        const [refused] = await attack
        expect(refused).toBe(CROWD.malformed)
        for (const octets of Object.values(FOREIGN)) {
          expect(await sendRaw(origin, octets)).toMatch(/^HTTP\/1\.1 (?:400|505) /)
        }

        await porthole.table.press('End')
        await expect(
          porthole.table.getByRole('row', { name: /malformed, a TLS handshake on a plain port$/ }),
        ).toBeVisible()
        const { rows, clients, notices, totals } = await snapshot()
        const count = (isOne: (row: (typeof rows)[number]) => boolean) => rows.filter(isOne).length
        expect(new Set(rows.flatMap(({ foreign = [] }) => foreign))).toEqual(new Set(Object.keys(FOREIGN)))
        expect(count(({ target, state }) => target === '/flood' && state === 'malformed')).toBe(CROWD.malformed)
        expect(count(({ target, state }) => target === '/film.mkv' && state === 'aborted-by-client')).toBe(CROWD.resets)
        expect(count(({ target, state }) => target === '/film.mkv' && state === 'sending')).toBe(CROWD.stalledReaders)
        expect(count(({ status }) => status !== null && status >= 500 && status !== 505)).toBe(0)
        expect([clients.length, notices, totals.evicted]).toEqual([1, [], 0])
      } finally {
        crowd.leave()
      }
      await expect.poll(async () => (await snapshot()).totals.active).toBe(0)
      expect((await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)).stdout).toBe(README)
    })
  })
}
