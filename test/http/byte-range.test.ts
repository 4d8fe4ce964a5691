import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteRange } from '../../main/http/byte-range'
import { MAX_RANGES, selectRanges } from '../../main/http/byte-range'

const WHOLE = { kind: 'whole' }
const UNSATISFIABLE = { kind: 'unsatisfiable' }
const parts = (...pairs: [first: number, last: number][]) => ({
  kind: 'parts',
  ranges: pairs.map(([first, last]) => ({ first, last })),
})

describe('selectRanges', () => {
  // The examples of RFC 9110 §14.1.2, over a representation of 10000 octets.
  it.each([
    ['bytes=0-499', parts([0, 499])],
    ['bytes=500-999', parts([500, 999])],
    ['bytes=-500', parts([9500, 9999])],
    ['bytes=9500-', parts([9500, 9999])],
    ['bytes=0-0,-1', parts([0, 0], [9999, 9999])],
    ['bytes= 0-999, 4500-5499, -1000', parts([0, 999], [4500, 5499], [9000, 9999])],
    ['bytes=500-600,601-999', parts([500, 999])],
    ['bytes=500-700,601-999', parts([500, 999])],
  ])('reads %s', (field, expected) => {
    expect(selectRanges(field, 10_000)).toEqual(expected)
  })

  it.each([
    ['bytes=0-', parts([0, 25])],
    ['bytes=25-25', parts([25, 25])],
    ['bytes=0-1000', parts([0, 25])],
    ['bytes=-27', parts([0, 25])],
    ['bytes=00-04', parts([0, 4])],
    ['Bytes=0-4', parts([0, 4])],
    ['bytes=,0-4 , ,', parts([0, 4])],
    ['bytes=5-6, 1-2', parts([5, 6], [1, 2])],
    ['bytes=20-21,1-3,2-4', parts([20, 21], [1, 4])],
    ['bytes=10-12,1-3,2-11', parts([1, 12])],
    ['bytes=0-1,100-', parts([0, 1])],
    ['bytes=0-1,-0', parts([0, 1])],
    [`bytes=20-${'9'.repeat(400)}`, parts([20, 25])],
    [`bytes=-${'9'.repeat(400)}`, parts([0, 25])],
    ['bytes=0-9223372036854775807', parts([0, 25])],
  ])('reads %s of 26 octets', (field, expected) => {
    expect(selectRanges(field, 26)).toEqual(expected)
  })

  it.each([
    'bytes=26-',
    'bytes=26-30',
    'bytes=-0',
    'bytes=-00',
    'bytes=9223372036854775808-',
    'bytes=30-,40-50',
    `bytes=${'9'.repeat(400)}-`,
  ])('finds %s unsatisfiable in 26 octets', (field) => {
    expect(selectRanges(field, 26)).toEqual(UNSATISFIABLE)
  })

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=,',
    'bytes=-',
    'bytes=5-4',
    'bytes=18446744073709551617-18446744073709551616',
    'bytes=--1',
    'bytes=0--1',
    'bytes=1',
    'bytes=+0-4',
    'bytes=0x0-0x4',
    'bytes=0-1;2-3',
    'bytes=1.5-2',
    'bytes=1e1-20',
    'bytes=0-4 5-9',
    'bytes=0 - 4',
    'bytes 0-4',
    'bytes =0-4',
    'bytes:0-4',
    'bytes="0-4"',
    'bytes=\xb2-\xb3',
    'bytes=0-4,x',
    'items=0-5',
    'xbytes=0-5',
    '0-4',
  ])('sends the whole for %j', (field) => {
    expect(selectRanges(field, 26)).toEqual(WHOLE)
  })

  it.each(['bytes=0-0', 'bytes=-1', 'bytes=5-'])('sends an empty representation whole for %s', (field) => {
    expect(selectRanges(field, 0)).toEqual(WHOLE)
  })

  it('sends the whole to who asks for more ranges than there may be', () => {
    const field = (count: number) => `bytes=${Array.from({ length: count }, (_, i) => `${i * 2}-${i * 2}`).join(',')}`
    expect(selectRanges(field(MAX_RANGES), 1000)).toMatchObject({ kind: 'parts' })
    expect(selectRanges(field(MAX_RANGES + 1), 1000)).toEqual(WHOLE)
  })

  it('is exact beyond 4 GiB', () => {
    const size = 5 * 2 ** 30
    expect(selectRanges('bytes=4294967295-4294967296,-5', size)).toEqual(
      parts([4_294_967_295, 4_294_967_296], [size - 5, size - 1]),
    )
  })

  it('selects the octets that were asked for and no others, none twice', () => {
    const spec = fc.oneof(
      fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc.nat(40).map((first) => `${first}-`),
      fc.nat(40).map((length) => `-${length}`),
    )
    fc.assert(
      fc.property(fc.array(spec, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 30 }), (specs, size) => {
        const asked = new Set(specs.flatMap((each) => octetsOf(each, size)))
        const selection = selectRanges(`bytes=${specs.join(',')}`, size)
        if (selection.kind === 'whole') expect(specs.length).toBeGreaterThan(MAX_RANGES)
        const sent = selection.kind === 'parts' ? selection.ranges.flatMap(expand) : []
        expect(selection.kind === 'unsatisfiable').toBe(asked.size === 0)
        expect(sent.toSorted((a, b) => a - b)).toEqual([...asked].toSorted((a, b) => a - b))
      }),
    )
  })

  it('never throws, and never goes beyond the representation', () => {
    const pieces = fc.constantFrom('bytes', '=', '-', ',', ' ', '\t', '0', '1', '99', '18446744073709551616', 'x', '"')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(100), (text, size) => {
        const selection = selectRanges(text.join(''), size)
        const ranges = selection.kind === 'parts' ? selection.ranges : []
        for (const { first, last } of ranges) expect(0 <= first && first <= last && last < size).toBe(true)
      }),
    )
  })
})

/** The octets a spec names, worked out one by one. */
function octetsOf(spec: string, size: number): number[] {
  const [first = '', last = ''] = spec.split('-')
  return Array.from({ length: size }, (_, octet) => octet).filter((octet) =>
    first === '' ? octet >= size - Number(last) : octet >= Number(first) && (last === '' || octet <= Number(last)),
  )
}

function expand({ first, last }: ByteRange): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
