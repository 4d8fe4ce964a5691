/**
 * How much content a request has: RFC 9112 §6 and §7. Two recipients that disagree about it see different requests, and
 * one client's content becomes another's request; so whatever could be read in two ways is refused, and nothing after
 * it is read.
 */
import { describe, expect, it } from 'vitest'
import { HOST, statusesWithFollowUp } from '../support/follow-up'
import { serveEcho, serveFixture } from '../support/while-testing'

const files = serveFixture()
const echo = serveEcho()
const SMUGGLED = 'GET /letters.txt HTTP/1.1\r\nHost: s\r\n\r\n'

/**
 * Sends a request with content to those who could take it in three ways: a file to be read, one to be changed, which is
 * refused, and the echo, which reads the content to its end.
 */
async function statuses(fieldLines: readonly string[], content = '') {
  const rest = ` /a.txt HTTP/1.1\r\n${HOST}${fieldLines.map((line) => `${line}\r\n`).join('')}\r\n${content}`
  const [read, changed, echoed] = await Promise.all([
    statusesWithFollowUp(files(), `GET${rest}`),
    statusesWithFollowUp(files(), `POST${rest}`),
    statusesWithFollowUp(echo(), `POST${rest}`),
  ])
  return { read, changed, echoed }
}

/** The head is refused, and nothing else is read. */
const refusedWith = (status: number) => ({ read: [status], changed: [status], echoed: [status] })

/** Whoever reads the content finds its end, and the next request behind it; whoever does not ends the connection. */
const ACCEPTED = { read: [200], changed: [405], echoed: [200, 200] }

/** Whoever reads the content refuses it; whoever does not has answered, and ends the connection as well. */
const brokenWith = (status: number) => ({ read: [200], changed: [405], echoed: [status] })

describe.concurrent('Content-Length', () => {
  // Content-Length = 1*DIGIT (RFC 9110 §8.6).
  it.each(['-1', '-0', '+5', '0x5', '5.0', '5e0', '5_0', '5 5', 'abc', '5abc', '', '\xb2', '"5"', '5\0', '5;'])(
    '%j is refused with 400',
    async (value) => {
      expect(await statuses([`Content-Length: ${value}`], 'hello')).toEqual(refusedWith(400))
    },
  )

  it.each(['18446744073709551621', '9223372036854775808', '9'.repeat(30)])(
    '%s cannot be counted: 413',
    async (value) => {
      expect(await statuses([`Content-Length: ${value}`], 'hello')).toEqual(refusedWith(413))
    },
  )

  // RFC 9112 §6.3: several values are one when they are the same.
  it.each([
    ['a list of different ones', ['Content-Length: 5, 6'], 'hello!'],
    ['different lines', ['Content-Length: 5', 'Content-Length: 6'], 'hello!'],
    ['lines spelled differently', ['content-length: 0', `CONTENT-LENGTH: ${String(SMUGGLED.length)}`], SMUGGLED],
    ['white space before the colon', ['Content-Length : 5'], 'hello'],
  ])('is refused with 400: %s', async (_, lines, content) => {
    expect(await statuses(lines, content)).toEqual(refusedWith(400))
  })

  it.each([
    ['digits', ['Content-Length: 5']],
    ['zeros in front', ['Content-Length: 005']],
    ['a list of equal ones', ['Content-Length: 5, 5']],
    ['equal lines', ['Content-Length: 5', 'Content-Length: 5']],
  ])('is accepted: %s', async (_, lines) => {
    expect(await statuses(lines, 'hello')).toEqual(ACCEPTED)
  })
})

