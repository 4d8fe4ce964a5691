/**
 * Requests that are meant to cost more than they are: octets one at a time, chunks of one octet, extensions, trailers and
 * expectations without end. Each is bounded, or answered like any other. How long silence lasts: test/server.
 */
import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { LETTERS } from '../support/share-fixture'
import { serveEcho, serveFixture } from '../support/while-testing'

const served = serveFixture()
const echo = serveEcho()

const CHUNKED = { 'Transfer-Encoding': 'chunked', Accept: 'application/json' }
const digestOf = (content: string) => createHash('sha256').update(content).digest('hex')

/** Sends an upload in chunks, and gives the status and whether the echo received this content. */
async function upload(chunks: string, content = ''): Promise<readonly [status: number | undefined, isWhole: boolean]> {
  const { responses } = await echo().speak((client) => {
    client.send(echo().request('POST', '/', { ...CHUNKED, Connection: 'close' }), chunks)
  })
  const [answer] = responses
  return [answer?.status, answer?.content.toString().includes(digestOf(content)) === true]
}

describe('An upload in chunks', () => {
  it('of one octet each is read as a whole', async () => {
    const content = LETTERS.repeat(100)
    const chunks = Array.from(content, (octet) => `1\r\n${octet}\r\n`).join('')
    expect(await upload(`${chunks}0\r\n\r\n`, content)).toEqual([200, true])
  })

  it('that comes octet by octet is read as a whole', async () => {
    const octets = `5;a=b\r\nhello\r\n000a;"q"\r\n`.replace(';"q"', ';q="\\""') + '0123456789\r\n0\r\nX: y\r\n\r\n'
    const { responses } = await echo().speak(async (client) => {
      client.send(echo().request('POST', '/', { ...CHUNKED, Connection: 'close' }))
      for (const octet of octets) {
        client.send(octet)
        await turn()
      }
    })
    expect([responses[0]?.status, responses[0]?.content.toString()]).toEqual([
      200,
      expect.stringContaining(digestOf('hello0123456789')) as string,
    ])
  })

  // RFC 9112 §7.1.1 and §7.1.2 ask to bound what has no use; test/corpus/limits.md has the very bounds.
  it.each([
    ['an extension on each of many chunks', '1;a=b\r\nx\r\n'.repeat(2000), 413],
    ['one extension without end', `1;a=${'b'.repeat(100_000)}`, 413],
    ['an extension in quotes that never close', `1;a="${'b'.repeat(100_000)}`, 413],
    ['a size of zeros without end', '0'.repeat(100_000), 400],
    ['a size beyond every number', 'fffffffffffffffff\r\n', 400],
    ['trailers without end', `0\r\n${'X: y\r\n'.repeat(5000)}`, 431],
    ['one trailer without end', `0\r\nX: ${'y'.repeat(100_000)}`, 431],
    ['a trailer whose name has no end', `0\r\n${'X'.repeat(100_000)}`, 431],
  ])('with %s is refused, and nothing behind it is read', async (_, chunks, status) => {
    expect(await upload(chunks)).toEqual([status, false])
  })
})

describe('Expect: 100-continue', () => {
  it('in a hundred requests in one piece is answered a hundred times', async () => {
    const request = echo().request('POST', '/', { ...CHUNKED, Expect: '100-continue' })
    const last = echo().request('GET', '/', { Connection: 'close' })
    const { responses } = await echo().converse(`${request}1\r\nx\r\n0\r\n\r\n`.repeat(100) + last)
    // Content that is there already need not be invited (RFC 9110 §10.1.1).
    expect(responses.map(({ status }) => status).filter((status) => status !== 100)).toEqual(
      Array.from({ length: 101 }, () => 200),
    )
  })

  it('where nothing may be sent is refused without an invitation, and the connection ends', async () => {
    const { responses } = await served().converse(
      served().request('PUT', '/a.txt', { 'Content-Length': '1000000', Expect: '100-continue' }),
    )
    expect(responses.map(({ status, fields }) => [status, fields.connection])).toEqual([[405, 'close']])
  })
})

describe('A head', () => {
  it('that comes octet by octet is a request like any other', async () => {
    const { responses } = await served().speak(async (client) => {
      for (const octet of served().request('GET', '/letters.txt', { Connection: 'close' })) {
        client.send(octet)
        await turn()
      }
    })
    expect(responses.map(({ status, content }) => [status, content.toString()])).toEqual([[200, LETTERS]])
  })

  // RFC 9112 §2.2: one empty line may come before it, not a stream of them.
  it.each([
    ['one empty line', '\r\n', [200]],
    ['two empty lines', '\r\n\r\n', [400]],
    ['empty lines without end', '\r\n'.repeat(50_000), [400]],
    ['a lone LF', '\n', [400]],
    ['white space without end', ' '.repeat(50_000), [400]],
  ])('behind %s', async (_, before, expected) => {
    const { responses } = await served().converse(
      before + served().request('GET', '/letters.txt', { Connection: 'close' }),
    )
    expect(responses.map(({ status }) => status)).toEqual(expected)
  })
})
