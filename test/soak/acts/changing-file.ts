/** Visitors in whose middle the file changes: an honest end, or the file as it was. */
import { rename, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import type { Act, Visit } from '../visit'

/** More than the system and the server hold between them, so that the change comes in the middle. */
const SIZE = 32 * 2 ** 20

interface Changed {
  /** What came behind the head. */
  readonly octets: Buffer
  readonly content: Buffer
}

/** Begins a download, changes the file when some of it has come, and reads what comes until the end. */
async function downloadWhile(visit: Visit, change: (path: string) => Promise<unknown>): Promise<Changed> {
  const name = `${String(visit.index)}.bin`
  const { path, content } = await visit.ground.makeChanging(name, SIZE)
  try {
    const client = await visit.connect()
    client.send(visit.request('GET', visit.ground.target(`changing/${name}`), { Connection: 'close' }))
    const begun = await client.readBytes(1)
    client.stopReading()
    await change(path)
    client.startReading()
    await visit.end(client)
    const all = Buffer.concat([begun, await client.readToEnd()])
    return { octets: all.subarray(all.indexOf('\r\n\r\n') + 4), content }
  } finally {
    await rm(path, { force: true })
  }
}

async function replace(visit: Visit): Promise<void> {
  const { octets, content } = await downloadWhile(visit, async (path) => {
    await writeFile(`${path}.new`, 'another file')
    await rename(`${path}.new`, path)
  })
  visit.expectOctets(octets, content)
}

async function remove(visit: Visit): Promise<void> {
  const { octets, content } = await downloadWhile(visit, unlink)
  visit.expectOctets(octets, content)
}

/** What comes is the beginning, and the end of the connection tells that it is no more (RFC 9112 §8). */
async function cut(visit: Visit): Promise<void> {
  const { octets, content } = await downloadWhile(visit, (path) => truncate(path, 0))
  if (octets.length >= content.length) throw new Error('A file that was cut to nothing arrived as a whole')
  visit.expectOctets(octets, content.subarray(0, octets.length))
}

export const CHANGING_FILE: readonly Act[] = [
  { name: 'file replaced', weight: 0.2, perform: replace },
  { name: 'file deleted', weight: 0.2, perform: remove },
  { name: 'file cut', weight: 0.4, perform: cut },
]
