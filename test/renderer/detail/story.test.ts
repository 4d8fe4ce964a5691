import { describe, expect, it } from 'vitest'
import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { tellStory } from '../../../renderer/components/detail/story'
import { speakAll } from '../../../renderer/text/catalogue'
import { chinese, english } from '../../../renderer/text/format'
import { plain } from '../../../renderer/text/rich-text'
import { UNRELATED, type RelatedRequests } from '../../../renderer/components/detail/related-requests'
import { exchangeDetail } from './exchange-detail'

const FILM = { shareId: 1, path: 'film.mkv', size: 4e9, ranges: [] }
const NOW = 100_000
const AROUND = { client: 'Anna’s phone', now: NOW, related: UNRELATED, isInMemory: () => true }

function tell(detail: ExchangeDetail, language: 'en' | 'zh-CN' = 'en'): string[] {
  const voice = { t: speakAll(language), format: language === 'en' ? english : chinese }
  const steps = tellStory({ row: detail.row, detail, ...AROUND }, voice)
  return steps.map(({ sentences }) => sentences.map(plain).join(language === 'en' ? ' ' : ''))
}

function tellRow(row: Partial<ExchangeRow>, head?: string | null): string[] {
  return tell(exchangeDetail(row, head))
}

describe('tellStory', () => {
  it('tells of a file that was sent', () => {
    expect(tellRow({ sentBytes: 2.4e6, bytesPerSecond: 6e7 })).toEqual([
      'Anna’s phone opened a connection from 192.168.1.31:50412.',
      'It sent 28 bytes: GET /README.md.',
      'Porthole answered 200 OK. The request succeeded.',
      '2.4 MB went out at 60.0 MB/s.',
      'The last byte was handed to the system, 2.4 MB in all.',
    ])
  })

  it('says nothing of the rate of what goes out in one piece', () => {
    expect(tellRow({ sentBytes: 3000 }).slice(3)).toEqual(['The last byte was handed to the system, 3.0 kB in all.'])
  })

  it('tells it in Chinese', () => {
    expect(tell(exchangeDetail({ sentBytes: 2.4e6, bytesPerSecond: 6e7, ordinal: 3 }), 'zh-CN').slice(0, 2)).toEqual([
      'Anna’s phone复用了从 192.168.1.31:50412 打开的连接：这是其上的第 3 个请求。',
      '它发来 28 个字节：GET /README.md。',
    ])
  })

  it.each([
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [21, '21st'],
  ])('counts request %d on its connection as the %s', (ordinal, word) => {
    expect(tellRow({ ordinal })[0]).toContain(`the ${word} request on it`)
  })

  it('tells what a resumed download asked for, what it got and where it broke off', () => {
    const head = 'GET /film.mkv HTTP/1.1\r\nHost: x\r\nRange: bytes=1000000000-\r\nIf-Range: "a"\r\n\r\n'
    const ranges = [[1e9, 4e9 - 1]] as const
    const row = { status: 206, state: 'aborted-by-client', reason: 'client-reset', sentBytes: 1e9 } as const
    const steps = tellRow({ ...row, target: '/film.mkv', file: { ...FILM, ranges }, bytesPerSecond: 4e7 }, head)
    expect(steps.slice(1)).toEqual([
      'It sent 76 bytes: GET /film.mkv. It asked for the rest from byte 1,000,000,000 on, at 25 %: it resumes a download. It wants the part only if the file is still the version that it holds.',
      'Porthole answered 206 Partial Content. The request for a part of the file succeeded. The file is still the version that it holds.',
      '1.00 GB went out at 40.0 MB/s.',
      'The client broke the connection off at 50 %, before byte 2,000,000,000. 2.00 GB of the file were not sent, from 2.00 GB to 4.00 GB.',
    ])
  })

  it('tells of a request that ended before it was whole, and makes up no request line', () => {
    const state = 'aborted-by-client'
    expect(
      tellRow({ method: null, target: null, status: null, state, reason: 'client-reset', sentBytes: 0 }, null),
    ).toEqual([
      'Anna’s phone opened a connection from 192.168.1.31:50412.',
      'The connection ended before its request was whole.',
    ])
  })

  it('leads to the octets of the wish, to the field that decided, and to the tabs', () => {
    const head = 'GET / HTTP/1.1\r\nRange: bytes=0-4\r\nIf-Range: "a"\r\n\r\n'
    const detail = exchangeDetail({ status: 206, state: 'partial' }, head)
    const voice = { t: speakAll('en'), format: english }
    const steps = tellStory({ row: detail.row, detail, ...AROUND }, voice)
    expect(steps.slice(1).map(({ refs }) => refs)).toEqual([
      [{ kind: 'tab', tab: 'request', span: { start: 16, end: 32 }, label: 'bytes 16–31' }],
      [{ kind: 'tab', tab: 'request', span: { start: 34, end: 47 }, label: 'If-Range' }],
      [{ kind: 'tab', tab: 'timing', span: null, label: 'Timing' }],
    ])
  })

  it('speaks of other requests, leads to those in memory, and says of the others that they are not', () => {
    const row = {
      part: 'resumed',
      state: 'aborted-by-client',
      reason: 'client-closed',
      ordinal: 3,
      file: FILM,
    } as const
    const detail = exchangeDetail({ ...row, status: 206, id: 9 })
    const voice = { t: speakAll('en'), format: english }
    const related: RelatedRequests = {
      ...UNRELATED,
      before: 'gone',
      origin: { kind: 'went-on', id: 4 },
      wentOn: 12,
      completed: 12,
    }
    const steps = tellStory({ row: detail.row, detail, ...AROUND, related, isInMemory: (id) => id !== 4 }, voice)
    const told = steps.map(({ sentences }) => sentences.map(plain).join(' '))
    expect([told[0], told[1], told.at(-1)]).toEqual([
      expect.stringMatching(/: the 3rd request on it\. The one before it has left memory\.$/),
      expect.stringMatching(/ It goes on where request 4 broke off\. That one has left memory\.$/),
      expect.stringMatching(/ Request 12 went on from there\. With that one, the whole file had been handed over\.$/),
    ])
    expect(steps.flatMap(({ refs }) => refs).filter(({ kind }) => kind === 'request')).toEqual([
      { kind: 'request', id: 12, label: 'Request 12' },
    ])
  })

  it('says whose request it repeats, and what shows that it arrived', () => {
    const detail = exchangeDetail({ replayed: true, ordinal: 2, evidence: 'next-request' })
    const related: RelatedRequests = { ...UNRELATED, before: 5, after: 7, repeated: 3 }
    const voice = { t: speakAll('en'), format: english }
    const steps = tellStory({ row: detail.row, detail, ...AROUND, related }, voice)
    const told = steps.map(({ sentences }) => sentences.map(plain).join(' '))
    expect(told[0]).toMatch(/ Porthole sent it to itself, to ask request 3 again\. It came after request 5\.$/)
    expect(told.at(-1)).toMatch(
      / Then request 7 came on the same connection: all of this one has likely been received\.$/,
    )
    expect(steps.flatMap(({ refs }) => refs).map(({ label }) => label)).toEqual([
      'Connection 1.2',
      'Request 3',
      'Request 5',
      'Request',
      'Response',
      'Timing',
      'Request 7',
    ])
  })

  it.each([
    ['If-Modified-Since', 304, 'The file has not changed since the date that it named.'],
    ['If-Match', 412, 'The file has another entity tag than it demanded.'],
    ['If-Unmodified-Since', 412, 'The file has changed since the date that it named.'],
  ])('names %s as what decided %d', (name, status, says) => {
    const head = `GET / HTTP/1.1\r\n${name}: x\r\n\r\n`
    expect(tellRow({ status, sentBytes: 0, state: 'error' }, head)[2]).toContain(says)
  })

  it('tells of a part that begins beyond the end', () => {
    const row = { status: 416, state: 'error', file: { ...FILM, size: 1000 }, reason: 'range-not-satisfiable' } as const
    expect(tellRow(row, 'GET / HTTP/1.1\r\nRange: bytes=5000-\r\n\r\n')[2]).toContain(
      'The file has 1.0 kB, and it asked for bytes=5000-.',
    )
  })

  it('tells of HEAD, of a go-ahead, of a new address and of what becomes of the connection', () => {
    const responseHead = btoa('HTTP/1.1 308 X\r\nLocation: ./photos/\r\nConnection: close\r\n\r\n')
    const moved = { status: 308, sentBytes: 0, file: null } as const
    expect(tell(exchangeDetail(moved, undefined, { responseHead })).slice(2)).toEqual([
      'Porthole answered 308 Permanent Redirect. This has another address, now and later. It was sent on to ./photos/.',
      'The answer was handed to the system. It has no content. Porthole closed the connection after it, as the answer announced.',
    ])
    const head = { method: 'HEAD', contentLength: 4_700_000_000, sentBytes: 0 } as const
    const told = tellRow(head, 'HEAD / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n')
    expect(told[1]).toContain('It wants the head alone')
    expect(told[1]).toContain('It wanted a go-ahead')
    expect(told[2]).toContain('So it learned that GET would bring 4.70 GB.')
  })

  it('says that a changed file was sent whole', () => {
    const head = 'GET / HTTP/1.1\r\nRange: bytes=5-\r\nIf-Range: "old"\r\n\r\n'
    expect(tellRow({ status: 200 }, head)[2]).toContain('The file has changed since, so it got the whole of it.')
  })

  it('tells why nothing was given', () => {
    const row = { state: 'error', status: 404, reason: 'hidden-secret', file: null, sentBytes: 0 } as const
    expect(tellRow(row).slice(2)).toEqual([
      'Porthole answered 404 Not Found. It looks like a secret, such as keys or passwords, so Porthole keeps it hidden.',
      'The answer was handed to the system. It has no content.',
    ])
  })

  it('tells of a copy that is still good', () => {
    const head = 'GET / HTTP/1.1\r\nIf-None-Match: "a"\r\n\r\n'
    expect(tellRow({ state: 'not-modified', status: 304, sentBytes: 0 }, head).slice(1, 3)).toEqual([
      'It sent 38 bytes: GET /README.md. It holds a copy already, and wants the file only if that has changed.',
      'Porthole answered 304 Not Modified. The copy it holds is still good, so nothing was sent. The entity tag that it holds is still the file’s.',
    ])
  })

  it('tells of a transfer that goes on, and of one that does not', () => {
    const running = { state: 'sending', elapsedMs: null, sentBytes: 1e9, file: FILM, bytesPerSecond: 4e7 } as const
    const moving = tell(exchangeDetail({ ...running, progressAt: NOW }))
    const still = tell(exchangeDetail({ ...running, progressAt: NOW - 31_000 }))
    expect([moving.at(-1), still.at(-1)]).toEqual([
      '1.00 GB went out so far, now at 40.0 MB/s.',
      '1.00 GB went out so far, now at 0 B/s. Nothing has moved for 31 s.',
    ])
  })

  it('tells why Porthole ended a transfer', () => {
    const row = { state: 'aborted-by-server', reason: 'file-changed', sentBytes: 1e9, file: FILM } as const
    expect(tellRow(row).at(-1)).toMatch(
      /^Porthole ended it at 25 %, before byte 1,000,000,000\. The file changed while/,
    )
  })

  it('tells of a client that left before anything went out', () => {
    expect(tellRow({ state: 'aborted-by-client', reason: 'client-closed', sentBytes: 0 }).at(-1)).toBe(
      'The client left before any content went out.',
    )
  })

  it('tells what broke the rules', () => {
    const row = { state: 'malformed', status: 400, reason: 'space-before-colon', sentBytes: 0 } as const
    expect(tellRow(row).slice(1)).toEqual([
      'It sent 28 bytes that are not a valid request. A field name must touch its colon.',
      'Porthole answered 400 Bad Request. The request broke the rules of HTTP. It then closed the connection.',
    ])
  })

  it('names a protocol that is not HTTP', () => {
    const row = { state: 'malformed', status: 400, reason: 'foreign-protocol', foreign: 'tls', sentBytes: 0 } as const
    const detail = exchangeDetail(row, '\x16\x03\x01')
    expect(tell(detail)[1]).toBe('It sent 3 bytes that are not HTTP: a TLS handshake on a plain port.')
  })

  it('says so when the octets have left memory', () => {
    expect(tellRow({}, null)[1]).toBe('It sent GET /README.md. The bytes themselves have left memory.')
  })

  it('tells no more of a request that is still being read', () => {
    expect(tellRow({ state: 'receiving', method: null, target: null, status: null }, null).slice(1)).toEqual([
      'It is still sending its request.',
    ])
  })

  it('never says that anything was received', () => {
    const states = ['complete', 'partial', 'sending', 'aborted-by-client', 'aborted-by-server', 'error'] as const
    const told = states.flatMap((state) => tellRow({ state, sentBytes: 5000, reason: null }))
    expect(told.filter((sentence) => /receiv|arriv|deliver/i.test(sentence))).toEqual([])
  })

  it('shows what a stranger sent as inert text', () => {
    const told = tellRow({ target: '/a\x1b[2J%E2%80%AEb', method: 'GE\x07T' })[1]
    expect(told).toContain('GE\\u{7}T /a\\u{1b}[2J%E2%80%AEb')
  })

  it('tells of a HAR file what stands in it: neither who answered nor what went out', () => {
    const told = tell(
      exchangeDetail(
        { status: 206, state: 'partial', sentBytes: 5000 },
        'GET /a HTTP/1.1\r\nRange: bytes=0-4999\r\n\r\n',
        {
          rebuilt: true,
        },
      ),
    )
    expect([told[0], told[2], told[3]]).toEqual([
      'This request stands in a HAR file, as Anna’s phone made it.',
      'The answer was 206 Partial Content, with 5.0 kB of content.',
      'It was over after 40 ms.',
    ])
    expect(told[1]).toMatch(/^It asked for GET \/README.md\. .*bytes=0-4999/)
    expect(told.join(' ')).not.toMatch(/Porthole|went out|handed|connection/)
  })
})
