import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { within } from '../../test/support/asked-server'
import { residentBytes } from '../../test/support/system-figures'
import { onGround } from './ground'
import { visitFor } from './ordinary-visitor'
import { mebibytes, MEBIBYTE, milliseconds, seconds } from './reading'
import type { Reading } from './reading'

const NAMES = 100_000
const AT_ONCE = 64
const PATIENCE_MS = 120_000
const MOST_MEBIBYTES = 100
const MOST_WAIT_MS = 250

/** A folder of very many names, listed while somebody else asks for a file. */
export function measureLongListing(): Promise<readonly Reading[]> {
  return onGround(async ({ folder, server }) => {
    await fill(join(folder, 'many'))
    await visitFor(500, server)
    const { pid } = server.porthole
    const before = await residentBytes(pid)
    let most = before
    const watching = setInterval(() => void residentBytes(pid).then((now) => (most = Math.max(most, now))), 50)
    const began = performance.now()
    const client = await server.connect()
    let listedMs = 0
    const listing = within(PATIENCE_MS, client.send(server.request('GET', '/many/')).readResponse()).then((answer) => {
      listedMs = performance.now() - began
      return answer
    })
    const { worstMs, failed } = await visitFor(3000, server)
    const names = (await listing).content.toString().split('name-').length - 1
    clearInterval(watching)
    client.close()
    return [
      {
        under: `a folder of ${NAMES.toLocaleString('en')} names is listed`,
        holds: `streamed: memory ≤ +${String(MOST_MEBIBYTES)} MiB, others served < ${String(MOST_WAIT_MS)} ms`,
        found: `in ${seconds(listedMs)}, +${mebibytes(most - before)}, worst ${milliseconds(worstMs)}, ${String(failed)} failed`,
        isHeld: names >= NAMES && most - before <= MOST_MEBIBYTES * MEBIBYTE && worstMs < MOST_WAIT_MS && failed === 0,
      },
    ]
  })
}

async function fill(folder: string): Promise<void> {
  await mkdir(folder)
  for (let first = 0; first < NAMES; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, NAMES - first)
    await Promise.all(
      Array.from({ length: count }, (_, index) => writeFile(join(folder, `name-${String(first + index)}`), '')),
    )
  }
}
