import { describe, expect, it } from 'vitest'
import { lintSet } from '../../../preload/lints'
import { columns } from '../../../renderer/components/requests/columns'
import { termOfCell, type CellFacts } from '../../../renderer/filter/cell-terms'
import { compileQuery } from '../../../renderer/filter/compile'
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
  lints: lintSet('range-ignored', 'lab'),
})
const anna = { name: 'Anna’s phone', address: '192.168.1.31' }
const facts: CellFacts = { client: anna as CellFacts['client'], clients: [], text: 'text/plain; charset="utf-8"' }

const COLUMNS = ['time', 'client', 'method', 'path', 'status', 'progress', 'rate', 'duration', 'firstByte', 'range']
const MORE_COLUMNS = ['connection', 'version', 'agent', 'closeCause', 'timeline', 'noteCount']

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

  it('knows every column that the table can have', () => {
    const known = [...COLUMNS, ...MORE_COLUMNS, 'number', 'mediaType']
    expect(columns.map(({ key }) => key).sort()).toEqual(known.sort())
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
