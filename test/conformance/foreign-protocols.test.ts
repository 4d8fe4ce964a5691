/**
 * Whoever speaks another protocol on our port is answered or let go at once, and what it was stands in its row: "a TLS
 * handshake" tells a person that an address began with https where it must not.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ExchangeDetail } from '../../preload/views'
import { HeadlessProcess } from '../headless/headless-process'
import { readConversation } from '../support/asked-server'
import { ConsoleClient } from '../support/console-client'
import { RawClient } from '../support/raw-client'
import { runClient } from '../support/run-client'

/** Whoever would have to wait for a deadline of ours waits longer. */
const AT_ONCE_MS = 3000

let porthole: HeadlessProcess
let console: ConsoleClient
let port: number
/** Id of the last row before a test. */
let known: number

beforeAll(async () => {
  porthole = new HeadlessProcess(['--echo', '--host', '127.0.0.1', '--port', '0', '--console', '--log', 'json'])
  console = await ConsoleClient.open(await porthole.printed(/Console {2}(\S+)/, 'stderr'))
  port = Number(new URL(await porthole.serving()).port)
})
afterAll(async () => {
  console.close()
  await porthole.stop()
})
beforeEach(async () => {
  known = (await console.call('takeSnapshot')).totals.exchanges
})

/** Waits for the row of the only exchange since the test has begun, and gives what it tells. */
async function newRow(): Promise<ExchangeDetail> {
  const detail = () => console.call('readDetail', known + 1)
  await expect.poll(async () => (await detail())?.timing.ended ?? null, { timeout: AT_ONCE_MS }).not.toBeNull()
  return (await detail()) as ExchangeDetail
}

async function expectNamed(foreign: string, status: number): Promise<void> {
  const { row, faultOffset } = await newRow()
  expect([row.foreign, row.state, row.reason, row.status]).toEqual([foreign, 'malformed', 'foreign-protocol', status])
  expect([row.method, faultOffset]).toEqual([null, 0])
  // The same from the command line, which gathers its lines.
  const line = () => porthole.lines().find(({ id }) => id === row.id)
  await expect.poll(line).toMatchObject({ outcome: 'malformed', reason: 'foreign-protocol', foreign, status })
}

/** Sends octets and keeps its half open: the server has to end it. */
async function speak(octets: string) {
  const began = performance.now()
  const client = await RawClient.connect(port)
  try {
    const { responses, end } = await readConversation(client.send(octets))
    expect(performance.now() - began).toBeLessThan(AT_ONCE_MS)
    return [...responses.map(({ status }) => status), end]
  } finally {
    client.close()
  }
}

const zeros = (count: number) => '\0'.repeat(count)

