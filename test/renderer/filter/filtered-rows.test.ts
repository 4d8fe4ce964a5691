import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { compareRows } from '../../../renderer/components/requests/sorted-rows'
import type { Predicate } from '../../../renderer/filter/compile'
import { FilteredRows } from '../../../renderer/filter/filtered-rows'
import { MatchCount } from '../../../renderer/filter/match-count'
import { IdSet } from '../../../renderer/filter/id-set'
import { changeCounts, NO_ROWS } from '../../../renderer/filter/row-counts'
import { changesBetween } from '../../../renderer/filter/row-changes'
import { mergeRows } from '../../../renderer/state/merge-rows'
import { NO, UNKNOWN, YES } from '../../../renderer/filter/verdict'
import { exchangeRow, exchangeRows } from '../requests/exchange-row'

/** A clock on which every look takes a millisecond, so that slices are small. */
function ticking(): () => number {
  let now = 0
  return () => (now += 1)
}

const STATUSES = [200, 206, 404] as const
const predicates: readonly Predicate[] = [
  ({ status }) => (status === 404 ? YES : NO),
  ({ id }) => (id % 5 === 0 ? UNKNOWN : id % 2 === 0 ? YES : NO),
  () => YES,
]

/** What may happen: requests come, some change, some leave, the filter is another, a slice goes by, the log is new. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('come' as const), count: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    kind: fc.constant('change' as const),
    picks: fc.array(fc.nat(), { maxLength: 5 }),
    status: fc.constantFrom(...STATUSES),
  }),
  fc.record({ kind: fc.constant('leave' as const), picks: fc.array(fc.nat(), { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('clear' as const) }),
  fc.record({
    kind: fc.constant('filter' as const),
    pick: fc.nat({ max: 2 }),
    near: fc.oneof(fc.constant('end' as const), fc.nat({ max: 900 })),
  }),
  fc.record({ kind: fc.constant('slice' as const) }),
)
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never

function after(rows: readonly ExchangeRow[], event: Happening): readonly ExchangeRow[] {
  switch (event.kind) {
    case 'come': {
      const from = (rows.at(-1)?.id ?? 0) + 1
      const come = exchangeRows(event.count, from).map((row) => ({ ...row, status: STATUSES[row.id % 3] ?? 200 }))
      return [...rows, ...come]
    }
    case 'change': {
      const picked = new Set(event.picks.map((pick) => pick % Math.max(1, rows.length)))
      return rows.map((row, at) => (picked.has(at) ? { ...row, status: event.status } : row))
    }
    case 'leave': {
      const picked = new Set(event.picks.map((pick) => pick % Math.max(1, rows.length)))
      return rows.filter((_, at) => !picked.has(at))
    }
    case 'clear':
      return []
    default:
      return rows
  }
}

describe('FilteredRows', () => {
  it('gives after any course of events what a look at all rows would give', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (events) => {
        const filtered = new FilteredRows(ticking())
        let predicate = predicates[2]!
        let count = new MatchCount(predicate, [], ticking())
        let rows: readonly ExchangeRow[] = []
        filtered.restart(predicate, rows, 'end')
        for (const event of events) {
          const next = after(rows, event)
          const changes = compareRows(rows, next)
          rows = next
          filtered.receive(rows, changes)
          count.receive(changes)
          if (event.kind === 'filter') {
            predicate = predicates[event.pick]!
            filtered.restart(predicate, rows, event.near)
            count = new MatchCount(predicate, rows, ticking())
          }
          if (event.kind === 'slice') {
            filtered.step(1)
            count.step(rows, 1)
          }
          const passing = new Set(rows.filter((row) => predicate(row) === YES))
          expect(filtered.rows.every((row) => passing.has(row))).toBe(true)
          expect(filtered.rows.every((row, at) => at === 0 || row.id > filtered.rows[at - 1]!.id)).toBe(true)
        }
        while (!filtered.done) filtered.step(1)
        while (!count.done) count.step(rows, 1)
        const all = rows.filter((row) => predicate(row) === YES)
        expect(filtered.rows).toEqual(all)
        expect(filtered.unknown).toBe(rows.filter((row) => predicate(row) === UNKNOWN).length)
        expect(count.count).toBe(all.length)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['end', [9873, 10_000]],
    [5000, [4872, 5127]],
  ] as const)('looks first where the reader is: %s', (near, [first, last]) => {
    const rows = exchangeRows(10_000)
    const filtered = new FilteredRows(ticking())
    filtered.restart(() => YES, rows, near)
    filtered.step(0)
    expect([filtered.rows[0]?.id, filtered.rows.at(-1)?.id, filtered.done]).toEqual([first, last, false])
  })

  it('asks only of rows that have changed', () => {
    const rows = exchangeRows(1000)
    let asked = 0
    const filtered = new FilteredRows(ticking())
    filtered.restart(() => ((asked += 1), YES), rows, 'end')
    filtered.step(Infinity)
    expect(asked).toBe(1000)
    const next = [...rows.slice(1, -1), { ...rows[999]!, status: 404 }, ...exchangeRows(2, 1001)]
    filtered.receive(next, compareRows(rows, next))
    expect(asked).toBe(1003)
    expect(filtered.rows).toEqual(next)
  })

  it('keeps its list while nothing in it changes', () => {
    const rows = exchangeRows(10)
    const filtered = new FilteredRows(ticking())
    filtered.restart(({ id }) => (id === 3 ? YES : NO), rows, 'end')
    filtered.step(Infinity)
    const before = filtered.rows
    filtered.receive(rows, { gone: [rows[5]!], come: [{ ...rows[5]!, status: 404 }] })
    filtered.reconsider(rows)
    expect(filtered.rows).toBe(before)
  })
})

describe('changesBetween', () => {
  it('gives for a batch what a comparison of all rows gives', () => {
    const some = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 })
    fc.assert(
      fc.property(some, some, some, some, (there, added, patched, removed) => {
        const before = [...new Set(there)].sort((one, other) => one - other).map((id) => exchangeRow({ id }))
        const changes = {
          added: added.map((id) => exchangeRow({ id, status: 206 })),
          patched: patched.map((id) => exchangeRow({ id, status: 404 })),
          removed,
        }
        const after = mergeRows(before, changes)
        const byId = (rows: readonly ExchangeRow[]) => rows.toSorted((one, other) => one.id - other.id)
        const found = changesBetween(before, after, { before, after, changes })
        const expected = compareRows(before, after)
        expect({ gone: byId(found.gone), come: byId(found.come) }).toEqual(expected)
      }),
    )
  })
})

describe('IdSet', () => {
  it('holds what a Set of numbers holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('add', 'delete'), fc.nat({ max: 5000 }))), (steps) => {
        const ids = new IdSet()
        const expected = new Set<number>()
        for (const [act, id] of steps) {
          if (act === 'add') {
            ids.add(id)
            expected.add(id)
          } else {
            ids.delete(id)
            expected.delete(id)
          }
        }
        expect(ids.size).toBe(expected.size)
        for (const [, id] of steps) expect(ids.has(id)).toBe(expected.has(id))
      }),
    )
  })
})

describe('changeCounts', () => {
  it('counts what runs, what is partial and what went wrong', () => {
    const sending = exchangeRow({ id: 1, state: 'sending', status: 206, elapsedMs: null })
    const aborted = { ...sending, state: 'aborted-by-client', elapsedMs: 9 } as const
    const refused = exchangeRow({ id: 2, state: 'error', status: 404 })
    const first = changeCounts(NO_ROWS, { gone: [], come: [sending, refused] })
    expect(first).toEqual({ active: 1, partial: 1, problem: 1 })
    expect(changeCounts(first, { gone: [sending, refused], come: [aborted] })).toEqual({
      active: 0,
      partial: 1,
      problem: 1,
    })
  })
})
