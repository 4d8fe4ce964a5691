import { setTimeout as sleep } from 'node:timers/promises'
import type { AskedServer } from '../../test/support/asked-server'
import { openDescriptors } from '../../test/support/system-figures'
import { onGround } from './ground'
import { seconds } from './reading'
import type { Reading } from './reading'

const DOWNLOADS = 10_000
const AT_ONCE = 32
const MOST_MS = 5000

/** Downloads that are given up, half by a reset and half in order: what is left of them. */
export function measureAbortedDownloads(): Promise<readonly Reading[]> {
  return onGround(async ({ server }) => {
    const { pid } = server.porthole
    await server.get('/a.txt')
    await sleep(500)
    const before = await openDescriptors(pid)
    let next = 0
    const abortAll = async (): Promise<void> => {
      for (let index = (next += 1); index <= DOWNLOADS; index = next += 1) await abort(server, index)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, abortAll))
    const ended = performance.now()
    let after = await openDescriptors(pid)
    while (after > before && performance.now() - ended < 4 * MOST_MS) {
      await sleep(50)
      after = await openDescriptors(pid)
    }
    const tookMs = performance.now() - ended
    return [
      {
        under: `${DOWNLOADS.toLocaleString('en')} downloads are given up, by RST and by FIN`,
        holds: 'descriptors back to the start within 5 s',
        found: `${String(before)} before, ${String(after)} after ${seconds(tookMs)}`,
        isHeld: after <= before && tookMs <= MOST_MS,
      },
    ]
  })
}

async function abort(server: AskedServer, index: number): Promise<void> {
  const client = await server.connect()
  client.send(server.request('GET', '/film.mkv'))
  await client.readBytes(1)
  if (index % 2 === 0) client.reset()
  else client.close()
}
