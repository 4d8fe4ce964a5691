import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { compileQuery } from '../../../renderer/filter/compile'
import { parseFilter } from '../../../renderer/filter/parse'
import type { Query } from '../../../renderer/filter/query'
import { NO, opposite, UNKNOWN, YES, type Verdict } from '../../../renderer/filter/verdict'
import { exchangeRow } from '../requests/exchange-row'
import { filterText } from './arbitrary-query'
import { filterContext as context } from './filter-context'

function queryOf(text: string): Query | null {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`)
  return parsed.query
}

function passes(text: string, row: ExchangeRow): boolean {
  return compileQuery(queryOf(text), context)(row) === YES
}

const MB = 1e6
const local = new Date(2026, 6, 1, 14, 5, 30).getTime()
const film = exchangeRow({
  id: 4,
  at: local,
  clientId: 1,
  connectionId: 7,
  ordinal: 3,
  target: '/films/%E7%81%AF%E5%A1%94.mkv?dl=1',
  status: 206,
  state: 'aborted-by-client',
  sentBytes: 270 * MB,
  file: { shareId: 1, path: 'films/灯塔.mkv', size: 4700 * MB, ranges: [[1000, 270 * MB]] },
  bytesPerSecond: 38.1 * MB,
  firstByteMs: 1,
  elapsedMs: 59_400,
  agent: 'curl/8.5.0',
  port: 50_412,
  mark: 2,
})

describe('a filter', () => {
  it.each([
    ['', '灯塔', 'films', 'ANNA', 'partial', '206', '/\\.mkv/', '/^\\/FILMS/i'],
    ['method:get', 'method=GET', 'method:POST,GET', 'method!=POST', 'http:1.1'],
    ['status:206', 'status:2xx', 'status:4xx,206', 'status>=200', 'status:200..299', '-status:4xx'],
    ['path:/films/*.mkv', 'path:灯塔', 'path=/films/灯塔.mkv', 'path~灯塔\\.mkv$', '-path:dl', 'query:dl'],
    ['file:*.mkv', 'file=灯塔.mkv', '-file:films', 'has:file', 'has:range', 'has:query', 'has:ua', 'has:mark'],
    ['client:anna', 'client:192.168', 'ip:192.168.1.0/24', 'ip:192.168.', 'ip=192.168.1.31', 'ip!=10.0.0.1'],
    ['conn:7', 'conn:7.3', 'conn:1,7', 'port:50412', 'ua:curl', 'ua:curl/8*'],
    ['bytes>100mb', 'bytes:270mb', 'size:4.7gb', 'size>4gib', 'rate>38mb/s', 'dur>59s', 'dur:59.4s', 'ttfb<=1ms'],
    ['range:1000', 'range:..1kb', 'range:1mb..2mb', 'range>200mb', 'range<2kb'],
    ['time:14:05', 'time:14:05..14:10', 'time:23:00..14:06', 'time>=2026-07-01', 'time:2026-07-01', '-time<14:05'],
    ['is:aborted', 'is:partial', 'is:done', 'is:keepalive', 'is:problem', '-is:active', 'is:complete,aborted'],
    ['mark:2', 'mark:1,2', 'mark>1', '-is:pinned', '-has:comment'],
    ['header[range]', 'raw:x', 'films OR nothing', 'films (nothing OR 206)', 'NOT nothing', '-(films nothing)'],
  ])('is true of a row: %s …', (...texts) => {
    expect(texts.filter((text) => !passes(text, film))).toEqual([])
    const opposites = texts.filter((text) => text !== '').map((text) => `-(${text})`)
    expect(opposites.filter((text) => passes(text, film))).toEqual([])
  })

  it.each([
    ['method:POST', 'http:1.0', 'status:4xx', 'status:207..299', 'is:cached', 'is:slow', 'is:replayed'],
    ['client:build', 'ip:10.0.0.0/8', 'ip:2001:db8::/32', 'conn:7.2', 'port:80', 'ua:wget', 'mark:3', 'has:comment'],
    [
      'bytes<1mb',
      'size:4.6gb',
      'dur<59s',
      'range:500',
      'range:300mb..',
      'time:14:06',
      'time:2026-07-02',
      'films nothing',
    ],
  ])('is false of it: %s …', (...texts) => {
    const wrong = texts.filter((text) => passes(text, film))
    expect(wrong).toEqual([])
  })

  it('counts an IPv4 address inside IPv6 as itself', () => {
    const mapped = { ...context, client: () => ({ name: null, address: '::ffff:192.168.1.9' }) }
    expect(compileQuery(queryOf('ip:192.168.1.0/24'), mapped)(film)).toBe(YES)
  })

  it('says unknown where a head cannot be looked at, unless the rest decides', () => {
    const row = exchangeRow({ id: 3 })
    const verdictOf = (text: string): Verdict => compileQuery(queryOf(text), context)(row)
    expect(verdictOf('raw:x')).toBe(UNKNOWN)
    expect(verdictOf('-raw:x')).toBe(UNKNOWN)
    expect(verdictOf('raw:x OR status:200')).toBe(YES)
    expect(verdictOf('raw:x status:404')).toBe(NO)
  })

  it('gives a pattern up that keeps taking too long, and then says unknown', () => {
    let elapsed = 0
    const slow = { ...context, elapsed: () => (elapsed += 30) }
    const predicate = compileQuery(queryOf('/a.*b/'), slow)
    const verdicts = Array.from({ length: 10 }, () => predicate(exchangeRow({ target: '/none' })))
    expect([verdicts[0], verdicts.at(-1)]).toEqual([NO, UNKNOWN])
  })

  it('agrees with an evaluator that knows nothing but the tables of truth', () => {
    const rows = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom(200, 206, 304, 404, null),
      target: fc.constantFrom('/films/a%20b.mkv', '/readme.txt?x=1', null, '/*.iso'),
      state: fc.constantFrom('sending', 'complete', 'aborted-by-client', 'malformed'),
      clientId: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(filterText, rows, (text, fields) => {
        const row = exchangeRow(fields)
        const query = queryOf(text)
        expect(compileQuery(query, context)(row)).toBe(naive(query, row))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Terms are asked one by one; AND, OR and NOT are Kleene's tables written out. */
function naive(query: Query | null, row: ExchangeRow): Verdict {
  if (query === null) return YES
  switch (query.kind) {
    case 'and': {
      const parts = query.parts.map((part) => naive(part, row))
      return parts.includes(NO) ? NO : parts.includes(UNKNOWN) ? UNKNOWN : YES
    }
    case 'or': {
      const parts = query.parts.map((part) => naive(part, row))
      return parts.includes(YES) ? YES : parts.includes(UNKNOWN) ? UNKNOWN : NO
    }
    case 'not':
      return opposite(naive(query.part, row))
    default:
      return compileQuery(query, context)(row)
  }
}
