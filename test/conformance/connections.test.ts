/** Persistence, pipelining, half-closing, expectations and upgrades: RFC 9112 §9, RFC 9110 §7.8, §10.1.1. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LETTERS, MEBIBYTE } from '../support/share-fixture'
import type { Fields } from '../support/asked-server'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const CLOSE: Fields = { Connection: 'close' }
const get = (target: string, fields: Fields = {}) => served().request('GET', target, fields)
/** A request whose answer tells that the connection could be used again, and then ends it. */
const lastRequest = () => get('/a.txt', CLOSE)

/** What came back, in short. */
async function answers(...pieces: readonly (string | Uint8Array)[]) {
  const { responses, end } = await served().converse(...pieces)
  return [...responses.map(({ status, content }) => [status, content.toString()]), end]
}

describe('A connection', () => {
  it('of HTTP/1.1 persists (RFC 9112 §9.3)', async () => {
    expect(await answers(get('/letters.txt'), lastRequest())).toEqual([[200, LETTERS], [200, 'ALPHA-FILE\n'], 'closed'])
  })

  it('answers ten pipelined requests in order (RFC 9112 §9.3.2)', async () => {
    const targets = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? '/letters.txt' : '/a.txt'))
    const expected = targets.map((target) => [200, target === '/a.txt' ? 'ALPHA-FILE\n' : LETTERS])
    const requests = targets.map((target, index) => get(target, index === 9 ? CLOSE : {}))
    expect(await answers(requests.join(''))).toEqual([...expected, 'closed'])
  })

  it('takes the request behind a HEAD for the next one (RFC 9112 §6.3)', async () => {
    const client = await served().connect()
    client.send(served().request('HEAD', '/a.txt') + get('/letters.txt'))
    const head = await client.readResponse('HEAD')
    const { content } = await client.readResponse()
    client.close()
    expect([head.fields['content-length'], content.toString()]).toEqual(['11', LETTERS])
  })

  it.each([
    ['304', '/letters.txt', { 'If-None-Match': '*' }],
    ['404', '/nope', {}],
    ['206', '/letters.txt', { Range: 'bytes=0-1' }],
    ['416', '/letters.txt', { Range: 'bytes=99-' }],
    ['301', '/sub', {}],
    ['412', '/letters.txt', { 'If-Match': '"no"' }],
    ['400', '/%zz', {}],
  ])('can be used again after %s', async (status, target, fields) => {
    const { responses } = await served().converse(get(target, fields), lastRequest())
    expect(responses.map((response) => response.status)).toEqual([Number(status), 200])
  })

  it.each(['close', 'CLOSE', 'foo, close', 'close, foo'])('ends after "Connection: %s" (§9.6)', async (value) => {
    const { responses, end } = await served().converse(get('/letters.txt', { Connection: value }), lastRequest())
    expect(responses.map(({ status, fields }) => [status, fields.connection])).toEqual([[200, 'close']])
    expect(end).toBe('closed')
  })

  it('of HTTP/1.0 ends after one answer, and needs no Host', async () => {
    expect(await answers('GET /a.txt HTTP/1.0\r\n\r\n', lastRequest())).toEqual([[200, 'ALPHA-FILE\n'], 'closed'])
  })

  it('of HTTP/1.0 persists when asked to, and is told so (RFC 9112 appendix C.2.2)', async () => {
    const { responses } = await served().converse(
      `GET /letters.txt HTTP/1.0\r\nHost: ${served().host}\r\nConnection: keep-alive\r\n\r\n`,
      lastRequest(),
    )
    expect(responses.map(({ status, fields }) => [status, fields.connection])).toEqual([
      [200, 'keep-alive'],
      [200, 'close'],
    ])
  })

  it('of HTTP/1.0 gets no transfer coding (RFC 9112 §6.1)', async () => {
    const { responses } = await served().converse(`GET / HTTP/1.0\r\nHost: ${served().host}\r\n\r\n`)
    expect(responses.map(({ status, fields }) => [status, fields['transfer-encoding']])).toEqual([[200, undefined]])
  })
})

describe('A request', () => {
  it('may come octet by octet', async () => {
    const { responses } = await served().speak(async (client) => {
      for (const octet of lastRequest()) {
        client.send(octet)
        await sleep(1)
      }
    })
    expect(responses.map(({ status }) => status)).toEqual([200])
  })

  it('may be cut within its last line ends', async () => {
    const octets = lastRequest()
    const { responses } = await served().speak(async (client) => {
      for (const piece of [octets.slice(0, -3), octets.slice(-3, -1), octets.slice(-1)]) {
        client.send(piece)
        await sleep(50)
      }
    })
    expect(responses.map(({ status }) => status)).toEqual([200])
  })

  it('may stand behind one empty line (RFC 9112 §2.2)', async () => {
    expect(await answers('\r\n', lastRequest())).toEqual([[200, 'ALPHA-FILE\n'], 'closed'])
  })

  it.each([
    ['/a.txt', 11],
    ['/one-mb.bin', MEBIBYTE],
  ])('for %s is answered whole after the client has closed its half', async (target, length) => {
    const { responses, end } = await served().speak((client) => void client.send(get(target)).endSending())
    expect([...responses.map(({ status, content }) => [status, content.length]), end]).toEqual([
      [200, length],
      'closed',
    ])
  })
})

describe('Expect and Upgrade', () => {
  it('100-continue with nothing to send is not waited for (RFC 9110 §10.1.1)', async () => {
    expect(await answers(get('/a.txt', { Expect: '100-continue', ...CLOSE }))).toEqual([
      [200, 'ALPHA-FILE\n'],
      'closed',
    ])
  })

  it('anything else cannot be met: 417', async () => {
    expect((await served().get('/a.txt', { Expect: 'the-unexpected' })).status).toBe(417)
  })

  it.each<[string, Fields]>([
    ['h2c', { Upgrade: 'h2c', Connection: 'Upgrade, HTTP2-Settings', 'HTTP2-Settings': 'AAMAAABkAAQAAP__' }],
    [
      'websocket',
      {
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version': '13',
      },
    ],
  ])('an upgrade to %s is not taken (RFC 9110 §7.8)', async (_, fields) => {
    const { status, fields: answered, content } = await served().get('/a.txt', fields)
    expect([status, answered.upgrade, content.toString()]).toEqual([200, undefined, 'ALPHA-FILE\n'])
  })
})

/** RFC 9112 §6.3, §7.1: what is content is never a request, whoever refuses it and however late it comes. */
describe('Content is not taken for a request', () => {
  const smuggled = 'GET /letters.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  const length = { 'Content-Length': String(smuggled.length) }
  const chunked = `${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`

  it.each<[string, string, Fields, string, number]>([
    ['of GET with a length', 'GET', length, smuggled, 200],
    ['of GET in chunks', 'GET', { 'Transfer-Encoding': 'chunked' }, chunked, 200],
    ['of a refused POST with a length', 'POST', length, smuggled, 405],
    ['of a refused POST in chunks', 'POST', { 'Transfer-Encoding': 'chunked' }, chunked, 405],
    ['of a refused POST that was asked to wait', 'POST', { ...length, Expect: '100-continue' }, smuggled, 405],
  ])('%s', async (_, method, fields, content, expected) => {
    for (const pauseMs of [0, 30]) {
      const { responses } = await served().speak(async (client) => {
        client.send(served().request(method, '/a.txt', fields))
        await sleep(pauseMs)
        client.send(content).endSending()
      })
      expect(responses.map(({ status }) => status)).toEqual([expected])
    }
  })
})
