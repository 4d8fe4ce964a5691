/** Methods on files that can only be read: RFC 9110 §9. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const ALLOW = 'GET, HEAD, OPTIONS'

describe('A shared file', () => {
  const expectUntouched = async () => {
    expect(await readFile(join(served().root, 'a.txt'), 'utf8')).toBe('ALPHA-FILE\n')
    await expect(stat(join(served().root, 'pwn.txt'))).rejects.toThrow('ENOENT')
  }

  // Methods that we know and do not offer (RFC 9110 §15.5.6).
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('refuses %s with 405 and says what it takes', async (method) => {
    const fields = { 'Content-Length': '0', Destination: '/pwn.txt', 'X-Secret': 'tracemark123' }
    const { status, fields: answered, content } = await served().ask(method, '/a.txt', fields)
    expect([status, answered.allow]).toEqual([405, ALLOW])
    // RFC 9110 §9.3.8: TRACE would reflect what a script may not read.
    expect(content.toString()).not.toContain('tracemark123')
    await expectUntouched()
  })

  // Methods of others, or of nobody (RFC 9110 §9.1); they are case-sensitive.
  it.each([
    ...['MKCOL', 'MOVE', 'COPY', 'PROPFIND', 'LOCK', 'PURGE', 'LINK', 'REPORT'],
    ...['FOO', 'get', 'GETT', 'GE', 'X-Y-Z', "M!#$%&'*+-.^_`|~"],
  ])('does not know %s: 501', async (method) => {
    const fields = { 'Content-Length': '0', Destination: '/pwn.txt' }
    const { status, fields: answered } = await served().ask(method, '/a.txt', fields)
    expect([status, answered.connection]).toEqual([501, 'close'])
    await expectUntouched()
  })
})

describe('CONNECT', () => {
  it('is refused, and what follows is not read', async () => {
    const tunnel = 'GET /letters.txt HTTP/1.1\r\nHost: x\r\n\r\n'
    const { responses } = await served().converse(served().request('CONNECT', '127.0.0.1:1'), tunnel)
    expect(responses.map(({ status, fields }) => [status, fields.connection])).toEqual([[405, 'close']])
  })
})

describe('OPTIONS', () => {
  it.each(['*', '/a.txt', '/sub/', '/nope'])('%s says what is offered, and has no content', async (target) => {
    const { status, fields, content } = await served().ask('OPTIONS', target)
    expect([status, fields.allow, content.length]).toEqual([204, ALLOW, 0])
    // RFC 9110 §8.6: none in a 204.
    expect(fields['content-length']).toBeUndefined()
  })
})

describe('HEAD', () => {
  it.each([
    ['/a.txt', 200],
    ['/empty.bin', 200],
    ['/one-mb.bin', 200],
    ['/page.html', 200],
    ['/withindex/', 200],
    ['/sub/', 200],
    ['/sub', 301],
    ['/nope', 404],
    ['/a%00', 400],
  ])('%s tells what GET does, without the content (RFC 9110 §9.3.2)', async (target, expected) => {
    const [whole, { responses }] = await Promise.all([
      served().get(target),
      served().converse(served().request('HEAD', target, { Connection: 'close' })),
    ])
    const [head] = responses
    expect([whole.status, head?.status]).toEqual([expected, expected])
    const { date: _date, 'content-length': length, ...fields } = whole.fields
    expect(head?.fields).toMatchObject(fields)
    // The length of a listing is known only once it has been written, and may be left out (RFC 9110 §8.6).
    expect(head?.fields['content-length']).toBe(target === '/sub/' ? undefined : length)
    expect([responses.length, head?.content.length]).toEqual([1, 0])
  })

  it('that is refused for its syntax gets no content either', async () => {
    const { responses } = await served().converse('HEAD /a.txt HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n')
    expect(responses.map(({ status, content }) => [status, content.length])).toEqual([[400, 0]])
  })
})
