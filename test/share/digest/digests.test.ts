/** The digest of what was sent, over real sockets, a real disk and the real thread. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../../main/share/porthole'
import type { DigestView } from '../../../preload/digest-views'
import { RawClient } from '../../support/raw-client'
import { patterned } from '../../support/samples'

/** Neither a whole number of pieces nor of blocks. */
const SIZE = 9_000_013
const FILM = patterned(SIZE)

let folder: string
let path: string
let porthole: Porthole

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-digest-'))
  path = join(folder, 'film.bin')
  await writeFile(path, FILM)
  porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  await porthole.commands.openPaths([folder])
})

afterEach(async () => {
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

/** Fetches the file, or ranges of it, on a connection of its own; gives what came and the exchange's number. */
async function get(range?: string) {
  const client = await RawClient.connect(porthole.serving.port ?? 0)
  const fields = ['Host: localhost', 'Connection: close', ...(range === undefined ? [] : [`Range: bytes=${range}`])]
  client.send(['GET /film.bin HTTP/1.1', ...fields, '', ''].join('\r\n'))
  const { content, status } = await client.readResponse()
  client.close()
  return { content, status, id: await lastEnded() }
}

/** The number of the newest exchange, once it has ended. */
async function lastEnded(): Promise<number> {
  const newest = async () => (await porthole.commands.takeSnapshot(undefined)).rows.at(-1)
  await expect.poll(async () => (await newest())?.elapsedMs ?? null).not.toBeNull()
  return (await newest())?.id ?? 0
}

async function digest(id: number): Promise<DigestView | null> {
  expect(await porthole.commands.computeDigest(id)).toEqual({ ok: true, value: null })
  const read = () => porthole.commands.readDigest(id)
  await expect.poll(async () => (await read())?.kind).toMatch(/done|failed/)
  return read()
}

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')
const span = (start: number, end: number, ...exchangeIds: readonly number[]) => {
  return { start, end, exchangeIds, sha256: sha256(FILM.subarray(start, end)) }
}

describe('the digest', () => {
  it('of a whole file is what came in, what sha256sum says, and computed once', async () => {
    const { content, id } = await get()
    const view = await digest(id)
    expect(view).toEqual({
      kind: 'done',
      at: expect.any(Number) as number,
      whole: sha256(content),
      spans: [],
      leftOut: 0,
    })
    const { stdout } = await promisify(execFile)('sha256sum', [path])
    expect(stdout.split(' ')[0]).toBe(view?.kind === 'done' ? view.whole : undefined)
    expect(await digest(id)).toEqual(view)
  })

  it('of a resumed download is that of the whole and of each part', async () => {
    const client = await RawClient.connect(porthole.serving.port ?? 0)
    client.send('GET /film.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await client.readBytes(1000)
    client.stopReading().reset()
    const first = await lastEnded()
    const sent = (await porthole.commands.readDetail(first))?.row.sentBytes ?? 0
    const { id } = await get(`${String(sent)}-`)
    expect(await digest(id)).toMatchObject({
      whole: sha256(FILM),
      spans: [span(0, sent, first), span(sent, SIZE, id)],
    })
    // It is one transfer, whichever of its requests is looked at.
    expect(await porthole.commands.readDigest(first)).toEqual(await porthole.commands.readDigest(id))
  })

  it('of segments that overlap, in any order, is that of the whole and of each', async () => {
    const [last, first, middle] = [await get('6000000-'), await get('0-4500000'), await get('4000000-7000000')]
    expect(await digest(first.id)).toMatchObject({
      whole: sha256(FILM),
      spans: [span(0, 4_500_001, first.id), span(4_000_000, 7_000_001, middle.id), span(6_000_000, SIZE, last.id)],
    })
  })

  it('of a part is that of the part alone, and is asked for anew once the transfer has gone on', async () => {
    const { content, id } = await get('100-8499999')
    expect(await digest(id)).toMatchObject({ whole: null, spans: [span(100, 8_500_000, id)] })
    expect(sha256(content)).toBe(span(100, 8_500_000).sha256)
    const again = await get('100-8499999')
    expect(await porthole.commands.readDigest(id)).toMatchObject({ spans: [span(100, 8_500_000, id, again.id)] })
    await get('0-99')
    expect(await porthole.commands.readDigest(id)).toBe(null)
  })

  it('of several ranges leaves out what stands between them', async () => {
    const { id, status } = await get('0-9,5000000-5000099')
    expect(status).toBe(206)
    expect(await digest(id)).toMatchObject({ whole: null, spans: [span(0, 10, id), span(5_000_000, 5_000_100, id)] })
  })

  it('is refused where nothing of a file was sent', async () => {
    const refused = { ok: false, fault: { code: 'unknown-id' } }
    const client = await RawClient.connect(porthole.serving.port ?? 0)
    client.send('HEAD /film.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    await client.readResponse('HEAD')
    client.close()
    expect(await porthole.commands.computeDigest(await lastEnded())).toEqual(refused)
    expect(await porthole.commands.computeDigest(999)).toEqual(refused)
    expect(await porthole.commands.readDigest(999)).toBe(null)
  })
})

describe('there is no digest, and it is said why,', () => {
  it('of a file that has changed since, though its size and its date in seconds have not', async () => {
    const { id } = await get()
    const { atime, mtime } = await stat(path)
    await writeFile(path, patterned(SIZE).fill(0, 0, 1))
    await utimes(path, atime, new Date(mtime.getTime() + 1))
    expect(await digest(id)).toEqual({ kind: 'failed', reason: 'changed' })
  })

  it('of a file that another has taken the place of', async () => {
    const { id } = await get()
    await rm(path)
    await writeFile(path, FILM)
    expect(await digest(id)).toEqual({ kind: 'failed', reason: 'changed' })
  })

  it('of a file that has gone, until it is there again', async () => {
    const { id } = await get()
    const { rename } = await import('node:fs/promises')
    await rename(path, `${path}.away`)
    expect(await digest(id)).toEqual({ kind: 'failed', reason: 'gone' })
    await rename(`${path}.away`, path)
    expect(await digest(id)).toMatchObject({ kind: 'done', whole: sha256(FILM) })
  })

  it('of what is no longer shared', async () => {
    const { id } = await get()
    const { shares } = await porthole.commands.takeSnapshot(undefined)
    await porthole.commands.removeShare(shares[0]?.id ?? 0)
    expect(await digest(id)).toEqual({ kind: 'failed', reason: 'gone' })
  })
})
