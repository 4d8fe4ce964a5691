import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { within } from '../../test/support/asked-server'
import { onGround } from './ground'
import type { Ground } from './ground'
import { MEBIBYTE } from './reading'
import type { Reading } from './reading'

const FILES = 1000
const AT_ONCE = 8
/** More than the system and the server hold between them, so that the file is cut in the middle of being sent. */
const SIZE = 24 * MEBIBYTE
const PATIENCE_MS = 60_000

type Ending = 'ended' | 'whole' | 'desync'

/** Files that are cut while they are sent, each followed by another request on the same connection. */
export function measureTruncatedFiles(): Promise<readonly Reading[]> {
  return onGround(async (ground) => {
    const endings: Record<Ending, number> = { ended: 0, whole: 0, desync: 0 }
    let next = 0
    const cutAll = async (): Promise<void> => {
      for (let index = (next += 1); index <= FILES; index = next += 1) endings[await cutOne(ground, index)] += 1
    }
    await Promise.all(Array.from({ length: AT_ONCE }, cutAll))
    const { ended, whole, desync } = endings
    return [
      {
        under: `${FILES.toLocaleString('en')} files cut to half a MiB while they are sent, another request behind each`,
        holds: `0 desync in ${FILES.toLocaleString('en')}`,
        found: `${String(desync)} desync; ${String(ended)} connections ended early, ${String(whole)} had all of it already`,
        isHeld: desync === 0 && ended > 0,
      },
    ]
  })
}

/** The file holds nothing but zeros, so whatever else comes behind the head was never part of it. */
async function cutOne({ folder, server }: Ground, index: number): Promise<Ending> {
  const name = `cut-${String(index)}.bin`
  const path = join(folder, name)
  await writeFile(path, '')
  await truncate(path, SIZE)
  const client = await server.connect()
  try {
    client.send(server.request('GET', `/${name}`) + server.request('GET', '/a.txt'))
    const begun = await client.readBytes(1)
    client.stopReading()
    await truncate(path, MEBIBYTE / 2)
    client.startReading().endSending()
    await within(PATIENCE_MS, client.ended)
    const octets = Buffer.concat([begun, await client.readToEnd()])
    const content = octets.subarray(octets.indexOf('\r\n\r\n') + 4)
    if (content.length < SIZE) return content.every((octet) => octet === 0) ? 'ended' : 'desync'
    const isZero = content.subarray(0, SIZE).every((octet) => octet === 0)
    return isZero && content.toString('latin1', SIZE, SIZE + 9) === 'HTTP/1.1 ' ? 'whole' : 'desync'
  } finally {
    client.close()
    await rm(path, { force: true })
  }
}
