import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { contentEnd } from '../../../renderer/components/notes/content-end'
import { readHeads, type ExchangeHeads } from '../../../renderer/components/notes/exchange-heads'
import { sayHere } from '../../../renderer/components/notes/in-this-exchange'
import { inferValue, sayRange } from '../../../renderer/components/notes/infer-value'
import { speakAll } from '../../../renderer/text/catalogue'
import { english } from '../../../renderer/text/format'
import { plain } from '../../../renderer/text/rich-text'
import { exchangeDetail } from '../detail/exchange-detail'

const voice = { t: speakAll('en'), format: english }
const FILE = { shareId: 1, path: 'film.mkv', size: 10_000, ranges: [] }

function headsOf(row: Partial<ExchangeRow>, request: string, response: string): ExchangeHeads {
  const whole = { file: FILE, method: 'GET', sentBytes: 5000, state: 'complete', elapsedMs: 40, ...row } as const
  const detail = exchangeDetail(whole, `GET /film.mkv HTTP/1.1\r\n${request}\r\n\r\n`, {
    responseHead: btoa(`HTTP/1.1 ${String(row.status ?? 200)} X\r\n${response}\r\n\r\n`),
  })
  return readHeads(detail.row, detail)
}

describe('sayRange', () => {
  // The examples of RFC 9110 §14.1.2, over a representation of 10000 bytes.
  it.each([
    ['bytes=0-499', 'bytes 0 to 499, 500 B'],
    ['bytes=9500-', '9.5 kB to the end, 500 B'],
    ['bytes=-500', 'the last 500 B'],
    ['bytes=0-0,-1', '2 parts'],
    ['bytes=5-99999', 'bytes 5 to 9,999, 10.0 kB'],
    ['bytes=10000-', 'beyond the end, which is at 10.0 kB'],
    ['bytes=9-2', 'no range of bytes: everything'],
    ['pages=1-2', 'no range of bytes: everything'],
    ['bytes=-', 'no range of bytes: everything'],
  ])('reads %s as %s', (value, said) => {
    expect(sayRange(value, 10_000, voice)).toBe(said)
  })

  it('does without the size of the file', () => {
    expect(sayRange('bytes=1024-', null, voice)).toBe('from byte 1,024 to the end')
  })
})

describe('inferValue', () => {
  const heads = headsOf({ status: 206 }, 'Range: bytes=5000-', 'Content-Type: video/x-matroska')

  it.each([
    ['request', 'if-range', '"a"', '[holds] the file is this version'],
    ['request', 'accept', '*/*', '[answered] video/x-matroska'],
    ['request', 'accept-encoding', 'gzip', '[answered] nothing packed'],
    ['response', 'content-range', 'bytes 5000-9999/10000', '[is] 5.0 kB from 5.0 kB on, of 10.0 kB'],
    ['response', 'content-range', 'bytes */10000', '[is] the file has 10.0 kB'],
    ['response', 'content-length', '4700000000', '[is] 4.70 GB'],
    ['response', 'retry-after', '90', '[is] 1 m 30 s'],
    ['response', 'content-disposition', "attachment; filename*=UTF-8''%E6%96%87.txt", '[reads] 文.txt'],
  ] as const)('works out what %s %s: %s comes to', (kind, name, value, said) => {
    const inferred = inferValue({ kind, name, value }, heads, voice)
    expect(inferred === null ? null : `${inferred.label} ${inferred.value}`).toBe(said)
  })

  it.each(['constructor', 'x-made-up', 'accept-charset'])('adds nothing to %s', (name) => {
    expect(inferValue({ kind: 'request', name, value: '1' }, heads, voice)).toBe(null)
  })
})

