import { describe, expect, it } from 'vitest'
import { announcesContent, entityTagIn, varyRequest } from '../../../main/share/own-request/vary-request'
import type { Variation } from '../../../preload/own-request'

const head = (...lines: readonly string[]) => Buffer.from([...lines, '', ''].join('\r\n'), 'latin1')
const text = (octets: Uint8Array | undefined) => octets && Buffer.from(octets).toString('latin1')

const RESUMING = head('GET /f\u00e9.mkv HTTP/1.1', 'Host: a:8080', 'Range: bytes=9-', 'If-Range: "v"', 'X-Odd:  two ')

describe('varyRequest', () => {
  it.each<[Exclude<Variation, 'same'>, string]>([
    ['head', 'HEAD /f\u00e9.mkv HTTP/1.1\r\nHost: a:8080\r\nRange: bytes=9-\r\nIf-Range: "v"\r\nX-Odd:  two \r\n\r\n'],
    [
      'options',
      'OPTIONS /f\u00e9.mkv HTTP/1.1\r\nHost: a:8080\r\nRange: bytes=9-\r\nIf-Range: "v"\r\nX-Odd:  two \r\n\r\n',
    ],
    ['whole', 'GET /f\u00e9.mkv HTTP/1.1\r\nHost: a:8080\r\nX-Odd:  two \r\n\r\n'],
    ['range', 'GET /f\u00e9.mkv HTTP/1.1\r\nHost: a:8080\r\nX-Odd:  two \r\nRange: bytes=0-999\r\n\r\n'],
    ['if-none-match', 'GET /f\u00e9.mkv HTTP/1.1\r\nHost: a:8080\r\nX-Odd:  two \r\nIf-None-Match: "v2"\r\n\r\n'],
    [
      'http-1.0',
      'GET /f\u00e9.mkv HTTP/1.0\r\nHost: a:8080\r\nRange: bytes=9-\r\nIf-Range: "v"\r\nX-Odd:  two \r\n\r\n',
    ],
    ['no-host', 'GET /f\u00e9.mkv HTTP/1.1\r\nRange: bytes=9-\r\nIf-Range: "v"\r\nX-Odd:  two \r\n\r\n'],
  ])('%s changes what it says and not one octet more', (variation, expected) => {
    expect(text(varyRequest(RESUMING, variation, '"v2"'))).toBe(expected)
  })

  it('announces no content, for none is kept', () => {
    const posted = head(
      'POST /echo HTTP/1.1',
      'Host: a',
      'content-length: 5',
      'Expect: 100-continue',
      'Transfer-Encoding: chunked',
    )
    expect(text(varyRequest(posted, 'head', undefined))).toBe('HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\n')
  })

  it('has no way to ask with an entity tag that is not there', () => {
    expect(varyRequest(RESUMING, 'if-none-match', undefined)).toBeUndefined()
  })

  it.each(['GET / HTTP/1.1\r\nHost: a', 'GET  / HTTP/1.1\r\n\r\n', 'GET /\r\n\r\n', ''])(
    'leaves %j alone: it is no head',
    (broken) => {
      expect(varyRequest(Buffer.from(broken, 'latin1'), 'head', undefined)).toBeUndefined()
    },
  )
})

describe('announcesContent', () => {
  it.each([
    [['Content-Length: 5'], true],
    [['content-length:0050'], true],
    [['Transfer-Encoding: chunked'], true],
    [['Content-Length: 0'], false],
    [['X-Content-Length: 5'], false],
    [[], false],
  ])('reads %j as %s', (fields, expected) => {
    expect(announcesContent(head('PUT / HTTP/1.1', 'Host: a', ...fields))).toBe(expected)
  })
})

describe('entityTagIn', () => {
  it('finds the tag with its weakness', () => {
    expect(entityTagIn(head('HTTP/1.1 200 OK', 'X-ETag: "no"', 'ETag: W/"1-a"'))).toBe('W/"1-a"')
    expect(entityTagIn(head('HTTP/1.1 200 OK'))).toBeUndefined()
    expect(entityTagIn(null)).toBeUndefined()
  })
})
