/** The fault lab over real sockets: what a client gets, what its row says, and that nobody else is touched. */
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../../main/share/porthole'
import type { LabFaults, LabTarget } from '../../../preload/lab'
import type { ExchangeRow } from '../../../preload/views'
import { RawClient } from '../../support/raw-client'

const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251))

let folder: string
let porthole: Porthole
let shareId: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-lab-'))
  await writeFile(join(folder, 'film.bin'), CONTENT)
  await writeFile(join(folder, 'other.bin'), 'OTHER')
  porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  const shared = await porthole.commands.openPaths([folder])
  shareId = shared.ok ? (shared.value[0]?.id ?? 0) : 0
})

afterEach(async () => {
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

interface Asking {
  readonly path?: string
  readonly fields?: readonly string[]
  readonly method?: string
}

/** One request on a connection of its own; it is closed afterwards. */
async function ask({ path = '/film.bin', fields = [], method = 'GET' }: Asking = {}) {
  const client = await connect()
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...fields, '', '']
  client.send(lines.join('\r\n'))
  const response = await client.readResponse(method)
  client.close()
  return response
}

const connect = (): Promise<RawClient> => RawClient.connect(porthole.serving.port ?? 0)

async function serveWith(faults: LabFaults, target?: LabTarget): Promise<void> {
  const film: LabTarget = { clientId: null, file: { shareId, path: 'film.bin' } }
  await porthole.commands.setLabRule({ target: target ?? film, faults })
}

/** The newest row, once it has ended. */
async function lastRow(): Promise<ExchangeRow | undefined> {
  let row: ExchangeRow | undefined
  await expect
    .poll(async () => {
      row = (await porthole.commands.takeSnapshot(undefined)).rows.at(-1)
      return row?.elapsedMs ?? null
    })
    .not.toBeNull()
  return row
}

/** How many files of the shared folder are open: what the lab opened it must close. */
async function openFiles(): Promise<number> {
  const descriptors = await readdir('/proc/self/fd')
  const links = await Promise.all(descriptors.map((each) => readlink(`/proc/self/fd/${each}`).catch(() => '')))
  return links.filter((link) => link.startsWith(join(folder, '/'))).length
}

describe('a cut', () => {
  it('breaks the connection before that octet of the file, says so, and is made once', async () => {
    await serveWith({ cutAt: 150_001 })
    const cut = await ask()
    expect(cut).toMatchObject({ status: 200, isWhole: false })
    expect(cut.fields['content-length']).toBe('200000')
    expect(cut.content.equals(CONTENT.subarray(0, 150_001))).toBe(true)
    const ended = { state: 'aborted-by-server', reason: 'lab-cut', sentBytes: 150_001, lab: ['cut'] }
    expect(await lastRow()).toMatchObject(ended)

    const rest = await ask({ fields: ['Range: bytes=150001-'] })
    expect(rest).toMatchObject({ status: 206, isWhole: true })
    expect(rest.content.equals(CONTENT.subarray(150_001))).toBe(true)
    const [rule] = (await porthole.commands.takeSnapshot(undefined)).lab
    expect(rule).toMatchObject({ fileSize: 200_000, cutExchangeId: 1 })
  })

  it('is an octet of the file, also where a part of it is sent', async () => {
    await serveWith({ cutAt: 100_000 })
    const part = await ask({ fields: ['Range: bytes=99990-100100'] })
    expect(part.content.equals(CONTENT.subarray(99_990, 100_000))).toBe(true)
  })

  it('does nothing to a part that ends before it, or to an answer without content', async () => {
    await serveWith({ cutAt: 100_000 })
    expect(await ask({ fields: ['Range: bytes=0-9'] })).toMatchObject({ status: 206, isWhole: true })
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, isWhole: true })
    expect(await lastRow()).not.toHaveProperty('lab')
  })
})

