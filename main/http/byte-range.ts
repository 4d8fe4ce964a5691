import { trimWhitespace } from './field-lines'

/** An inclusive range of octets (RFC 9110 §14.1.2): `first` and `last` are offsets from the start. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/** What a Range field asks of a representation. */
export type RangeSelection =
  | { readonly kind: 'whole' }
  /** At least one range, none overlapping or touching another, in the order asked for. */
  | { readonly kind: 'parts'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'unsatisfiable' }

/** How many separate ranges are sent; who asks for more gets the whole (RFC 9110 §14.2 and §17.15 allow it). */
export const MAX_RANGES = 16

const WHOLE: RangeSelection = { kind: 'whole' }
const UNSATISFIABLE: RangeSelection = { kind: 'unsatisfiable' }

//     ranges-specifier = range-unit "=" range-set
//     range-set        = 1#range-spec                (RFC 9110 §14.1.1)
const RANGES_SPECIFIER = /^bytes=(.*)$/i

//     int-range    = first-pos "-" [ last-pos ]
//     suffix-range = "-" suffix-length
const RANGE_SPEC = /^(\d*)-(\d*)$/

/**
 * Chooses which octets of a representation a Range field asks for.
 *
 * A field that is malformed, or in a unit other than bytes, asks for nothing: RFC 9110 §14.2 lets a server ignore it,
 * and one way out is easier to trust. Ranges that overlap or touch become one, so that no octet is ever sent twice and
 * the parts together never exceed the representation.
 *
 * @param size the representation's length in octets
 */
export function selectRanges(field: string | undefined, size: number): RangeSelection {
  const set = field === undefined ? undefined : RANGES_SPECIFIER.exec(field)?.[1]
  // An empty representation has no last octet to name in Content-Range, so it is always sent whole.
  if (set === undefined || size === 0) return WHOLE

  const ranges: ByteRange[] = []
  let specs = 0
  for (const member of set.split(',')) {
    const spec = trimWhitespace(member)
    if (spec === '') continue
    const range = readSpec(spec, size)
    if (range === undefined) return WHOLE
    specs += 1
    if (range !== 'unsatisfiable') ranges.push(range)
  }
  if (specs === 0) return WHOLE
  if (ranges.length === 0) return UNSATISFIABLE
  const merged = mergeRanges(ranges)
  return merged.length > MAX_RANGES ? WHOLE : { kind: 'parts', ranges: merged }
}

/** Reads one range-spec against the size; undefined when it is malformed. Positions of any length are clamped. */
function readSpec(spec: string, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = RANGE_SPEC.exec(spec)
  if (match === null) return undefined
  const [, firstPos = '', lastPos = ''] = match
  if (firstPos === '') {
    if (lastPos === '') return undefined
    const suffixLength = Number(lastPos)
    return suffixLength === 0 ? 'unsatisfiable' : { first: Math.max(0, size - suffixLength), last: size - 1 }
  }
  if (lastPos !== '' && isLess(lastPos, firstPos)) return undefined
  const first = Number(firstPos)
  if (first >= size) return 'unsatisfiable'
  return { first, last: lastPos === '' ? size - 1 : Math.min(Number(lastPos), size - 1) }
}

/** Compares digits as numbers of any length: beyond 2^53 `Number` would call different positions equal. */
function isLess(a: string, b: string): boolean {
  return a.length < 16 && b.length < 16 ? Number(a) < Number(b) : BigInt(a) < BigInt(b)
}

/** Joins ranges that overlap or touch. Each joined range stands where its earliest member stood (RFC 9110 §15.3.7.2). */
function mergeRanges(ranges: readonly ByteRange[]): readonly ByteRange[] {
  if (ranges.length === 1) return ranges
  const ordered = ranges.map(({ first, last }, order) => ({ first, last, order })).sort((a, b) => a.first - b.first)
  const merged: { first: number; last: number; order: number }[] = []
  for (const range of ordered) {
    const previous = merged.at(-1)
    if (previous !== undefined && range.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, range.last)
      previous.order = Math.min(previous.order, range.order)
    } else {
      merged.push(range)
    }
  }
  return merged.sort((a, b) => a.order - b.order).map(({ first, last }) => ({ first, last }))
}
