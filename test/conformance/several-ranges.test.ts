/** Several byte ranges in one request: RFC 9110 §14.2, §14.6, §15.3.7.2, and what they must never cost. */
import { describe, expect, it } from 'vitest'
import type { RawResponse } from '../support/raw-client'
import { LETTERS, MEBIBYTE } from '../support/share-fixture'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

type Part = readonly [first: number, last: number]

/** Reads multipart/byteranges: every part with its fields checked and its octets compared with the file's. */
function partsOf({ fields, content }: RawResponse, file: string): Part[] {
  const boundary = /^multipart\/byteranges; boundary=([0-9a-f]+)$/.exec(fields['content-type'] ?? '')?.[1]
  if (boundary === undefined) throw new Error(`Expected multipart/byteranges, got ${String(fields['content-type'])}`)
  // RFC 2046 §5.1.1: each part begins with a delimiter line, and the last one is closed by "--".
  const [preamble = '', ...parts] = `\r\n${content.toString('latin1')}`.split(`\r\n--${boundary}`)
  expect([preamble, parts.pop()]).toEqual(['', '--\r\n'])
  return parts.map((part) => {
    const [, range = '', octets] = /^\r\n([^]*?)\r\n\r\n([^]*)$/.exec(part) ?? []
    const [, first, last, size] = /(?:^|\r\n)Content-Range: bytes (\d+)-(\d+)\/(\d+)/i.exec(range) ?? []
    expect(range).toMatch(/(?:^|\r\n)Content-Type: text\/plain; charset=utf-8(?:\r\n|$)/i)
    expect([Number(size), octets]).toEqual([file.length, file.slice(Number(first), Number(last) + 1)])
    return [Number(first), Number(last)]
  })
}

describe('GET with several ranges', () => {
  it.each<[range: string, ...parts: Part[]]>([
    ['bytes=0-0,-1', [0, 0], [25, 25]],
    ['bytes=0-1,5-8', [0, 1], [5, 8]],
    ['bytes=0-1,5-', [0, 1], [5, 25]],
    ['bytes=0-4,10-14,20-24', [0, 4], [10, 14], [20, 24]],
    ['bytes=0-0,,,2-2', [0, 0], [2, 2]],
    // In the order asked for (RFC 9110 §15.3.7.2).
    ['bytes=5-6, 1-2', [5, 6], [1, 2]],
  ])('%s sends each as a part', async (range, ...parts) => {
    const response = await served().get('/letters.txt', { Range: range })
    expect([response.status, partsOf(response, LETTERS)]).toEqual([206, parts])
    // RFC 9110 §15.3.7.2: Content-Range belongs to the parts alone.
    expect(response.fields['content-range']).toBeUndefined()
  })

  it.each([
    ['bytes=0-1,100-', 0, 1],
    ['bytes=100-,0-1', 0, 1],
    ['bytes=0-1,-0', 0, 1],
    // Those that touch or overlap become one, so that no octet is sent twice.
    ['bytes=0-4,5-9', 0, 9],
    ['bytes=0-4,3-9', 0, 9],
    ['bytes=0-4,0-4', 0, 4],
    ['bytes=-5,-10', 16, 25],
  ])('%s comes down to the octets from %d to %d', async (range, first, last) => {
    const { status, fields, content } = await served().get('/letters.txt', { Range: range })
    const span = `bytes ${String(first)}-${String(last)}/26`
    expect([status, fields['content-range'], content.toString()]).toEqual([206, span, LETTERS.slice(first, last + 1)])
  })

  it('of which none lies in the file is answered 416', async () => {
    const { status, fields } = await served().get('/letters.txt', { Range: 'bytes=30-,40-50' })
    expect([status, fields['content-range']]).toEqual([416, 'bytes */26'])
  })
})

/** RFC 9110 §17.15: many small or overlapping ranges can cost a server more than the file. */
describe('GET with very many ranges', () => {
  const list = (count: number, member: (index: number) => string) =>
    `bytes=${Array.from({ length: count }, (_, index) => member(index)).join(',')}`
  // As many as a head holds; the one that was found in the wild has 1300.
  const apacheKiller = `bytes=0-,${Array.from({ length: 1300 }, (_, index) => `5-${String(index + 5)}`).join(',')}`

  it.each([
    ['1300 that overlap (CVE-2011-3192)', apacheKiller, 206],
    ['the whole file 200 times', list(200, () => '0-'), 206],
    ['100 that overlap by half', list(100, (index) => `${String(index)}-600000`), 206],
    ['one octet and 1000 empty members', `bytes=0-0${','.repeat(1000)}`, 206],
    [
      '500 single octets, descending',
      list(500, (index) => `${String(2000 - index * 2)}-${String(2000 - index * 2)}`),
      200,
    ],
    ['500 single octets, ascending', list(500, (index) => `${String(index * 3)}-${String(index * 3)}`), 200],
  ])('never gets more than the file: %s', async (_, range, expected) => {
    const { status, content } = await served().get('/one-mb.bin', { Range: range })
    expect(status).toBe(expected)
    expect(content.length).toBeLessThanOrEqual(MEBIBYTE)
    expect(await served().isWell()).toBe(true)
  })

  it.each([
    [16, 206],
    [17, 200],
  ])('gets %d separate ones with %d', async (count, expected) => {
    const range = list(count, (index) => `${String(index * 3)}-${String(index * 3)}`)
    expect((await served().get('/one-mb.bin', { Range: range })).status).toBe(expected)
  })
})
