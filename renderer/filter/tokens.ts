/** Cuts a filter's text into tokens, each with its place. Total: any text gives tokens, or one fault with its place. */
import { FilterError } from './filter-fault'
import type { Span } from './query'

export type Operator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<=' | '~'

/** A value as it was written: quoted text, or a bare run of characters. */
export interface Value {
  readonly text: string
  readonly quoted: boolean
  readonly span: Span
}

export type Token =
  | { readonly kind: 'open' | 'close' | 'minus' | 'not' | 'and' | 'or'; readonly span: Span }
  | { readonly kind: 'text'; readonly value: Value; readonly span: Span }
  | { readonly kind: 'pattern'; readonly source: string; readonly ignoreCase: boolean; readonly span: Span }
  | KeyToken

/** `key`, `key[field]`, `key:value`, `key[field]>=value`. */
export interface KeyToken {
  readonly kind: 'key'
  /** As written, in lower case. */
  readonly name: string
  /** Null without brackets. */
  readonly field: string | null
  /** Null where only `key[field]` stands. */
  readonly operator: Operator | null
  readonly value: Value | null
  readonly span: Span
}

const SPACE = /\s/
/** A key and what follows it. Only brackets make a key of a word without an operator. */
const KEY = /([a-z][a-z-]*)(?:\[([^\]\s]*)\](:|!=|>=|<=|=|>|<|~)?|(:|!=|>=|<=|=|>|<|~))/iy
/** A path begins with a slash as well: a pattern has no other slash inside, and ends with one or with `/i`. */
const PATTERN = /\/((?:[^/\\\s]|\\\S)+)\/(i?)(?=[\s)]|$)/y
const WORDS: ReadonlyMap<string, 'not' | 'and' | 'or'> = new Map([
  ['NOT', 'not'],
  ['AND', 'and'],
  ['OR', 'or'],
])

/**
 * Gives the tokens of a filter's text.
 *
 * @throws {FilterError} when a quotation does not end
 */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at = token.span.end
  }
  return tokens
}

function readToken(text: string, at: number): Token {
  const character = text.charAt(at)
  const one = { start: at, end: at + 1 }
  if (character === '(') return { kind: 'open', span: one }
  if (character === ')') return { kind: 'close', span: one }
  if (character === '-' && !SPACE.test(text.charAt(at + 1) || ' ')) return { kind: 'minus', span: one }
  return readPattern(text, at) ?? readKey(text, at) ?? readText(text, at)
}

function readPattern(text: string, at: number): Token | undefined {
  PATTERN.lastIndex = at
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [whole, source = '', option] = match
  return { kind: 'pattern', source, ignoreCase: option === 'i', span: { start: at, end: at + whole.length } }
}

function readKey(text: string, at: number): KeyToken | undefined {
  KEY.lastIndex = at
  const match = KEY.exec(text)
  if (match === null) return undefined
  const [whole, name = '', field, afterField, afterName] = match
  const operator = (afterField ?? afterName ?? null) as Operator | null
  const end = at + whole.length
  // An address that somebody pasted is text, not the key `http`.
  if (operator === ':' && text.startsWith('//', end)) return undefined
  const value = operator === null ? null : readValue(text, end)
  const span = { start: at, end: value === null ? end : value.span.end }
  return { kind: 'key', name: name.toLowerCase(), field: field ?? null, operator, value, span }
}

function readText(text: string, at: number): Token {
  const value = readValue(text, at)
  const word = value.quoted ? undefined : WORDS.get(value.text)
  return word === undefined ? { kind: 'text', value, span: value.span } : { kind: word, span: value.span }
}

/** Quoted text, or what runs to the next space or to a parenthesis that it did not open; empty where neither is. */
function readValue(text: string, start: number): Value {
  if (text.charAt(start) === '"') return readQuoted(text, start)
  let depth = 0
  let end = start
  for (; end < text.length; end += 1) {
    const character = text.charAt(end)
    if (SPACE.test(character)) break
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth < 0) break
  }
  return { text: text.slice(start, end), quoted: false, span: { start, end } }
}

const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '"': '"', '\\': '\\' }

function readQuoted(text: string, start: number): Value {
  let value = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return { text: value, quoted: true, span: { start, end: at + 1 } }
    const escaped = character === '\\' ? ESCAPES[text.charAt(at + 1)] : undefined
    value += escaped ?? character
    if (escaped !== undefined) at += 1
  }
  throw new FilterError({ code: 'quote-open', span: { start, end: text.length }, about: value })
}
