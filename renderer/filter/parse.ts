/**
 * Reads the filter language of docs/filter.md:
 *
 *     query = or ;  or = and *( "OR" and ) ;  and = 1*( ["AND"] unary ) ;  unary = ["-" / "NOT"] ( term / "(" or ")" )
 *
 * Total: any text is nothing, a query, or one fault with its place.
 */
import { LONGEST_FILTER } from '../../preload/settings'
import { FilterError, type FilterFault, type FilterFaultCode } from './filter-fault'
import type { Query, Span } from './query'
import { readKeyTerm } from './read-term'
import { refusePattern } from './pattern'
import { suggestKey, type Doubt } from './suggest'
import { readTokens, type Token } from './tokens'
import { isKeyName } from './vocabulary'

/** Bounds on what a person can mean; they keep a pasted book from costing anything. */
const MOST_TERMS = 64
const DEEPEST = 16

export type Parsed =
  | {
      readonly ok: true
      /** Null for a text without a term: every row passes. */
      readonly query: Query | null
      /** Words that are taken as free text and look like something else. */
      readonly doubts: readonly Doubt[]
    }
  | { readonly ok: false; readonly fault: FilterFault }

/** Reads a filter. */
export function parseFilter(text: string): Parsed {
  const whole = { start: 0, end: text.length }
  if (text.length > LONGEST_FILTER) return { ok: false, fault: { code: 'text-too-long', span: whole, about: '' } }
  try {
    const parser = new Parser(readTokens(text))
    return { ok: true, query: parser.readAll(), doubts: parser.doubts }
  } catch (error) {
    if (error instanceof FilterError) return { ok: false, fault: error.fault }
    throw error
  }
}

class Parser {
  readonly doubts: Doubt[] = []
  readonly #tokens: readonly Token[]
  #at = 0
  #terms = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  readAll(): Query | null {
    if (this.#tokens.length === 0) return null
    const query = this.#readOr()
    const left = this.#next
    if (left !== undefined) throw faultAt('group-not-open', left.span)
    return query
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #readOr(): Query {
    const parts = [this.#readAnd()]
    while (this.#next?.kind === 'or') {
      this.#at += 1
      parts.push(this.#readAnd())
    }
    return joined('or', parts)
  }

  #readAnd(): Query {
    const parts = [this.#readUnary()]
    for (;;) {
      const kind = this.#next?.kind
      if (kind === undefined || kind === 'or' || kind === 'close') return joined('and', parts)
      if (kind === 'and') this.#at += 1
      parts.push(this.#readUnary())
    }
  }

  #readUnary(): Query {
    const token = this.#take()
    switch (token.kind) {
      case 'minus':
      case 'not':
        return this.#nested(token, () => {
          const part = this.#readUnary()
          return { kind: 'not', part, span: { start: token.span.start, end: part.span.end } }
        })
      case 'open':
        return this.#nested(token, () => this.#readGroup(token))
      case 'close':
        throw faultAt(this.#depth > 0 ? 'group-empty' : 'group-not-open', token.span)
      case 'and':
      case 'or':
        throw faultAt('operand-missing', token.span)
      default:
        return this.#readTerm(token)
    }
  }

  #nested(token: Token, read: () => Query): Query {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw faultAt('nested-too-deep', token.span)
    const query = read()
    this.#depth -= 1
    return query
  }

  /** A group is its content: parentheses leave no trace but the place. */
  #readGroup(open: Token): Query {
    const content = this.#readOr()
    const close = this.#next
    if (close?.kind !== 'close') throw faultAt('group-open', open.span)
    this.#at += 1
    return { ...content, span: { start: open.span.start, end: close.span.end } }
  }

  #take(): Token {
    const token = this.#next
    if (token === undefined) {
      const last = this.#tokens.at(-1)?.span ?? { start: 0, end: 0 }
      throw faultAt('operand-missing', last)
    }
    this.#at += 1
    return token
  }

  #readTerm(token: Extract<Token, { kind: 'text' | 'pattern' | 'key' }>): Query {
    this.#terms += 1
    if (this.#terms > MOST_TERMS) throw faultAt('too-many-terms', token.span)
    const { span } = token
    if (token.kind === 'text') return { kind: 'text', text: token.value.text, span }
    if (token.kind === 'pattern') {
      const pattern = { source: token.source, ignoreCase: token.ignoreCase }
      const refusal = refusePattern(pattern)
      if (refusal !== null) throw new FilterError({ code: refusal, span, about: token.source })
      return { kind: 'pattern', pattern, span }
    }
    if (token.name !== 'is' && token.name !== 'has' && !isKeyName(token.name)) return this.#readDoubtful(token)
    return readKeyTerm(token)
  }

  /** `stauts:404`: free text, as far as we know. */
  #readDoubtful({ name, field, operator, value, span }: Extract<Token, { kind: 'key' }>): Query {
    const near = suggestKey(name)
    const start = span.start
    if (near !== null) this.doubts.push({ span: { start, end: start + name.length }, written: name, near })
    const brackets = field === null ? '' : `[${field}]`
    return { kind: 'text', text: `${name}${brackets}${operator ?? ''}${value?.text ?? ''}`, span }
  }
}

/** A group inside one of its own kind says nothing of its own. */
function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [first] = flat
  const last = flat.at(-1)
  if (first === undefined || last === undefined || flat.length === 1) return first ?? emptyText()
  return { kind, parts: flat, span: { start: first.span.start, end: last.span.end } }
}

/** Never reached: a list of parts has at least one. */
function emptyText(): Query {
  return { kind: 'text', text: '', span: { start: 0, end: 0 } }
}

function faultAt(code: FilterFaultCode, span: Span): FilterError {
  return new FilterError({ code, span, about: '' })
}
