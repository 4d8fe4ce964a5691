import type { RowFile } from '../../../preload/views'

/** Octets of a file, as many as stand side by side in it. */
export interface FilePart {
  /** Offset in the file. */
  readonly offset: number
  readonly length: number
}

/** How many octets the file's part in an answer has: all of it, or the ranges that were sent. */
export function extentOf({ size, ranges }: Pick<RowFile, 'size' | 'ranges'>): number {
  return ranges.length === 0 ? size : ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

/**
 * Finds in the file what stands at a place in the content of an answer.
 *
 * @param at octets from the beginning of the content, without the heads of several parts
 * @param most how many octets at most; there are fewer where a range ends
 */
export function locate({ size, ranges }: Pick<RowFile, 'size' | 'ranges'>, at: number, most: number): FilePart | null {
  let left = at
  for (const [first, last] of ranges.length === 0 ? ([[0, size - 1]] as const) : ranges) {
    const length = last - first + 1
    if (left < length) return { offset: first + left, length: Math.min(most, length - left) }
    left -= length
  }
  return null
}
