import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewerStretches, SpanUnion } from '../../../main/share/transfers/span-union'

const SIZE = 200
const spans = fc.array(
  fc.tuple(fc.nat(SIZE - 1), fc.nat(60)).map(([start, length]) => ({ start, end: Math.min(SIZE, start + length) })),
  { maxLength: 60 },
)

function octetsOf(stretches: readonly { readonly start: number; readonly end: number }[]): boolean[] {
  const octets = Array.from({ length: SIZE }, () => false)
  for (const { start, end } of stretches) octets.fill(true, start, end)
  return octets
}

describe('SpanUnion', () => {
  it('holds what a map of single octets holds, and tells what was there before', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const union = new SpanUnion()
        const octets = octetsOf([])
        for (const span of added) {
          const known = octets.map((held, at) => held && at >= span.start && at < span.end)
          expect(octetsOf(union.add(span))).toEqual(known)
          octets.fill(true, span.start, span.end)
        }
        expect(octetsOf(union.stretches)).toEqual(octets)
        expect(union.bytes).toBe(octets.filter(Boolean).length)
        expect(union.roughBytes).toBe(0)
      }),
    )
  })

  it('keeps its stretches in order and apart', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const union = new SpanUnion()
        for (const span of added) union.add(span)
        for (const [index, { start, end }] of union.stretches.entries()) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThan(union.stretches[index - 1]?.end ?? -1)
        }
      }),
    )
  })

  it('says of every span whether all of it is there, and how much of it', () => {
    fc.assert(
      fc.property(spans, fc.nat(SIZE), fc.nat(SIZE), (added, one, other) => {
        const union = new SpanUnion()
        for (const span of added) union.add(span)
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const octets = octetsOf(union.stretches)
        expect(union.hasAll({ start, end })).toBe(octets.slice(start, end).every(Boolean))
        expect(union.bytesOf({ start, end })).toBe(octets.slice(start, end).filter(Boolean).length)
      }),
    )
  })

  it('never holds more stretches than it may, and says by how much it may then be off', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const union = new SpanUnion(3)
        const octets = octetsOf([])
        for (const span of added) {
          union.add(span)
          octets.fill(true, span.start, span.end)
        }
        const truth = octets.filter(Boolean).length
        expect(union.stretches.length).toBeLessThanOrEqual(3)
        expect(union.bytes).toBeLessThanOrEqual(truth)
        expect(union.bytes + union.roughBytes).toBeGreaterThanOrEqual(truth)
        // A stretch may be too long, never too short.
        expect(octetsOf(union.stretches).every((held, at) => held || octets[at] !== true)).toBe(true)
      }),
    )
  })
})

describe('fewerStretches', () => {
  it('joins the nearest neighbours first', () => {
    const stretches = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
      { start: 50, end: 60 },
      { start: 61, end: 70 },
    ]
    expect(fewerStretches(stretches, 4)).toBe(stretches)
    expect(fewerStretches(stretches, 3)).toEqual([stretches[0], stretches[1], { start: 50, end: 70 }])
    expect(fewerStretches(stretches, 2)).toEqual([
      { start: 0, end: 20 },
      { start: 50, end: 70 },
    ])
  })
})
