/** Files that change while they are sent, clients that vanish, and what neither may cost: RFC 9112 §8, CWE-400, CWE-772. */
import {
  appendFile,
  chmod,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { within } from '../support/asked-server'
import type { RawClient } from '../support/raw-client'
import { serveFixture } from '../support/while-testing'
import { openDescriptors, residentBytes } from '../support/system-figures'

const served = serveFixture()
const MEBIBYTE = 2 ** 20
/** More than the buffers of both ends hold, so that the server is in the middle of it when the client stops reading. */
const SIZE = 32 * MEBIBYTE
/** By then those buffers are full. */
const FILLED_MS = 300

/** Begins to download a file of zeros, changes it, and reads on; behind it a second request waits. */
async function downloadWhile(name: string, change: (path: string) => Promise<void>) {
  const path = join(served().root, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '')
  await truncate(path, SIZE)
  const target = `/${name}`
  const { responses } = await served().speak(async (client) => {
    client.send(served().request('GET', target), served().request('GET', '/a.txt', { Connection: 'close' }))
    client.socket.once('data', () => client.stopReading())
    await sleep(FILLED_MS)
    await change(path)
    client.startReading()
  })
  const [download, ...others] = responses
  const row = await within(5000, rowOf(target))
  return { download, others: others.map(({ content }) => content.toString()), row }
}

async function rowOf(target: string) {
  for (;;) {
    const row = served().porthole.exchanges.findLast((each) => each.target === target)
    if (row !== undefined) return row
    await sleep(10)
  }
}

async function replaceBy(path: string, content: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}

describe.concurrent('A file that is being sent', () => {
  // Whoever has a file open goes on reading what was there.
  it.each<[string, (path: string) => Promise<void>]>([
    ['deleted', (path) => unlink(path)],
    ['renamed', (path) => rename(path, `${path}.moved`)],
    ['replaced by a smaller one', (path) => replaceBy(path, Buffer.from('small'))],
    ['replaced by a larger one', (path) => replaceBy(path, Buffer.alloc(SIZE + 4096, 'B'))],
    ['appended to', (path) => appendFile(path, Buffer.alloc(MEBIBYTE, 'D'))],
    ['forbidden', (path) => chmod(path, 0)],
    ['replaced by a folder', (path) => unlink(path).then(() => mkdir(path))],
    ['replaced by a link that leaves the share', (path) => unlink(path).then(() => symlink('/etc/passwd', path))],
    ['deleted with its folder', (path) => rm(dirname(path), { recursive: true })],
  ])('and is %s arrives as it was, and the next answer after it', async (what, change) => {
    const name = `${what.replaceAll(' ', '-')}/file.bin`
    const { download, others, row } = await downloadWhile(name, change)
    expect([download?.status, download?.isWhole, download?.content.equals(Buffer.alloc(SIZE))]).toEqual([
      200,
      true,
      true,
    ])
    expect([others, row.outcome, row.sentBytes]).toEqual([['ALPHA-FILE\n'], 'complete', SIZE])
  })

  it('and is overwritten in place keeps its length', async () => {
    const { download, others } = await downloadWhile('overwritten.bin', async (path) => {
      const file = await open(path, 'r+')
      await file.write(Buffer.alloc(MEBIBYTE, 'C'), 0, MEBIBYTE, SIZE - MEBIBYTE)
      await file.close()
    })
    expect([download?.isWhole, download?.content.length, others]).toEqual([true, SIZE, ['ALPHA-FILE\n']])
  })

  // RFC 9112 §8: only the end of the connection tells that it is incomplete; nothing else may fill the gap.
  it.each([
    ['nothing', 0],
    ['half of it', SIZE / 2],
  ])('and is cut to %s ends the connection, and its row says why', async (_, size) => {
    const name = `cut-to-${String(size)}.bin`
    const { download, others, row } = await downloadWhile(name, (path) => truncate(path, size))
    expect([download?.status, download?.isWhole, others]).toEqual([200, false, []])
    expect(download?.content.equals(Buffer.alloc(download.content.length))).toBe(true)
    expect([row.outcome, row.reason]).toEqual(['aborted-by-server', 'file-changed'])
  })
})

describe('A file that changes all the time', () => {
  it.each<[string, (path: string, round: number) => Promise<void>]>([
    ['grows', (path) => appendFile(path, Buffer.alloc(512))],
    // Sizes that wander over the whole file, the same ones each time.
    ['shrinks and grows', (path, round) => truncate(path, 1000 + ((round * 1_299_709) % 4_000_000))],
  ])('and %s is sent in whole ranges, or the connection ends', async (what, change) => {
    const path = join(served().root, `${what.replaceAll(' ', '-')}.bin`)
    await writeFile(path, Buffer.alloc(4 * MEBIBYTE, 'A'))
    const changes = new AbortController()
    const changing = (async () => {
      for (let round = 0; !changes.signal.aborted; round += 1) {
        await change(path, round)
        await sleep(1)
      }
    })()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const range = `bytes=${String(index * 50_000)}-${String(index * 50_000 + 40_000)}`
        return served().get(`/${what.replaceAll(' ', '-')}.bin`, { Range: range })
      }),
    )
    changes.abort()
    await changing
    // `get` has waited for all of each answer, or for the end of its connection.
    expect(answers.filter(({ status }) => status !== 206 && status !== 416)).toEqual([])
    expect(answers.some(({ status, isWhole }) => status === 206 && isWhole)).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('Clients that vanish leave no descriptor behind:', () => {
  const COUNT = 100
  let before: number

  beforeAll(async () => {
    await served().isWell()
    before = await openDescriptors(served().porthole.pid)
  })

  it.each<[string, (client: RawClient) => Promise<void> | void]>([
    ['after connecting', (client) => void client.endSending()],
    ['in the middle of a head', (client) => reset(client.send('GET /a.t'), 2)],
    ['after a request', (client) => reset(client.send(served().request('GET', '/one-mb.bin')), 3)],
    ['in the middle of a download', (client) => reset(client.send(served().request('GET', '/sparse-5g.bin')), 8)],
    [
      'in order in the middle of a download',
      (client) => leave(client.send(served().request('GET', '/sparse-5g.bin')), 8),
    ],
    [
      'in the middle of an upload',
      (client) => reset(client.send(served().request('POST', '/a.txt', { 'Content-Length': '100000' }), 'abc'), 3),
    ],
  ])(`${String(COUNT)} of them, %s`, async (_, vanish) => {
    for (let count = 0; count < COUNT; count += 20) {
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          const client = await served().connect()
          await vanish(client)
          await within(5000, client.ended)
          client.close()
        }),
      )
    }
    await expect.poll(() => openDescriptors(served().porthole.pid), { timeout: 10_000 }).toBeLessThanOrEqual(before + 8)
    expect(await served().isWell()).toBe(true)
  })

  async function reset(client: RawClient, afterMs: number): Promise<void> {
    await sleep(afterMs)
    client.reset()
  }

  async function leave(client: RawClient, afterMs: number): Promise<void> {
    await sleep(afterMs)
    client.close()
  }
})

describe('Readers', () => {
  it.runIf(process.platform === 'linux')('that stand still cost little memory, and nobody else any time', async () => {
    const { pid } = served().porthole
    const [descriptors, memory] = [await openDescriptors(pid), await residentBytes(pid)]
    const readers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const reader = await served().connect()
        return reader.send(served().request('GET', '/sparse-5g.bin')).stopReading()
      }),
    )
    await sleep(1500)
    const asked = performance.now()
    expect(await served().isWell()).toBe(true)
    expect(performance.now() - asked).toBeLessThan(500)
    expect((await residentBytes(pid)) - memory).toBeLessThan(100 * MEBIBYTE)
    for (const reader of readers) reader.close()
    await expect.poll(() => openDescriptors(pid), { timeout: 10_000 }).toBeLessThanOrEqual(descriptors + 8)
  })

  it('that are slow get every octet', async () => {
    const { responses } = await served().speak((client) => {
      client.socket.on('data', () => {
        client.stopReading()
        setTimeout(() => client.startReading(), 20)
      })
      client.send(served().request('GET', '/one-mb.bin', { Connection: 'close' }))
    })
    expect(responses[0]?.content.equals(await readFile(join(served().root, 'one-mb.bin')))).toBe(true)
  })
})
