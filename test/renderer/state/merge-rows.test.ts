import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { countAfter, indexOfId, mergeRows } from '../../../renderer/state/merge-rows'
import { row } from '../harness/scenes'

const NOTHING = { added: [], patched: [], removed: [] }
const ids = (rows: readonly ExchangeRow[]) => rows.map(({ id }) => id)
const rowsOf = (...all: number[]) => all.map((id) => row(id, {}))

describe('mergeRows', () => {
  it('gives the very same list when nothing changes', () => {
    const rows = rowsOf(1, 2)
    expect(mergeRows(rows, NOTHING)).toBe(rows)
  })

  it('adds at the end, replaces where a row stands, and takes away', () => {
    const merged = mergeRows(rowsOf(1, 2, 3), {
      added: rowsOf(4),
      patched: [row(2, { status: 206 })],
      removed: [1],
    })
    expect(merged.map(({ id, status }) => [id, status])).toEqual([
      [2, 206],
      [3, 200],
      [4, 200],
    ])
  })

  it('never changes the list it was given', () => {
    const rows = Object.freeze(rowsOf(1, 2))
    mergeRows(rows, { added: rowsOf(3), patched: rowsOf(1), removed: [2] })
    expect(ids(rows)).toEqual([1, 2])
  })

  it('takes away from the middle as well as from the old end', () => {
    expect(ids(mergeRows(rowsOf(1, 2, 3, 4, 5), { ...NOTHING, removed: [4, 1, 2] }))).toEqual([3, 5])
  })

  it('takes back rows that were cleared, between those that came since', () => {
    expect(ids(mergeRows(rowsOf(5, 6), { ...NOTHING, added: rowsOf(1, 2, 7) }))).toEqual([1, 2, 5, 6, 7])
  })

  it('gives what a plain map of ids would, whatever comes', () => {
    const someIds = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })
    fc.assert(
      fc.property(someIds, someIds, someIds, someIds, (before, added, patched, removed) => {
        const start = rowsOf(...before.toSorted((a, b) => a - b))
        const expected = new Map(start.map((each) => [each.id, each]))
        for (const id of removed) expected.delete(id)
        const changes = { added: rowsOf(...added), patched: rowsOf(...patched), removed }
        for (const each of [...changes.patched, ...changes.added]) expected.set(each.id, each)
        const merged = mergeRows(start, changes)
        expect(ids(merged)).toEqual([...expected.keys()].sort((a, b) => a - b))
      }),
    )
  })
})

describe('indexOfId and countAfter', () => {
  it('find a row by halving, and say when it is not there', () => {
    const rows = rowsOf(2, 4, 6)
    expect([1, 2, 3, 4, 6, 7].map((id) => indexOfId(rows, id))).toEqual([-1, 0, -1, 1, 2, -1])
    expect([0, 2, 5, 6].map((id) => countAfter(rows, id))).toEqual([3, 2, 1, 0])
  })
})
