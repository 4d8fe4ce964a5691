/** Request lines that are none, or none of ours: RFC 9112 §2.2, §3. */
import { describe, expect, it } from 'vitest'
import { FOLLOW_UP, HOST, statusesWithFollowUp } from '../support/follow-up'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const statuses = (octets: string) => statusesWithFollowUp(served(), octets)

describe.concurrent('A request line', () => {
  // method SP request-target SP HTTP-version (RFC 9112 §3), and nothing else.
  it.each([
    // HTTP/0.9 had no version, and no head in its answers.
    ...['GET /a.txt', 'GET /a.txt ', 'GET', ' /a.txt HTTP/1.1', 'GET  HTTP/1.1'],
    // HTTP-version = %s"HTTP" "/" DIGIT "." DIGIT (RFC 9112 §2.3).
    ...['GET /a.txt http/1.1', 'GET /a.txt HTTP/1.', 'GET /a.txt HTTP/.1', 'GET /a.txt HTTP/1', 'GET /a.txt HTTP/11'],
    ...['GET /a.txt HTTP/1.1.1', 'GET /a.txt HTTP/1.11', 'GET /a.txt HTTP/01.1', 'GET /a.txt HTTP/-1.1'],
    ...['GET /a.txt HTTP/1,1', 'GET /a.txt HTTPS/1.1', 'GET /a.txt ICE/1.0', 'GET /a.txt HTTP/1.1x'],
    // Exactly one SP: recipients that take other white space see other targets (RFC 9112 §11.2).
    ...['GET /a.txt HTTP/1.1 x', 'GET /a.txt HTTP/1.1 ', 'GET  /a.txt  HTTP/1.1', 'GET\t/a.txt\tHTTP/1.1'],
    ...['GET\v/a.txt HTTP/1.1', 'GET\f/a.txt HTTP/1.1', ' GET /a.txt HTTP/1.1', 'GET /a txt HTTP/1.1'],
    // method = token (RFC 9110 §9.1).
    ...['G\0ET /a.txt HTTP/1.1', 'G\x01ET /a.txt HTTP/1.1', 'G/T /a.txt HTTP/1.1', 'GE:T /a.txt HTTP/1.1'],
    ...['G\xc9T /a.txt HTTP/1.1', '\xef\xbb\xbfGET /a.txt HTTP/1.1'],
    // Octets that no target holds, and forms that do not belong to the method (RFC 9112 §3.2).
    ...['GET /a.txt\0 HTTP/1.1', 'GET /\x01a.txt HTTP/1.1', 'GET /\x7fa.txt HTTP/1.1', 'GET /a.txt\t HTTP/1.1'],
    ...['GET /a.txt\rX HTTP/1.1', 'GET /a.txt#f HTTP/1.1', 'GET a.txt HTTP/1.1', 'GET ?x HTTP/1.1', 'GET * HTTP/1.1'],
    ...['GET 127.0.0.1:80 HTTP/1.1', 'CONNECT h HTTP/1.1'],
    // Absolute forms without an authority, with a bad one, or of a scheme that is not ours to serve.
    ...['GET http:///a.txt HTTP/1.1', 'GET http://h:x/a.txt HTTP/1.1', 'GET http://[::g]/a.txt HTTP/1.1'],
    ...['GET http://u:p@127.0.0.1/a.txt HTTP/1.1', 'GET ftp://h/a.txt HTTP/1.1'],
  ])('%j is refused with 400', async (line) => {
    expect(await statuses(`${line}\r\n${HOST}\r\n`)).toEqual([400])
  })

  // RFC 9110 §15.6.6: it is the major version that we do not serve.
  it.each([
    ...['GET /a.txt HTTP/9.9', 'GET /a.txt HTTP/3.0', 'GET /a.txt HTTP/2.0', 'GET /a.txt HTTP/0.9'],
    'GET /a.txt RTSP/1.0',
  ])('%j is refused with 505', async (line) => {
    expect(await statuses(`${line}\r\n${HOST}\r\n`)).toEqual([505])
  })

  it('of a higher minor version is read as ours (RFC 9110 §6.2)', async () => {
    expect(await statuses(`GET /a.txt HTTP/1.2\r\n${HOST}\r\n`)).toEqual([200, 200])
  })

  it('with junk before its method has another method, and nothing after it is trusted', async () => {
    expect(await statuses(`junkGET /a.txt HTTP/1.1\r\n${HOST}\r\n`)).toEqual([501])
  })
})

describe.concurrent('What is no request line at all is refused with 400:', () => {
  it.each([
    ['octets', `${'\0\x01\x02\xff\xfe\xfd'.repeat(20)}\r\n\r\n`],
    ['the banner of SSH', 'SSH-2.0-OpenSSH_9.0\r\n\r\n'],
    ['a command to memcached', 'stats\r\n\r\n'],
    ['the greeting of SMTP', 'HELO x\r\n\r\n'],
  ])('%s', async (_, octets) => {
    expect(await statuses(octets)).toEqual([400])
  })
})

/** RFC 9112 §2.2: a recipient may take a bare LF for a line end and must not take a bare CR for one. We take neither. */
describe.concurrent('A line end', () => {
  it.each([
    ['LF everywhere', 'GET /a.txt HTTP/1.1\nHost: 127.0.0.1\n\n'],
    ['LF after the request line', `GET /a.txt HTTP/1.1\n${HOST}\r\n`],
    ['LF after a field line', 'GET /a.txt HTTP/1.1\r\nHost: 127.0.0.1\nX: y\r\n\r\n'],
    ['CR CR LF', `GET /a.txt HTTP/1.1\r\r\n${HOST}\r\n`],
    ['CR in a field value', `GET /a.txt HTTP/1.1\r\n${HOST}X: a\rb\r\n\r\n`],
    ['CR that hides a field', `GET /a.txt HTTP/1.1\r\n${HOST}X: a\rTransfer-Encoding: chunked\r\n\r\n`],
    ['LF that hides a field', `POST /a.txt HTTP/1.1\r\n${HOST}X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ])('of %s is refused with 400', async (_, octets) => {
    expect(await statuses(octets)).toEqual([400])
  })

  it('of CR everywhere is waited on, and refused with the first LF', async () => {
    const { responses, end } = await served().converse(`GET /a.txt HTTP/1.1\rHost: 127.0.0.1\r\r${FOLLOW_UP}`)
    expect([...responses.map(({ status }) => status), end]).toEqual([400, 'closed'])
  })

  it.each([
    [1, [200, 200]],
    // One is what old clients send; more are somebody else's octets.
    [2, [400]],
    [5, [400]],
    [1000, [400]],
  ])('alone may stand before a request once; %d times it is answered %j', async (count, expected) => {
    expect(await statuses(`${'\r\n'.repeat(count)}GET /a.txt HTTP/1.1\r\n${HOST}\r\n`)).toEqual(expected)
  })
})
