/** A search through the heads of exchanges, for the terms of a filter that only main can answer. */
import { ContractError, id, ids, oneOf, record, text } from './arguments'
import type { TextTest } from './text-match'

/** What a filter asks of a head: that a field is there, or what its value or the octets hold. */
export interface HeadTerm {
  readonly side: 'request' | 'response' | 'either'
  /** Lower case; null for the octets of the whole head. */
  readonly field: string | null
  /** Null asks only whether the field is there. */
  readonly test: TextTest | null
}

/** A search through the heads of the exchanges after one, and of some others by themselves. */
export interface HeadSearch {
  readonly terms: readonly HeadTerm[]
  readonly afterId: number
  /** Exchanges that are answered for by themselves: those where the reader is, and those that have been answered since. */
  readonly again: readonly number[]
}

/** What a search has found; a long one is told in parts. */
export interface HeadFindings {
  /** For each term the ids that it is true of. */
  readonly matches: readonly (readonly number[])[]
  /** Exchanges that could not be searched: their heads have left memory. */
  readonly gone: readonly number[]
  /** Exchanges whose response head has not been sent yet. */
  readonly open: readonly number[]
  /** All exchanges after `afterId` have been searched up to this one. */
  readonly searchedTo: number
  /** Whether there are more after it. */
  readonly more: boolean
}

/** As many terms as a filter and a highlight can have between them. */
export const MOST_HEAD_TERMS = 128

/** Reads what is to be searched for. */
export function headSearch(value: unknown): HeadSearch {
  const { terms, afterId, again } = record(value)
  if (!Array.isArray(terms) || terms.length === 0 || terms.length > MOST_HEAD_TERMS) {
    throw new ContractError(`Cannot search the heads: expected a list of 1 to ${String(MOST_HEAD_TERMS)} terms`)
  }
  return { terms: terms.map(headTerm), afterId: id(afterId), again: ids(again) }
}

function headTerm(value: unknown): HeadTerm {
  const { side, field, test } = record(value)
  return {
    side: oneOf('request', 'response', 'either')(side),
    field: field === null ? null : shortText(field).toLowerCase(),
    test: test === null ? null : textTest(test),
  }
}

function textTest(value: unknown): TextTest {
  const { kind, text: wanted } = record(value)
  return { kind: oneOf('contains', 'equals', 'wildcard')(kind), text: shortText(wanted) }
}

/** As long as a filter may be. */
const LONGEST = 2000

function shortText(value: unknown): string {
  const short = text(value)
  if (short.length > LONGEST) {
    throw new ContractError(`Cannot read the text: expected at most ${String(LONGEST)} characters`)
  }
  return short
}
