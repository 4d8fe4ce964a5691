/** The pills beside the filter box: the terms they stand for, read from the filter and put into it. */
import { addTerm, removePart } from './edit'
import { parseFilter } from './parse'
import { topLevelOf, type Query, type Term } from './query'

export const pillGroups = {
  status: ['2xx', '3xx', '4xx', '5xx'],
  state: ['active', 'partial', 'problem'],
} as const
export type PillGroup = keyof typeof pillGroups

/** Which pills of a group are pressed, and which shut out. */
export interface PillChoice {
  readonly included: readonly string[]
  readonly excluded: readonly string[]
}

const KEYS: { readonly [G in PillGroup]: string } = { status: 'status', state: 'is' }

/** Gives the words of a term that is nothing but pills of a group, or null. */
function wordsOf(term: Term, group: PillGroup): readonly string[] | null {
  const words = group === 'state' ? flagsOf(term) : classesOf(term)
  const pills: readonly string[] = pillGroups[group]
  return words?.every((word) => pills.includes(word)) === true ? words : null
}

function isTerm(query: Query): query is Term {
  return query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not'
}

function flagsOf(term: Term): readonly string[] | null {
  return term.kind === 'flag' ? term.flags : null
}

function classesOf(term: Term): readonly string[] | null {
  if (term.kind !== 'test' || term.key.name !== 'status') return null
  const tests = term.test.kind === 'any' ? term.test.of : [term.test]
  const digits = tests.map((test) => (test.kind === 'class' ? `${String(test.digit)}xx` : null))
  return digits.every((digit) => digit !== null) ? digits : null
}

/** A part of the filter that is the pills of one group. */
interface PillPart {
  readonly part: Query
  readonly words: readonly string[]
  readonly excludes: boolean
}

function partsOf(query: Query | null, group: PillGroup): readonly PillPart[] {
  return topLevelOf(query).flatMap((part) => {
    const term = part.kind === 'not' ? part.part : part
    if (!isTerm(term)) return []
    const words = wordsOf(term, group)
    return words === null ? [] : [{ part, words, excludes: part.kind === 'not' }]
  })
}

/** Reads which pills of a group a filter presses. */
export function readPills(query: Query | null, group: PillGroup): PillChoice {
  const parts = partsOf(query, group)
  return {
    included: parts.filter(({ excludes }) => !excludes).flatMap(({ words }) => words),
    excluded: parts.filter(({ excludes }) => excludes).flatMap(({ words }) => words),
  }
}

/**
 * Gives a filter's text with one pill pressed or let go. Pills of one group are alternatives; what is shut out stands in
 * a term of its own.
 *
 * @param how `include` for a click, `exclude` for one with Alt
 */
export function pressPill(
  text: string,
  { group, word }: { group: PillGroup; word: string },
  how: 'include' | 'exclude',
): string {
  const parsed = parseFilter(text)
  if (!parsed.ok) return text
  const parts = partsOf(parsed.query, group)
  const before = readPills(parsed.query, group)
  const ours = how === 'include' ? before.included : before.excluded
  const others = (how === 'include' ? before.excluded : before.included).filter((each) => each !== word)
  const pressed = ours.includes(word) ? ours.filter((each) => each !== word) : [...ours, word]
  const [included, excluded] = how === 'include' ? [pressed, others] : [others, pressed]

  let rest = text
  // From the end, so that the places of the earlier ones stay true.
  for (const { part } of parts.toReversed()) rest = removePart(rest, part.span)
  if (included.length > 0) rest = addTerm(rest, `${KEYS[group]}:${inOrder(group, included)}`)
  return excluded.length === 0 ? rest : addTerm(rest, `-${KEYS[group]}:${inOrder(group, excluded)}`)
}

function inOrder(group: PillGroup, words: readonly string[]): string {
  return pillGroups[group].filter((word) => words.includes(word)).join(',')
}
