import type { Mark } from '../../../preload/views'

/** All marks, as they are picked. */
export const marks: readonly Mark[] = [1, 2, 3, 4, 5, 6, 7]

/** Gives the mark that a key picks; null for 0, which takes a mark off, and undefined for any other key. */
export function markOfKey(key: string): Mark | null | undefined {
  if (key === '0') return null
  return marks.find((mark) => String(mark) === key)
}