describe('The first octets of', () => {
  it.each([
    ['a TLS record', '\x16\x03\x01', 'tls', 400],
    ['a TLS 1.0 ClientHello', `\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03${zeros(64)}`, 'tls', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'http2', 505],
    ['SSH 2', 'SSH-2.0-OpenSSH_9.0\r\n', 'ssh', 400],
    ['SSH 1', 'SSH-1.99-OpenSSH_3.9\n', 'ssh', 400],
    ['RTSP', 'OPTIONS rtsp://127.0.0.1/media RTSP/1.0\r\nCSeq: 1\r\n\r\n', 'rtsp', 505],
    ['RTSP with a target that could be ours', 'DESCRIBE / RTSP/2.0\r\nCSeq: 2\r\n\r\n', 'rtsp', 505],
    ['SMB 1', `\0\0\0\x54\xffSMBr${zeros(70)}`, 'smb', 400],
    ['SMB 2', `\0\0\0\x68\xfeSMB@\0${zeros(98)}`, 'smb', 400],
    ['SMB 3, encrypted', `\0\0\0\x68\xfdSMB${zeros(100)}`, 'smb', 400],
    ['SOCKS 5', '\x05\x01\0', 'socks', 400],
    ['SOCKS 4', '\x04\x01\0\x50\x7f\0\0\x01\0', 'socks', 400],
    ['PostgreSQL', '\0\0\0\x08\x04\xd2\x16\x2f', 'binary', 400],
    ['MQTT', '\x10\x0c\0\x04MQTT\x04\x02\0\x3c\0\0', 'binary', 400],
    ['RDP', '\x03\0\0\x13\x0e\xe0\0\0\0\0\0\x01\0\x08\0\x03\0\0\0', 'binary', 400],
    ['nothing that is known', `\x00\x01\x02\xff\xfe\xfd${zeros(200)}`, 'binary', 400],
    ['one octet that no text begins with', '\x80', 'binary', 400],
  ])('%s are known', async (_, octets, foreign, status) => {
    expect(await speak(octets)).toEqual([status, 'closed'])
    await expectNamed(foreign, status)
  })

  // Text is read as a request line, and said to be none.
  it.each([
    ['Redis', '*1\r\n$4\r\nPING\r\n'],
    ['SMTP', 'EHLO client.example\r\n'],
    ['memcached', 'stats\r\n'],
    ['Gopher', '/folder\r\n'],
    ['HTTP/0.9', 'GET /\r\n'],
    ['the PROXY protocol', 'PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\n'],
    ['the PROXY protocol, version 2', '\r\n\r\n\0\r\nQUIT\n\x20\x11\0\x0c'],
  ])('%s are refused for what they are not', async (_, octets) => {
    expect(await speak(octets)).toEqual([400, 'closed'])
    const { row } = await newRow()
    expect([row.state, row.status, row.foreign]).toEqual(['malformed', 400, undefined])
  })
})

describe('A client of', () => {
  it('TLS gives up its handshake', async () => {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toMatch(/^ERR_SSL_/)
    await expectNamed('tls', 400)
  })

  it('HTTP/2 gives up its session', async () => {
    const session = connectHttp2(`http://127.0.0.1:${String(port)}`)
    // An answer in HTTP/1.1 is no frame of its protocol.
    const [error] = (await once(session, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toMatch(/^ERR_HTTP2_/)
    await expectNamed('http2', 505)
  })

  const quietSsh = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'LogLevel=ERROR']

  it.for<readonly [protocol: string, status: number, program: string, args: readonly string[]]>([
    ['tls', 400, 'openssl', ['s_client', '-connect', '127.0.0.1:PORT']],
    ['tls', 400, 'curl', ['-sk', 'https://127.0.0.1:PORT/']],
    ['http2', 505, 'curl', ['-s', '--http2-prior-knowledge', 'http://127.0.0.1:PORT/']],
    ['ssh', 400, 'ssh', ['-p', 'PORT', ...quietSsh.flatMap((option) => ['-o', option]), 'nobody@127.0.0.1']],
    ['rtsp', 505, 'curl', ['-s', 'rtsp://127.0.0.1:PORT/media']],
    // It does not see that we have ended, and waits for the rest of a message.
    ['smb', 400, 'curl', ['-s', '--max-time', '1', '-u', 'a:b', 'smb://127.0.0.1:PORT/share/file']],
    ['socks', 400, 'curl', ['-s', '--socks5', '127.0.0.1:PORT', 'http://192.0.2.1/']],
    ['socks', 400, 'curl', ['-s', '--socks4', '127.0.0.1:PORT', 'http://192.0.2.1/']],
    ['binary', 400, 'curl', ['-s', 'mqtt://127.0.0.1:PORT/topic']],
  ])('%s is answered %d, and ends at once: %s %j', async ([protocol, status, program, args], { skip }) => {
    skip(!canRun(program), `there is no ${program} on this machine`)
    const began = performance.now()
    const words = args.map((word) => word.replace('PORT', String(port)))
    expect((await runClient(program, words, '.')).code).not.toBe(0)
    expect(performance.now() - began).toBeLessThan(AT_ONCE_MS)
    await expectNamed(protocol, status)
  })
})

function canRun(program: string): boolean {
  return spawnSync(program, { stdio: 'ignore' }).error === undefined
}
