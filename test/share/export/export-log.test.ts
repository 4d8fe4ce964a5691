/** What is saved from a log that real requests have filled, and that others can read it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../../main/share/porthole'
import type { OfferedFile, Shell } from '../../../main/share/shell'
import { inPieces } from '../../../main/share/export/pieces'
import { exportFault } from '../../../main/share/export/export-fault'
import { commandArguments } from '../../../preload/contract'
import type { ExportFormat } from '../../../preload/export-request'
import { RawClient } from '../../support/raw-client'

let folder: string
let porthole: Porthole

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-export-'))
  await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
})

afterEach(async () => {
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

async function openWith(shell: Shell): Promise<void> {
  porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.2.3', language: 'en' },
    shell,
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  if (shell.kind === 'desktop') await porthole.commands.openPaths([join(folder, 'a.txt')])
  else await porthole.commands.openTypedPath(join(folder, 'a.txt'))
}

/** Visitors of every kind: one who gets a part, one who is refused, one who breaks HTTP, one who deceives. */
const REQUESTS = [
  'GET /a.txt?x=1&y=%C3%A9 HTTP/1.1\r\nHost: studio:1\r\nRange: bytes=1-2\r\nUser-Agent: =cmd("x"),1\r\nX-Odd: \xe9 \xe7\x8c\xab\r\n\r\n',
  'HEAD /nothing HTTP/1.0\r\n\r\n',
  'GET /a.txt HTTP/1.1\r\nHost : a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /\xe9{}|\\^`"<> HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
]

async function visit(): Promise<void> {
  for (const request of REQUESTS) {
    const client = await RawClient.connect(porthole.serving.port ?? 0)
    client.send(request)
    await client.readResponse(request.split(' ', 1)[0])
    client.close()
  }
  const ended = async () => (await porthole.commands.takeSnapshot(undefined)).totals.active
  await expect.poll(ended).toBe(0)
}

/** Saves as the desktop does, and gives the file's text. */
async function save(format: ExportFormat, ids: readonly number[] | null = null): Promise<string> {
  const path = join(folder, `saved.${format}`)
  await openWith({ kind: 'desktop', chooseSavePlace: async () => path })
  await visit()
  await porthole.commands.commentExchange({ id: 1, text: 'the "first" one' })
  const answer = await porthole.commands.exportLog(commandArguments.exportLog({ format, ids }))
  const exchanges = ids?.length ?? REQUESTS.length
  expect(answer).toEqual({ ok: true, value: { kind: 'saved', name: `saved.${format}`, exchanges } })
  return readFile(path, 'utf8')
}

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly comment?: string
      readonly request: {
        readonly url: string
        readonly method: string
        readonly queryString: unknown
        readonly headers: readonly unknown[]
      }
      readonly response: { readonly status: number; readonly content: unknown }
      readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
      readonly time: number
    }[]
  }
}

