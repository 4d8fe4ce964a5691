import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { orderBy, type Order } from '../../../renderer/components/requests/row-order'
import { applyChanges, compareRows } from '../../../renderer/components/requests/sorted-rows'
import { exchangeRow, exchangeRows } from './exchange-row'

const bySize = orderBy({ column: 'progress', direction: 'descending' }, String)

describe('compareRows', () => {
  it('finds rows that left, changed and came', () => {
    const [one, two, three] = exchangeRows(3) as [ExchangeRow, ExchangeRow, ExchangeRow]
    const changed = { ...two, sentBytes: 7 }
    const four = exchangeRow({ id: 4 })
    expect(compareRows([one, two, three], [changed, three, four])).toEqual({ gone: [one, two], come: [changed, four] })
  })

  it('finds rows that came back in the middle', () => {
    const [one, two, three] = exchangeRows(3) as [ExchangeRow, ExchangeRow, ExchangeRow]
    expect(compareRows([one, three], [one, two, three])).toEqual({ gone: [], come: [two] })
  })
})

describe('applyChanges', () => {
  const rows = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 60 }), sentBytes: fc.integer({ min: 0, max: 5 }) }), {
      selector: ({ id }) => id,
      maxLength: 40,
    })
    .map((list) => list.toSorted((a, b) => a.id - b.id).map((each) => exchangeRow(each)))

  it('gives what sorting everything anew would give', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const kept = after.map(
          (row) => before.find((old) => old.id === row.id && old.sentBytes === row.sentBytes) ?? row,
        )
        const changed = applyChanges(before.toSorted(bySize), compareRows(before, kept), bySize)
        expect(changed).toEqual(kept.toSorted(bySize))
      }),
    )
  })

  it('looks for none of many rows that leave at once', () => {
    let comparisons = 0
    const before = exchangeRows(50_000)
    const changed = applyChanges(before, { gone: before.slice(10), come: [] }, () => (comparisons += 1))
    expect([changed.length, comparisons]).toEqual([10, 0])
  })

  it('looks at few of many rows: a bisection for each change, and no sort', () => {
    let comparisons = 0
    const counted: Order = (a, b) => {
      comparisons += 1
      return bySize(a, b)
    }
    const before = exchangeRows(50_000).map((row) => ({ ...row, sentBytes: (row.id * 7919) % 50_000 }))
    const after = before.slice(100).concat(exchangeRows(100, 50_001))
    const changed = applyChanges(before.toSorted(bySize), compareRows(before, after), counted)
    expect(changed.map(({ id }) => id)).toEqual(after.toSorted(bySize).map(({ id }) => id))
    // 200 changes in 50000 rows: log2(50000) is less than 16, and the newcomers are sorted among themselves.
    expect(comparisons).toBeLessThan(200 * 16 + 100 * 8)
  })
})