describe('sayHere', () => {
  it.each([
    ['Range', 206, 'Range: bytes=5-', 'Porthole honoured it and sent this part alone.'],
    [
      'Range',
      200,
      'Range: bytes=5-\r\nIf-Range: "a"',
      'The file is no longer the version of If-Range, so all of it was sent.',
    ],
    ['Range', 200, 'Range: pages=5-', 'Here it was not followed: the answer is the whole.'],
    ['Range', 416, 'Range: bytes=99999-', 'The file ends at 10.0 kB, before the part begins: 416.'],
    ['Range', 304, 'Range: bytes=5-', 'It never came to that: the answer is 304 Not Modified.'],
    ['If-Range', 206, 'Range: bytes=5-', 'Here the file is still that version, so the part was sent.'],
    ['If-Range', 200, 'Range: bytes=5-', 'Here the file is another version by now, so all of it was sent.'],
    ['If-Range', 200, 'Accept: */*', 'Without a Range field it means nothing.'],
    ['If-None-Match', 304, 'Accept: */*', 'Here one of them is the file’s, so nothing was sent again.'],
    ['If-None-Match', 200, 'Accept: */*', 'Here the file has another tag, so it was sent.'],
    ['If-Modified-Since', 304, 'Accept: */*', 'Here the file is no newer, so nothing was sent again.'],
    ['If-Modified-Since', 304, 'If-None-Match: "a"', 'Here If-None-Match counted instead.'],
    ['If-Match', 412, 'Accept: */*', 'Here the condition does not hold: 412, and nothing was done.'],
    ['Accept-Encoding', 200, 'Accept: */*', 'Porthole sent the bytes as they are on disk.'],
    ['Sec-Fetch-Site', 200, 'Accept: */*', 'Porthole takes no notice of it.'],
    ['User-Agent', 200, 'Accept: */*', null],
  ] as const)('says of %s in an answer of %d to a request with %s: %s', (name, status, request, said) => {
    const heads = headsOf({ status }, request, 'Content-Type: video/x-matroska')
    const here = sayHere({ kind: 'request', subject: { area: 'field', name, value: '' } }, heads, voice)
    expect(here === null ? null : plain(here)).toBe(said)
  })

  it('tells what becomes of the connection by the answer, whatever was asked', () => {
    const subject = { area: 'field', name: 'Connection', value: 'keep-alive' } as const
    const says = (response: string): string =>
      plain(sayHere({ kind: 'request', subject }, headsOf({ status: 200 }, 'A: b', response), voice) ?? [])
    expect([says('Connection: close'), says('A: b')]).toEqual([
      'After this answer the connection is closed.',
      'After this answer the connection stays open for more requests.',
    ])
  })

  it('tells that content was announced and cut', () => {
    const row = { status: 200, contentLength: 10_000, state: 'aborted-by-client' } as const
    const heads = headsOf(row, 'A: b', 'Content-Length: 10000')
    const here = sayHere(
      { kind: 'response', subject: { area: 'field', name: 'Content-Length', value: '10000' } },
      heads,
      voice,
    )
    expect(plain(here ?? [])).toBe('Here it ended early: only 5.0 kB went out.')
  })

  it('says why the answer has its status', () => {
    const heads = headsOf({ status: 404, reason: 'hidden-secret', state: 'error' }, 'A: b', 'A: b')
    expect(
      plain(sayHere({ kind: 'response', subject: { area: 'status', name: '404' } }, heads, voice) ?? []),
    ).toContain('a secret')
  })
})

describe('contentEnd', () => {
  it.each([
    ['request', {}, 'A: b', 'A: b', 'no-content-request'],
    ['request', {}, 'Content-Length: 5', 'A: b', 'by-length'],
    ['request', {}, 'Transfer-Encoding: chunked', 'A: b', 'by-chunks'],
    ['response', { status: 200 }, 'A: b', 'Content-Length: 5', 'by-length'],
    ['response', { status: 200 }, 'A: b', 'Transfer-Encoding: chunked', 'by-chunks'],
    ['response', { status: 200 }, 'A: b', 'Connection: close', 'by-close'],
    ['response', { status: 304 }, 'A: b', 'Content-Length: 5', 'none-by-status'],
    ['response', { status: 200, method: 'HEAD' }, 'A: b', 'Content-Length: 5', 'none-to-head'],
  ] as const)('of a %s %j with %s, answered with %s, is %s', (kind, row, request, response, end) => {
    expect(contentEnd(kind, headsOf(row, request, response))).toBe(end)
  })
})
