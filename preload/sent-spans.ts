import type { RowFile } from './views'

/** Octets of a file from `start` up to and without `end`. */
export interface OctetSpan {
  readonly start: number
  readonly end: number
}

/**
 * Gives the octets of a file that stand between two offsets in the content of a response, in the order they are sent.
 *
 * Content of one piece is the file, or one range of it. Content of several ranges has a head before each of them
 * (RFC 9110 §14.6), which is no part of the file and is left out to the octet.
 *
 * @param from offset in the content, in octets
 * @param to offset in the content behind the last octet
 */
export function spansOfContent(
  { ranges, heads }: Pick<RowFile, 'ranges' | 'heads'>,
  from: number,
  to: number,
): OctetSpan[] {
  if (to <= from) return []
  if (ranges.length === 0) return [{ start: from, end: to }]
  const spans: OctetSpan[] = []
  let offset = 0
  for (const [index, [first, last]] of ranges.entries()) {
    offset += heads?.[index] ?? 0
    if (offset >= to) break
    const length = last - first + 1
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, length)
    if (start < end) spans.push({ start: first + start, end: first + end })
    offset += length
  }
  return spans
}
