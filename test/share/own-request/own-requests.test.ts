/** Asking ourselves, over real sockets: what is sent is seen by the server as anybody's request is. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../../main/share/porthole'
import { ContractError } from '../../../preload/arguments'
import { commandArguments } from '../../../preload/contract'
import type { OwnRequest, Variation } from '../../../preload/own-request'
import { RawClient } from '../../support/raw-client'

let folder: string
let porthole: Porthole
let port: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-own-'))
  await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
  await writeFile(join(folder, 'big.bin'), '')
  await truncate(join(folder, 'big.bin'), 64 * 1024 * 1024)
  porthole = await openOn()
  await porthole.commands.openPaths([folder])
  port = porthole.serving.port ?? 0
})

afterEach(async () => {
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

function openOn(options: { readonly host?: string } = {}): Promise<Porthole> {
  return Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
    ...options,
  })
}

/** Asks as somebody else, and gives the exchange's id once it has ended. */
async function visit(request: string): Promise<number> {
  const { exchanges } = (await porthole.commands.takeSnapshot(undefined)).totals
  const client = await RawClient.connect(port)
  client.send(request)
  await client.readResponse(request.split(' ', 1)[0])
  client.close()
  return exchanges + 1
}

async function ask(request: OwnRequest) {
  const answer = await porthole.commands.askOurselves(commandArguments.askOurselves(request))
  if (!answer.ok) return answer.fault
  const detail = await porthole.commands.readDetail(answer.value.exchangeId)
  if (detail === null) throw new Error('Expected the exchange to be in the log')
  const decode = (base64: string | null) => Buffer.from(base64 ?? '', 'base64').toString('latin1')
  const { repeats } = detail
  return { ...detail.row, repeats, request: decode(detail.requestHead), response: decode(detail.responseHead) }
}

const again = (exchangeId: number, variation: Variation): OwnRequest => ({ kind: 'again', exchangeId, variation })
const fresh = (request: Partial<Extract<OwnRequest, { kind: 'new' }>>): OwnRequest => ({
  kind: 'new',
  method: 'GET',
  target: '/',
  fields: [],
  content: null,
  ...request,
})
const GET = (fields = '') => `GET /a.txt HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n${fields}\r\n`

describe('askOurselves', () => {
  it('sends the same octets again, as a row of its own that says so', async () => {
    const request = GET('X-Odd: \u00e9  \r\n')
    const id = await visit(request)
    expect(await ask(again(id, 'same'))).toMatchObject({
      id: id + 1,
      replayed: true,
      repeats: id,
      request,
      status: 200,
      state: 'complete',
      sentBytes: 6,
    })
    const { rows } = await porthole.commands.takeSnapshot(undefined)
    expect(rows.map(({ replayed }) => replayed)).toEqual([undefined, true])
  })

  it.each<[Variation, object]>([
    ['head', { method: 'HEAD', status: 200, sentBytes: 0, contentLength: 6 }],
    ['range', { status: 206, sentBytes: 6 }],
    ['if-none-match', { status: 304, state: 'not-modified', sentBytes: 0 }],
    ['http-1.0', { version: '1.0', status: 200 }],
    ['no-host', { status: 400, reason: 'host-missing' }],
    ['options', { method: 'OPTIONS', status: 204 }],
    ['whole', { status: 200, sentBytes: 6 }],
  ])('asks %s, and the server answers as it would anybody', async (variation, expected) => {
    expect(await ask(again(await visit(GET()), variation))).toMatchObject({ ...expected, replayed: true })
  })

  it('sends what broke HTTP again, and it breaks in the same place', async () => {
    const id = await visit('GET /a.txt HTTP/1.1\r\nHost : a\r\n\r\n')
    expect(await ask(again(id, 'same'))).toMatchObject({
      state: 'malformed',
      status: 400,
      reason: 'space-before-colon',
    })
    expect(await ask(again(id, 'no-host'))).toMatchObject({ replayed: true })
  })

  it('hangs up after 64 KiB of a large answer', async () => {
    const row = await ask(fresh({ target: '/big.bin' }))
    expect(row).toMatchObject({ status: 200, state: 'aborted-by-client', contentLength: 64 * 1024 * 1024 })
    expect(row).toMatchObject({ replayed: true, repeats: undefined })
  })

  it('makes a new request with the fields that it needs', async () => {
    porthole.shareEcho()
    const row = await ask(fresh({ method: 'POST', target: '/echo/', fields: [['X-A', 'b c']], content: '猫' }))
    expect(row).toMatchObject({
      status: 200,
      receivedBytes: 3,
      request: `POST /echo/ HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nX-A: b c\r\nContent-Length: 3\r\n\r\n`,
    })
  })

  it('is refused as anybody is under a name that is not ours', async () => {
    expect(await ask(fresh({ fields: [['Host', 'example.com']] }))).toMatchObject({ status: 421, replayed: true })
  })

  it('does not mark what others ask meanwhile', async () => {
    const [own, other] = await Promise.all([ask(fresh({ target: '/a.txt' })), visit(GET())])
    const { rows } = await porthole.commands.takeSnapshot(undefined)
    expect(rows.filter(({ replayed }) => replayed)).toHaveLength(1)
    expect(own).toMatchObject({ replayed: true })
    expect(other).toBeGreaterThan(0)
  })

  it('refuses in a fault what it cannot send', async () => {
    const posted = await visit(`POST /a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n\r\nx`)
    expect(await ask(again(posted, 'same'))).toEqual({ code: 'content-not-kept' })
    expect(await ask(again(posted, 'if-none-match'))).toEqual({ code: 'cannot-vary' })
    expect(await ask(again(999, 'same'))).toEqual({ code: 'request-not-kept' })
    await porthole.commands.stopServing(undefined)
    expect(await ask(again(posted, 'head'))).toEqual({ code: 'not-serving' })
  })

  it('reaches a server that listens on one address alone', async () => {
    await porthole.dispose({ graceMs: 0 })
    porthole = await openOn({ host: '127.0.0.2' })
    await porthole.commands.openPaths([folder])
    expect(await ask(fresh({ target: '/a.txt' }))).toMatchObject({ status: 200, sentBytes: 6 })
  })
})

describe('the argument of askOurselves', () => {
  it('is made anew, without what nobody asked for', () => {
    const given = { ...fresh({ fields: [['A', 'b']] }), port: 22, host: 'example.com' }
    expect(commandArguments.askOurselves(given)).toEqual(fresh({ fields: [['A', 'b']] }))
  })

  it.each([
    { ...fresh({}), method: 'GET /x HTTP/1.1\r\nA: b\r\n' },
    { ...fresh({}), target: '/a b' },
    { ...fresh({}), target: '/\r\nA: b' },
    { ...fresh({}), fields: [['A', 'b\r\nC: d']] },
    { ...fresh({}), fields: [['A:', 'b']] },
    { ...fresh({}), fields: [['A', ' b']] },
    { ...fresh({}), fields: Array.from({ length: 33 }, () => ['A', 'b']) },
    { ...fresh({}), content: 'x'.repeat(4097) },
    { kind: 'again', exchangeId: -1, variation: 'same' },
    { kind: 'again', exchangeId: 1, variation: 'twice' },
    { kind: 'other' },
    null,
  ])('is refused when it could forge a request: %j', (argument) => {
    expect(() => commandArguments.askOurselves(argument)).toThrow(ContractError)
  })
})
