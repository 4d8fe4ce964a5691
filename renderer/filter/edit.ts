/** Changes a filter's text by terms, and leaves alone what a person has typed around them. */
import { parseFilter } from './parse'
import { printQuery } from './print'
import { topLevelOf, type Query, type Span } from './query'

/** Gives the text with a term put at its end; with nothing changed when it says so already. */
export function addTerm(text: string, term: string): string {
  const before = text.trim()
  if (before === '') return term
  const parsed = parseFilter(before)
  // What cannot be read cannot be added to: the new term is what is meant.
  if (!parsed.ok) return term
  const added = readOne(term)
  if (topLevelOf(parsed.query).some((part) => printQuery(part) === added)) return before
  return parsed.query?.kind === 'or' ? `(${before}) ${term}` : `${before} ${term}`
}

/** Gives the text with rows like these shut out; a term that asks for them goes. */
export function excludeTerm(text: string, term: string): string {
  return addTerm(withoutTerm(text, term), `-${needsGroup(term) ? `(${term})` : term}`)
}

/** Gives the text with only rows like these let in; a term that shuts them out goes. */
export function includeTerm(text: string, term: string): string {
  return addTerm(withoutTerm(text, `-${term}`), term)
}

/** Whether a term is one of the outermost of a query. */
export function hasTerm(query: Query | null, term: string): boolean {
  const wanted = readOne(term)
  return topLevelOf(query).some((part) => printQuery(part) === wanted)
}

/** Gives the text without one of its outermost parts. */
export function removePart(text: string, span: Span): string {
  const parsed = parseFilter(text)
  if (!parsed.ok) return text
  const parts = topLevelOf(parsed.query).filter((part) => part.span !== span && !isSame(part.span, span))
  const rest = printQuery(joinParts(parts))
  const cut = cutOut(text, span)
  // Parentheses around a part can be left empty: then the rest is written anew.
  return readOne(cut) === rest && parseFilter(cut).ok ? cut : rest
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end
}

function joinParts(parts: readonly Query[]): Query | null {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first ?? null
  return { kind: 'and', parts, span: first.span }
}

/** Cuts a stretch out, with the spaces and the AND beside it. */
function cutOut(text: string, { start, end }: Span): string {
  const before = text.slice(0, start).replace(/(?:^|\s)AND\s+$/, ' ')
  const after = text.slice(end).replace(/^\s+AND(?=\s|$)/, before.trim() === '' ? '' : ' ')
  return `${before.trimEnd()} ${after.trimStart()}`.trim()
}

/** Gives the text with every outermost term of a key replaced by one. */
export function replaceKey(text: string, key: string, term: string): string {
  const parsed = parseFilter(text)
  if (!parsed.ok) return term
  let rest = text
  for (const part of topLevelOf(parsed.query).toReversed()) {
    if (part.kind === 'test' && part.key.name === key) rest = removePart(rest, part.span)
  }
  return addTerm(rest, term)
}

/** Gives the text without a term, if it is one of the outermost. */
export function withoutTerm(text: string, term: string): string {
  const parsed = parseFilter(text)
  if (!parsed.ok) return text
  const unwanted = readOne(term)
  const part = topLevelOf(parsed.query).find((each) => printQuery(each) === unwanted)
  return part === undefined ? text : removePart(text, part.span)
}

function readOne(term: string): string {
  const parsed = parseFilter(term)
  return parsed.ok ? printQuery(parsed.query) : term
}

function needsGroup(term: string): boolean {
  const parsed = parseFilter(term)
  return parsed.ok && isJoined(parsed.query)
}

function isJoined(query: Query | null): boolean {
  return query?.kind === 'and' || query?.kind === 'or'
}