describe.concurrent('Transfer-Encoding', () => {
  // RFC 9112 §6.3: without a final `chunked` nobody knows where the content ends.
  it.each([
    ...[
      'identity',
      'nonsense',
      'gzip',
      'chunked, gzip',
      'chunked, identity',
      'chunked, chunked',
      'xchunked',
      'chunkedx',
    ],
    ...[
      'chunked;q=1',
      '"chunked"',
      '\x0bchunked',
      'chunked\0',
      'chunked;',
      ',',
      '',
      'c\xe2\x84\xaahunked',
      'chunked gzip',
    ],
    // An empty member is legal in a list (RFC 9110 §5.6.1.2) and has served to hide codings.
    ', chunked',
  ])('%j is refused with 400', async (value) => {
    expect(await statuses([`Transfer-Encoding: ${value}`], '0\r\n\r\n')).toEqual(refusedWith(400))
  })

  it('of a coding that we do not know, under chunks, is refused with 501 (RFC 9112 §6.1)', async () => {
    expect(await statuses(['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n')).toEqual(refusedWith(501))
  })

  it.each([
    ['beside a length of nothing', ['Content-Length: 0', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['beside a length', ['Transfer-Encoding: chunked', 'Content-Length: 6'], '0\r\n\r\nG'],
    ['twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n'],
    ['with white space before the colon', ['Transfer-Encoding : chunked', 'Content-Length: 5'], '0\r\n\r\n'],
  ])('is refused with 400 %s', async (_, lines, content) => {
    expect(await statuses(lines, content)).toEqual(refusedWith(400))
  })

  it('is refused with 400 in HTTP/1.0, which has none (RFC 9112 §6.1)', async () => {
    const request = `POST /a.txt HTTP/1.0\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
    expect(await statusesWithFollowUp(files(), request)).toEqual([400])
  })

  it('is accepted as CHUNKED too: codings are case-insensitive', async () => {
    expect(await statuses(['Transfer-Encoding: CHUNKED'], '0\r\n\r\n')).toEqual(ACCEPTED)
  })
})

describe.concurrent('Chunks', () => {
  const inChunks = (content: string) => statuses(['Transfer-Encoding: chunked'], content)

  // chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF; chunk-size = 1*HEXDIG (RFC 9112 §7.1).
  it.each([
    ['a negative size', '-1\r\nx\r\n0\r\n\r\n'],
    ['a size with a sign', '+1\r\nx\r\n0\r\n\r\n'],
    ['a size with 0x', '0x1\r\nx\r\n0\r\n\r\n'],
    ['a size that is no number', 'Z\r\nx\r\n0\r\n\r\n'],
    ['no size', '\r\nx\r\n0\r\n\r\n'],
    ['a size after a space', ' 1\r\nx\r\n0\r\n\r\n'],
    ['a size before a space', '1 \r\nx\r\n0\r\n\r\n'],
    ['a size with an underscore', '1_0\r\nx\r\n0\r\n\r\n'],
    ['a size beyond 2^64', '10000000000000001\r\nx\r\n0\r\n\r\n'],
    ['a size of 33 digits', `${'f'.repeat(33)}\r\nx\r\n`],
    ['LF after the size', '1\nx\r\n0\r\n\r\n'],
    ['CR after the size', '1\rx\r\n0\r\n\r\n'],
    ['data longer than its size', '1\r\nxx\r\n0\r\n\r\n'],
    ['data without its line end', '1\r\nx0\r\n\r\n'],
    ['data ended by LF LF', '1\r\nx\n\n0\r\n\r\n'],
    ['NUL in an extension', '1;a=\0\r\nx\r\n0\r\n\r\n'],
    ['CR in an extension', '1;a\rb\r\nx\r\n0\r\n\r\n'],
    ['LF in an extension', '1;a\nb\r\nx\r\n0\r\n\r\n'],
    ['a malformed trailer field', '0\r\nX y: z\r\n\r\n'],
  ])('with %s are refused with 400', async (_, content) => {
    expect(await inChunks(content)).toEqual(brokenWith(400))
  })

  it('with an extension of 20 kB are refused with 413 (RFC 9112 §7.1.1)', async () => {
    expect(await inChunks(`1;${'a'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`)).toEqual(brokenWith(413))
  })

  it.each([
    ['an extension', '1;a=b;c="d"\r\nx\r\n0\r\n\r\n'],
    ['zeros before a size', '0001\r\nx\r\n0\r\n\r\n'],
    ['a last chunk of several zeros', '1\r\nx\r\n00\r\n\r\n'],
    ['a trailer field', '0\r\nX: y\r\n\r\n'],
    // RFC 9110 §6.5.1: a trailer never frames anything.
    ['a Content-Length among the trailers', `0\r\nContent-Length: ${String(SMUGGLED.length)}\r\n\r\n`],
  ])('with %s are accepted', async (_, content) => {
    expect(await inChunks(content)).toEqual(ACCEPTED)
  })
})