describe('other faults', () => {
  it('a stall sends all before its octet, waits, and goes on', async () => {
    await serveWith({ stall: { at: 1000, seconds: 1 } })
    const client = await connect()
    const began = performance.now()
    client.send('GET /film.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const { content } = await client.readResponse()
    expect(performance.now() - began).toBeGreaterThan(990)
    expect(content.equals(CONTENT)).toBe(true)
    client.close()
    expect(await lastRow()).toMatchObject({ state: 'complete', lab: ['stall'] })
  })

  it('one octet at a time is still the same content', async () => {
    await serveWith({ oneByOne: true })
    const { content } = await ask({ fields: ['Range: bytes=10-29'] })
    expect(content.equals(CONTENT.subarray(10, 30))).toBe(true)
  })

  it('a late head comes late, and whole', async () => {
    await serveWith({ lateHeadSeconds: 1 })
    const began = performance.now()
    expect(await ask()).toMatchObject({ status: 200, isWhole: true })
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  it('a weak entity tag makes If-Range worth nothing: the file comes whole', async () => {
    const { fields } = await ask()
    await serveWith({ weakTag: true })
    const weak = await ask({ fields: ['Range: bytes=5-', `If-Range: ${fields.etag ?? ''}`] })
    expect(weak).toMatchObject({ status: 200, fields: { etag: `W/${fields.etag ?? ''}` } })
    expect(weak.content.length).toBe(200_000)
    expect((await lastRow())?.lab).toEqual(['weak-tag'])
  })

  it('a wrong Content-Length announces more than comes, and the connection ends', async () => {
    await serveWith({ extraLength: 7 })
    const { fields, content, isWhole } = await ask()
    const got = { length: fields['content-length'], octets: content.length, isWhole }
    expect(got).toEqual({ length: '200007', octets: 200_000, isWhole: false })
    expect(await lastRow()).toMatchObject({ reason: 'lab-cut', lab: ['wrong-length'] })
  })

  it('Range can be ignored, and so can If-Range', async () => {
    await serveWith({ ignoreRange: true })
    expect(await ask({ fields: ['Range: bytes=5-9'] })).toMatchObject({ status: 200 })
    await serveWith({ ignoreIfRange: true })
    const stale = await ask({ fields: ['Range: bytes=5-9', 'If-Range: "another"'] })
    expect(stale).toMatchObject({ status: 206 })
    expect(await lastRow()).toMatchObject({ lab: ['ignore-if-range'] })
  })
})

describe('the lab', () => {
  it('touches no other file and no other client', async () => {
    await serveWith({ cutAt: 0 })
    expect(await ask({ path: '/other.bin' })).toMatchObject({ status: 200, isWhole: true })
    await serveWith({})
    await serveWith({ cutAt: 0 }, { clientId: 99, file: null })
    expect(await ask()).toMatchObject({ status: 200, isWhole: true })
  })

  it('lets the rule that says most of the target decide', async () => {
    await serveWith({ extraLength: 1 }, { clientId: null, file: null })
    await serveWith({ extraLength: 2 })
    expect((await ask()).fields['content-length']).toBe('200002')
    expect((await ask({ path: '/other.bin' })).fields['content-length']).toBe('6')
  })

  it('ends when it is turned off, rule by rule or altogether', async () => {
    await serveWith({ cutAt: 0 })
    await serveWith({})
    expect((await porthole.commands.takeSnapshot(undefined)).lab).toEqual([])
    await serveWith({ cutAt: 0 })
    await porthole.commands.clearLab(undefined)
    expect(await ask()).toMatchObject({ isWhole: true })
  })

  it.skipIf(process.platform !== 'linux')('closes every file, also for clients that leave while it waits', async () => {
    const leave = async (): Promise<void> => {
      const client = await connect()
      client.send('GET /film.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await expect.poll(openFiles).toBe(1)
      client.reset()
      await expect.poll(openFiles, { timeout: 3000 }).toBe(0)
    }
    await serveWith({ lateHeadSeconds: 600 })
    await leave()
    await serveWith({ stall: { at: 3, seconds: 600 } })
    await leave()
    await serveWith({ oneByOne: true })
    await leave()
    await serveWith({ cutAt: 10 })
    await ask()
    await expect.poll(openFiles, { timeout: 3000 }).toBe(0)
  })
})
