/** What a filter says, once it is understood: a tree of terms, each with its place in the text. */
import type { LintSet } from '../../preload/lints'
import type { TextTest } from '../../preload/text-match'
import type { Flag, KeyName, Possession } from './vocabulary'

/** A stretch of the filter's text, in UTF-16 units; `end` is the offset after the last one. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type Query =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[]; readonly span: Span }
  | { readonly kind: 'not'; readonly part: Query; readonly span: Span }
  | Term

/** The smallest part that is true or false of a row. */
export type Term =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly span: Span }
  /** True when any of the flags is. */
  | { readonly kind: 'flag'; readonly flags: readonly Flag[]; readonly span: Span }
  | { readonly kind: 'has'; readonly what: Possession; readonly field: string | null; readonly span: Span }
  | { readonly kind: 'test'; readonly key: KeyUse; readonly test: Test; readonly span: Span }

export type HasTerm = Extract<Term, { readonly kind: 'has' }>
export type TestTerm = Extract<Term, { readonly kind: 'test' }>

/** A key, with the field's name for `header[name]` and its kin; null for all others. */
export interface KeyUse {
  readonly name: KeyName
  readonly field: string | null
}

/** A regular expression that `pattern.ts` has found safe to run. */
export interface Pattern {
  readonly source: string
  readonly ignoreCase: boolean
}

/** What is asked of a key's value. `!=` is not among them: it is the `not` of an `=`. */
export type Test =
  | TextTest
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'compare'; readonly op: CompareOp; readonly value: Figure }
  /** Both ends belong to it; null is open. */
  | { readonly kind: 'between'; readonly from: Figure | null; readonly to: Figure | null }
  /** Any of these notes; `written` is how they were named, which may be with wildcards. */
  | { readonly kind: 'lints'; readonly set: LintSet; readonly written: string }
  /** `4xx` */
  | { readonly kind: 'class'; readonly digit: number }
  /** An address, or a network by its first `bits`. */
  | { readonly kind: 'network'; readonly address: string; readonly bits: number | null }
  /** `7`, or the third request on it: `7.3`. */
  | { readonly kind: 'connection'; readonly id: number; readonly ordinal: number | null }
  | { readonly kind: 'any'; readonly of: readonly Test[] }

export type CompareOp = '=' | '>' | '>=' | '<' | '<='

/** A number as it was written: `100mb` is 100,000,000 octets. */
export interface Figure {
  /** In octets, octets per second, milliseconds, milliseconds since midnight or since the epoch, or as it stands. */
  readonly value: number
  readonly written: string
  /** How much the last written digit stands for: `4.7gb` is whatever rounds to it. 0 for an exact figure. */
  readonly width: number
  /** For times: whether a date was given. Without one it is a time of day. */
  readonly dated?: true
}

/** Gives every term of a query, in the order they are written. */
export function* termsOf(query: Query | null): Generator<Term> {
  if (query === null) return
  switch (query.kind) {
    case 'and':
    case 'or':
      for (const part of query.parts) yield* termsOf(part)
      break
    case 'not':
      yield* termsOf(query.part)
      break
    default:
      yield query
  }
}

/** Gives the parts that must all be true: those of the outermost AND. */
export function topLevelOf(query: Query | null): readonly Query[] {
  if (query === null) return []
  return query.kind === 'and' ? query.parts : [query]
}
