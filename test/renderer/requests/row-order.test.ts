import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { columns, type ColumnKey } from '../../../renderer/components/requests/columns'
import { BY_ARRIVAL, nextSort, orderBy } from '../../../renderer/components/requests/row-order'
import { exchangeRow } from './exchange-row'

function sorted(rows: readonly Partial<ExchangeRow>[], column: ColumnKey, direction: 'ascending' | 'descending') {
  const order = orderBy({ column, direction }, (id) => ['', 'Zoe', 'Anna'][id] ?? '')
  return rows
    .map((row, at) => exchangeRow({ id: at + 1, ...row }))
    .sort(order)
    .map(({ id }) => id)
}

describe('orderBy', () => {
  it('keeps rows that are alike in the order they came, in both directions', () => {
    const rows = [{ status: 200 }, { status: 404 }, { status: 200 }]
    expect([sorted(rows, 'status', 'ascending'), sorted(rows, 'status', 'descending')]).toEqual([
      [1, 3, 2],
      [2, 1, 3],
    ])
  })

  it('puts what is not known last, in both directions', () => {
    const rows = [{ elapsedMs: null }, { elapsedMs: 5 }, { elapsedMs: 9 }]
    expect([sorted(rows, 'duration', 'ascending'), sorted(rows, 'duration', 'descending')]).toEqual([
      [2, 3, 1],
      [3, 2, 1],
    ])
  })

  it('sorts clients by name, not by id', () => {
    expect(sorted([{ clientId: 1 }, { clientId: 2 }], 'client', 'ascending')).toEqual([2, 1])
  })

  it('is total in every column', () => {
    const one = exchangeRow({ id: 1 })
    const two = exchangeRow({ id: 2 })
    for (const { key } of columns) {
      expect([key, orderBy({ column: key, direction: 'descending' }, String)(one, two)]).not.toEqual([key, 0])
    }
  })
})

describe('nextSort', () => {
  it('goes through both directions of a column and back to the order of arrival', () => {
    const first = nextSort(BY_ARRIVAL, 'path')
    const second = nextSort(first, 'path')
    expect([first.direction, second.direction, nextSort(second, 'path')]).toEqual([
      'ascending',
      'descending',
      BY_ARRIVAL,
    ])
  })

  it('begins with the largest where those are the interesting ones', () => {
    expect(nextSort(BY_ARRIVAL, 'rate').direction).toBe('descending')
  })

  it('turns the order of arrival round', () => {
    expect(nextSort(BY_ARRIVAL, 'number')).toEqual({ column: 'number', direction: 'descending' })
  })
})
