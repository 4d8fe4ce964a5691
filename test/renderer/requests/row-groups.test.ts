import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import {
  groupKeyOf,
  isGroup,
  keyOfLine,
  RowGroups,
  type TableLine,
} from '../../../renderer/components/requests/row-groups'
import { BY_ARRIVAL, orderBy, type Sort } from '../../../renderer/components/requests/row-order'
import { compareRows } from '../../../renderer/components/requests/sorted-rows'
import { exchangeRow } from './exchange-row'

function groupsBy(
  grouping: 'client' | 'connection' | 'file' | 'transfer',
  rows: readonly ExchangeRow[],
  sort: Sort = BY_ARRIVAL,
) {
  const groups = new RowGroups(grouping, { sort, order: orderBy(sort, String) })
  groups.apply({ gone: [], come: rows })
  return groups
}

const keys = (lines: readonly TableLine[]): (number | string)[] => lines.map(keyOfLine)
const three = [
  exchangeRow({ id: 1, clientId: 7, sentBytes: 10 }),
  exchangeRow({ id: 2, clientId: 8, sentBytes: 100, state: 'error', status: 404 }),
  exchangeRow({ id: 3, clientId: 7, sentBytes: 5, state: 'sending', elapsedMs: null, bytesPerSecond: 50 }),
]

describe('RowGroups', () => {
  it('gives a line to each group, and below the open ones their rows', () => {
    const groups = groupsBy('client', three)
    expect(keys(groups.lines(new Set()))).toEqual(['client 7', 'client 8'])
    expect(keys(groups.lines(new Set(['client 7'])))).toEqual(['client 7', 1, 3, 'client 8'])
  })

  it('says what the rows of a group come to', () => {
    expect(groupsBy('client', three).lines(new Set())).toEqual([
      {
        key: 'client 7',
        opened: false,
        first: three[0],
        count: 2,
        sentBytes: 15,
        bytesPerSecond: 50,
        running: 1,
        problems: 0,
      },
      expect.objectContaining({ key: 'client 8', count: 1, sentBytes: 100, running: 0, problems: 1 }),
    ])
  })

  it('follows a row from one group into another, and drops what is empty', () => {
    const pending = exchangeRow({ id: 4, target: null, file: null, state: 'receiving' })
    const groups = groupsBy('file', [pending])
    const sending = { ...pending, target: '/a.bin' }
    groups.apply({ gone: [pending], come: [sending] })
    expect(keys(groups.lines(new Set()))).toEqual(['target /a.bin'])
  })

  it('gathers the requests of one download, and the rest apart', () => {
    const rows = [
      exchangeRow({ id: 1, transferId: 4 }),
      exchangeRow({ id: 2, file: null }),
      exchangeRow({ id: 3, transferId: 4 }),
    ]
    expect(keys(groupsBy('transfer', rows).lines(new Set(['transfer 4'])))).toEqual(['transfer 4', 1, 3, 'no transfer'])
  })

  it('gathers by file whatever was asked of it', () => {
    const rows = [
      exchangeRow({ id: 1, target: '/a.bin' }),
      exchangeRow({ id: 2, target: '/a.bin?again', file: null, method: 'DELETE', status: 405 }),
    ]
    expect(keys(groupsBy('file', rows).lines(new Set()))).toEqual(['target /a.bin'])
  })

  it.each<[Sort, string[]]>([
    [BY_ARRIVAL, ['client 7', 'client 8']],
    [{ column: 'number', direction: 'descending' }, ['client 8', 'client 7']],
    [{ column: 'progress', direction: 'descending' }, ['client 8', 'client 7']],
    [{ column: 'status', direction: 'descending' }, ['client 8', 'client 7']],
  ])('puts groups in the order of %o', (sort, expected) => {
    expect(keys(groupsBy('client', three, sort).lines(new Set()))).toEqual(expected)
  })

  it('stands in the order of arrival though the older rows come after the newer ones', () => {
    const groups = groupsBy('client', three.slice(1, 2))
    groups.apply({ gone: [], come: three.slice(0, 1) })
    expect(keys(groups.lines(new Set()))).toEqual(['client 7', 'client 8'])
  })

  it('comes to the same by many changes as from the start', () => {
    const row = fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      clientId: fc.integer({ min: 1, max: 4 }),
      sentBytes: fc.integer({ min: 0, max: 1000 }),
      state: fc.constantFrom('sending', 'complete', 'error' as const),
    })
    const log = fc.uniqueArray(row, { selector: ({ id }) => id })
    const byId = (rows: readonly Partial<ExchangeRow>[]): ExchangeRow[] =>
      rows.map((each) => exchangeRow(each)).sort((one, other) => one.id - other.id)
    fc.assert(
      fc.property(fc.array(log, { minLength: 2, maxLength: 6 }), (logs) => {
        const states = logs.map((each) => byId(each as Partial<ExchangeRow>[]))
        const grown = groupsBy('client', [])
        let before: readonly ExchangeRow[] = []
        for (const after of states) {
          grown.apply(compareRows(before, after))
          before = after
        }
        const opened = new Set(before.map((each) => groupKeyOf(each, 'client')))
        const byName = (lines: readonly TableLine[]): TableLine[] =>
          lines.filter(isGroup).toSorted((one, other) => (one.key < other.key ? -1 : 1))
        const anew = groupsBy('client', before).lines(opened)
        expect(byName(grown.lines(opened))).toEqual(byName(anew))
      }),
      { numRuns: 100 },
    )
  })
})
