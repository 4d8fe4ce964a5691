/** What a person notes about an exchange: a mark, a pin, a comment. */
import { ContractError, flag, id, ids, record, text } from './arguments'
import type { Mark } from './views'

/**
 * How many exchanges may be kept at once because a person has marked, pinned or commented them. What is kept is never
 * given up, so it must be bounded: a thousand with the largest heads (16 KiB each way) and comments are some 36 MiB.
 */
export const MOST_KEPT = 1000

/** Characters of a comment: a page, so that a thousand of them stay small. */
export const LONGEST_COMMENT = 4096

/** Reads which exchanges get which mark; null takes it off. */
export function markChange(value: unknown): { readonly ids: readonly number[]; readonly mark: Mark | null } {
  const change = record(value)
  return { ids: ids(change.ids), mark: change.mark === null ? null : mark(change.mark) }
}

function mark(value: unknown): Mark {
  const found = ([1, 2, 3, 4, 5, 6, 7] as const).find((each) => each === value)
  if (found === undefined) throw new ContractError(`Cannot mark with ${JSON.stringify(value)}: expected 1 to 7`)
  return found
}

/** Reads which exchanges are pinned, or no longer. */
export function pinChange(value: unknown): { readonly ids: readonly number[]; readonly pinned: boolean } {
  const change = record(value)
  return { ids: ids(change.ids), pinned: flag(change.pinned) }
}

/** Reads a comment; an empty one takes the old one away. */
export function commentChange(value: unknown): { readonly id: number; readonly text: string } {
  const change = record(value)
  const comment = text(change.text)
  if (comment.length > LONGEST_COMMENT) {
    throw new ContractError(`Cannot keep the comment: expected at most ${String(LONGEST_COMMENT)} characters`)
  }
  return { id: id(change.id), text: comment }
}
