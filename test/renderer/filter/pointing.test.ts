import { describe, expect, it } from 'vitest'
import { termOfCell, type CellFacts } from '../../../renderer/filter/cell-terms'
import { compileQuery } from '../../../renderer/filter/compile'
import { termOfHeadPart } from '../../../renderer/filter/head-node-terms'
import { parseFilter } from '../../../renderer/filter/parse'
import { clientTerm } from '../../../renderer/filter/terms'
import { YES, type Verdict } from '../../../renderer/filter/verdict'
import { nameStatus } from '../../../renderer/text/requests'
import { exchangeRow } from '../requests/exchange-row'

const row = exchangeRow({
  target: '/films/%E7%81%AF "a".mkv?x=1',
  status: 206,
  connectionId: 7,
  agent: 'curl/8.5 (x)',
  file: { shareId: 1, path: 'films/灯 "a".mkv', size: 4000, ranges: [[1000, 1999]] },
  bytesPerSecond: 1234.5,
  firstByteMs: 1.7,
  elapsedMs: 59.4,
  closeCause: 'client-closed',
})
const anna = { name: 'Anna’s phone', address: '192.168.1.31' }
const facts: CellFacts = { client: anna as CellFacts['client'], clients: [], text: 'text/plain; charset="utf-8"' }

const COLUMNS = ['time', 'client', 'method', 'path', 'status', 'progress', 'rate', 'duration', 'firstByte', 'range']
const MORE_COLUMNS = ['connection', 'version', 'agent', 'closeCause']

describe('termOfCell', () => {
  it.each([...COLUMNS, ...MORE_COLUMNS])('gives a term that is true of the row it was taken from: %s', (column) => {
    const term = termOfCell(column, row, facts)!
    const parsed = parseFilter(term)
    if (!parsed.ok) throw new Error(term)
    const heads = { verdict: (): Verdict => YES }
    const context = { client: () => anna, heads, nameStatus, now: () => 0, elapsed: () => 0 }
    expect(parsed.doubts).toEqual([])
    expect(compileQuery(parsed.query, context)(row)).toBe(YES)
  })

  it('asks for the value of a field, or that there is none', () => {
    expect(termOfCell('mediaType', row, facts)).toBe('resheader[content-type]="text/plain; charset=\\"utf-8\\""')
    expect(termOfCell('field:etag', row, { ...facts, text: '' })).toBe('-header[etag]')
    expect(termOfCell('number', row, facts)).toBeNull()
  })
})

describe('clientTerm', () => {
  it('names one client alone', () => {
    const phone = { name: 'phone', address: '10.0.0.1' }
    const other = { name: 'Phone', address: '10.0.0.2' }
    expect([
      clientTerm(anna, [anna]),
      clientTerm(phone, [anna, phone]),
      clientTerm(phone, [phone, other]),
      clientTerm({ name: null, address: '::1' }, []),
    ]).toEqual(['client:"Anna’s phone"', 'client=phone', 'ip=10.0.0.1', 'ip="::1"'])
    expect(parseFilter('ip="::1"').ok).toBe(true)
  })
})

describe('termOfHeadPart', () => {
  const part = { side: 'request', isName: false, value: '' } as const

  it.each([
    [
      { ...part, about: { area: 'field', name: 'If-Range', value: '"a"' } },
      'reqheader[if-range]="\\"a\\""',
      'if-range',
    ],
    [{ ...part, about: { area: 'field', name: 'Host', value: 'x' }, isName: true }, 'reqheader[host]', 'host'],
    [{ ...part, side: 'response', about: { area: 'field', name: 'ETag', value: 'x' } }, 'resheader[etag]=x', 'etag'],
    [{ ...part, about: { area: 'method', name: 'GET' } }, 'method:GET', null],
    [{ ...part, about: { area: 'status', name: '404' } }, 'status:404', null],
    [{ ...part, about: { area: 'version', name: 'HTTP/1.1' }, value: 'HTTP/1.1' }, 'http:1.1', null],
    [{ ...part, about: { area: 'syntax', name: 'origin-form' }, value: '/a%20b?c' }, 'path="/a b"', null],
    [{ ...part, about: { area: 'syntax', name: 'query' }, value: '?c=d' }, 'query="c=d"', null],
  ] as const)('asks for a part of a head', (given, term, field) => {
    expect(termOfHeadPart(given)).toEqual({ term, field })
    expect(parseFilter(term).ok).toBe(true)
  })

  it('asks nothing of what says nothing', () => {
    expect(termOfHeadPart({ ...part, about: { area: 'framing', name: 'none' } })).toBeNull()
    expect(termOfHeadPart({ ...part, about: { area: 'field', name: 'a]b', value: '' } })).toBeNull()
  })
})
