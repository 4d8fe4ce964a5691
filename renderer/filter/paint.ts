/** Divides a filter's text into pieces of one colour each, so that it is seen how it was understood. */
import { FilterError } from './filter-fault'
import type { Parsed } from './parse'
import type { Span } from './query'
import { readTokens, type Token } from './tokens'

/** `key` is what is asked of, `not` the same shut out, `joint` what joins terms. */
export type Paint = 'plain' | 'key' | 'not' | 'joint'

export interface Piece {
  readonly text: string
  readonly paint: Paint
  /** Whether it is what is wrong, or doubtful. */
  readonly marked: boolean
}

/** Gives the pieces; together they are the text. */
export function paintFilter(text: string, parsed: Parsed): readonly Piece[] {
  const marks = parsed.ok ? parsed.doubts.map(({ span }) => span) : [parsed.fault.span]
  const stretches = tokensOf(text).flatMap((token, at, all) => stretchesOf(token, all[at - 1]))
  const edges = new Set([0, text.length])
  for (const { start, end } of [...stretches, ...marks]) edges.add(start).add(end)
  const cuts = [...edges].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length
    const within = (span: Span): boolean => start >= span.start && end <= span.end
    return {
      text: text.slice(start, end),
      paint: stretches.find(within)?.paint ?? 'plain',
      marked: marks.some(within),
    }
  })
}

interface Stretch extends Span {
  readonly paint: Paint
}

function tokensOf(text: string): readonly Token[] {
  try {
    return readTokens(text)
  } catch (error) {
    // A quotation that has no end yet: what stands before it keeps its colours.
    if (error instanceof FilterError)
      return error.fault.span.start === 0 ? [] : tokensOf(text.slice(0, error.fault.span.start))
    throw error
  }
}

function stretchesOf(token: Token, before: Token | undefined): readonly Stretch[] {
  const { start, end } = token.span
  const isShutOut = before?.kind === 'minus' || before?.kind === 'not'
  switch (token.kind) {
    case 'key':
      return [{ start, end: token.value?.span.start ?? end, paint: isShutOut ? 'not' : 'key' }]
    case 'minus':
    case 'not':
      return [{ start, end, paint: 'not' }]
    case 'and':
    case 'or':
    case 'open':
    case 'close':
      return [{ start, end, paint: 'joint' }]
    default:
      return []
  }
}