describe('exportLog', () => {
  it('writes HAR 1.2 that keeps its schema, in whatever state the requests are', async () => {
    const har = JSON.parse(await save('har')) as Har
    expect(refusals(har)).toEqual([])
    const { entries } = har.log
    expect(entries.map(({ request, response }) => [request.method, response.status])).toEqual([
      ['GET', 206],
      ['HEAD', 404],
      ['GET', 400],
      ['OPTIONS', 204],
      ['GET', 404],
    ])
    expect(entries[0]).toMatchObject({
      comment: 'the "first" one',
      request: {
        url: 'http://studio:1/a.txt?x=1&y=%C3%A9',
        queryString: [
          { name: 'x', value: '1' },
          { name: 'y', value: 'é' },
        ],
        headers: [{ name: 'Host' }, { name: 'Range', value: 'bytes=1-2' }, { name: 'User-Agent' }, { name: 'X-Odd' }],
      },
      response: { content: { size: 2, mimeType: 'text/plain; charset=utf-8' } },
    })
    for (const { time, timings } of entries) {
      expect(timings.send + timings.wait + timings.receive).toBeCloseTo(time, 6)
      expect(Math.min(timings.send, timings.wait, timings.receive)).toBeGreaterThanOrEqual(0)
    }
  })

  it('writes a session with a line for each exchange, its heads octet by octet, and an end', async () => {
    const lines = (await save('ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, never>)
    expect(lines[0]).toMatchObject({ porthole: 'session', version: 1, program: '1.2.3', exchanges: 5 })
    expect(lines[1]).toMatchObject({ client: { address: '127.0.0.1', exchanges: 5 } })
    expect(lines.at(-1)).toEqual({ end: 5 })
    const [first] = lines.slice(2) as unknown as readonly { readonly exchange: { readonly requestHead: string } }[]
    expect(first?.exchange).toEqual(await porthole.commands.readDetail(1))
    expect(Buffer.from(first?.exchange.requestHead ?? '', 'base64').toString('latin1')).toBe(REQUESTS[0])
  })

  it('writes a table in which no text of a stranger is a formula', async () => {
    const [head, first, ...others] = (await save('csv')).trimEnd().split('\r\n')
    expect(head).toMatch(/^\ufeffid,time,client,address,port,method,target,/)
    expect(first).toContain(`"'=cmd(""x""),1"`)
    expect(first).toContain('"the ""first"" one"')
    expect(others).toHaveLength(4)
  })

  it('writes only what was chosen, and nothing of what has left memory', async () => {
    const path = join(folder, 'some.ndjson')
    await openWith({ kind: 'desktop', chooseSavePlace: async () => path })
    await visit()
    const answer = await porthole.commands.exportLog({ format: 'ndjson', ids: [4, 2, 999] })
    expect(answer).toMatchObject({ value: { exchanges: 2 } })
    expect((await readFile(path, 'utf8')).match(/"id":\d+,"at"/g)).toHaveLength(2)
  })

  it('saves nothing when the dialog is cancelled, or when there is nothing', async () => {
    await openWith({ kind: 'desktop', chooseSavePlace: async () => null })
    expect(await porthole.commands.exportLog({ format: 'har', ids: null })).toEqual({
      ok: false,
      fault: { code: 'nothing-to-export' },
    })
    await visit()
    expect(await porthole.commands.exportLog({ format: 'har', ids: null })).toEqual({
      ok: true,
      value: { kind: 'cancelled' },
    })
  })

  it('tells that it could not write there, and leaves nothing behind', async () => {
    await openWith({ kind: 'desktop', chooseSavePlace: async () => join(folder, 'gone', 'x.har') })
    await visit()
    expect(await porthole.commands.exportLog({ format: 'har', ids: null })).toEqual({
      ok: false,
      fault: { code: 'file-unwritable', about: 'x.har' },
    })
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  it('offers the file to the browser of the console', async () => {
    const offered: OfferedFile[] = []
    await openWith({ kind: 'console', offerDownload: (file) => `downloads/${String(offered.push(file))}` })
    await visit()
    const answer = await porthole.commands.exportLog({ format: 'csv', ids: null })
    expect(answer).toMatchObject({ value: { kind: 'download', path: 'downloads/1', exchanges: 5 } })
    expect(offered[0]?.name).toMatch(/^porthole-\d{8}-\d{6}\.csv$/)
    expect([...(offered[0]?.pieces ?? [])].join('').split('\r\n')).toHaveLength(7)
  })
})

describe('exportFault', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'file-unwritable'],
  ])('says of %s %s', (code, expected) => {
    expect(exportFault(failure(code), 'x.har')).toEqual({ code: expected, about: 'x.har' })
  })

  it('throws on what is a bug', () => {
    expect(() => exportFault(new TypeError('ours'), 'x.har')).toThrow('ours')
  })
})

describe('inPieces', () => {
  it('joins short texts and loses none', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `line ${String(at)}\n`)
    const pieces = [...inPieces(texts)]
    expect(pieces.join('')).toBe(texts.join(''))
    expect(pieces.length).toBeLessThan(3)
    expect([...inPieces([])]).toEqual([])
  })
})

/** What the schema of HAR 1.2 has against a file. Formats are checked for what they are about: addresses. */
function refusals(har: unknown): readonly string[] {
  const schemas = createRequire(import.meta.url)('har-schema') as Record<string, object>
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object)
  ajv.addFormat('uri', (text: string) => URL.canParse(text) && /^[!-~]+$/.test(text))
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)))
  ajv.addFormat('ipv4', /^\d+(?:\.\d+){3}$/)
  ajv.addFormat('ipv6', /:/)
  for (const schema of Object.values(schemas)) ajv.addSchema(schema)
  ajv.validate('har.json#', har)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
