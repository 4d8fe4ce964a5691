/** Reads a term with a key: which comparisons its type bears, and what its value may be. */
import { lintIds, lintSet, type LintId } from '../../preload/lints'
import { textMatcher } from '../../preload/text-match'
import { FilterError, type FilterFaultCode } from './filter-fault'
import { readFigure } from './figures'
import { parseNetwork } from './network'
import { refusePattern } from './pattern'
import type { Figure, HasTerm, KeyUse, Query, Span, Test } from './query'
import { suggestFlag, suggestKey, suggestLint } from './suggest'
import type { KeyToken, Operator, Value } from './tokens'
import { isFlag, isKeyName, possessions, takesField, typeOf } from './vocabulary'

/** The keys that need no value, because they have a field's name. */
type FieldKey = 'header' | 'reqheader' | 'resheader'

/** A term with a key and its place, while it is read. */
interface Reading {
  readonly token: KeyToken
  readonly key: KeyUse
  readonly operator: Operator
  readonly value: Value
}

/**
 * Reads `is:…`, `has:…` or a key of the vocabulary.
 *
 * @throws {FilterError} when it makes no sense
 */
export function readKeyTerm(token: KeyToken): Query {
  const { span, value } = token
  if (token.name === 'is') return readFlags(token)
  if (token.name === 'has') return { kind: 'has', ...readPossession(token), span }
  const key = readKeyUse(token)
  if (token.operator === null) return { kind: 'has', what: key.name as FieldKey, field: key.field, span }
  if (value === null || (value.text === '' && !value.quoted)) throw fault('value-missing', span, token.name)
  const reading = { token, key, operator: token.operator, value }
  if (token.operator !== '!=') return { kind: 'test', key, test: readTest(reading), span }
  const part = { kind: 'test', key, test: readTest({ ...reading, operator: '=' }), span } as const
  return { kind: 'not', part, span }
}

function readFlags({ operator, value, span }: KeyToken): Query {
  if (operator !== ':') throw fault('comparison-unfit', span, 'is')
  if (value === null || value.text === '') throw fault('value-missing', span, 'is')
  const words = value.text.toLowerCase().split(',')
  const found = words.filter(isFlag)
  const unknown = words.find((word) => !isFlag(word))
  if (unknown === '') throw fault('value-missing', span, 'is')
  if (unknown !== undefined) {
    const near = suggestFlag(unknown)
    throw new FilterError({
      code: 'flag-unknown',
      span: value.span,
      about: unknown,
      ...(near !== null && { near: `is:${near}` }),
    })
  }
  return { kind: 'flag', flags: found, span }
}

function readPossession({ operator, value, span }: KeyToken): Pick<HasTerm, 'what' | 'field'> {
  if (operator !== ':') throw fault('comparison-unfit', span, 'has')
  if (value === null || value.text === '') throw fault('value-missing', span, 'has')
  const [, name = '', field] = /^([a-z]+)(?:\[([^\]\s]+)\])?$/i.exec(value.text) ?? []
  const known = possessions.find((each) => each === name.toLowerCase())
  if (known === undefined) {
    const near = suggestKey(name === '' ? value.text : name)
    throw new FilterError({
      code: 'key-unknown',
      span: value.span,
      about: value.text,
      ...(near !== null && (possessions as readonly string[]).includes(near) && { near: `has:${near}` }),
    })
  }
  if (takesField(known) === (field === undefined)) throw fault('field-missing', value.span, known)
  return { what: known, field: field?.toLowerCase() ?? null }
}

function readKeyUse({ name, field, span }: KeyToken): KeyUse {
  if (!isKeyName(name)) throw fault('key-unknown', span, name)
  if (takesField(name) && (field === null || field === '')) throw fault('field-missing', span, name)
  if (!takesField(name) && field !== null) throw fault('comparison-unfit', span, name)
  return { name, field: field?.toLowerCase() ?? null }
}

function readTest(reading: Reading): Test {
  const { key, operator } = reading
  const type = typeOf(key.name)
  switch (type) {
    case 'text':
      return operator === '~' ? readPatternTest(reading) : readTextTest(reading)
    case 'head':
      return readTextTest(reading)
    case 'word':
      return operator === '~' ? readPatternTest(reading) : readList(reading, readWord)
    case 'address':
      requireOperator(reading, ':', '=')
      return readList(reading, readAddress)
    case 'connection':
      requireOperator(reading, ':', '=')
      return readList(reading, readConnection)
    case 'status':
      return readList(reading, readStatus)
    case 'note':
      return readLints(reading)
    case 'mark':
      return readList(reading, readMark)
    default:
      return readFigures(reading)
  }
}

function readTextTest(reading: Reading): Test {
  const { operator, value } = requireOperator(reading, ':', '=')
  const { text } = value
  // What is quoted or compared as a whole means what it says; a bare value may hold wildcards.
  if (operator === '=') return { kind: 'equals', text }
  return { kind: !value.quoted && /[*?]/.test(text) ? 'wildcard' : 'contains', text }
}

/** Letter case never matters after a key; only a pattern of its own can ask for it. */
function readPatternTest({ value, token }: Reading): Test {
  const pattern = { source: value.text, ignoreCase: true }
  const refusal = refusePattern(pattern)
  if (refusal !== null) throw fault(refusal, token.span, value.text)
  return { kind: 'pattern', pattern }
}

/** `4xx,500`: any of them. */
function readList(reading: Reading, readOne: (text: string, reading: Reading) => Test): Test {
  const { value, token, operator } = reading
  if (value.quoted || operator !== ':') return readOne(value.text, reading)
  const texts = value.text.split(',')
  if (texts.some((text) => text === '')) throw fault('value-missing', token.span, token.name)
  const tests = texts.map((text) => readOne(text, reading))
  const [first] = tests
  return first !== undefined && tests.length === 1 ? first : { kind: 'any', of: tests }
}

function readWord(text: string, reading: Reading): Test {
  requireOperator(reading, ':', '=')
  const isWildcard = reading.operator === ':' && !reading.value.quoted && /[*?]/.test(text)
  return { kind: isWildcard ? 'wildcard' : 'equals', text }
}

/** `range-ignored,lab`, or all that fit `*range*`: any of them. */
function readLints(reading: Reading): Test {
  const { text } = requireOperator(reading, ':', '=').value
  const words = text.toLowerCase().split(',')
  if (words.includes('')) throw fault('value-missing', reading.token.span, reading.token.name)
  const set = words.reduce((found, word) => found | lintSet(...readLint(word, reading)), 0)
  return { kind: 'lints', set, written: words.join(',') }
}

function readLint(word: string, { value }: Reading): readonly LintId[] {
  const fits = textMatcher({ kind: /[*?]/.test(word) ? 'wildcard' : 'equals', text: word })
  const found = lintIds.filter(fits)
  if (found.length > 0) return found
  const near = suggestLint(word)
  const about = { code: 'note-unknown', span: value.span, about: word } as const
  throw new FilterError(near === null ? about : { ...about, near: `note:${near}` })
}

function readStatus(text: string, reading: Reading): Test {
  const [, digit] = /^([1-9])xx$/i.exec(text) ?? []
  if (digit !== undefined) {
    requireOperator(reading, ':', '=')
    return { kind: 'class', digit: Number(digit) }
  }
  if (text.includes('..')) return readRange(text, reading)
  if (!/^\d{1,3}$/.test(text)) throw fault('not-a-status', reading.value.span, text)
  const value = { value: Number(text), written: text, width: 0 }
  return { kind: 'compare', op: comparisonOf(reading), value }
}

function readMark(text: string, reading: Reading): Test {
  if (!/^[1-7]$/.test(text)) throw fault('not-a-mark', reading.value.span, text)
  return { kind: 'compare', op: comparisonOf(reading), value: { value: Number(text), written: text, width: 0 } }
}

function readAddress(text: string, { value }: Reading): Test {
  const network = parseNetwork(text)
  if (network === null) throw fault('not-an-address', value.span, text)
  return { kind: 'network', ...network }
}

function readConnection(text: string, { value }: Reading): Test {
  const [, id, ordinal] = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text) ?? []
  if (id === undefined) throw fault('not-a-connection', value.span, text)
  return { kind: 'connection', id: Number(id), ordinal: ordinal === undefined ? null : Number(ordinal) }
}

function readFigures(reading: Reading): Test {
  const { text } = reading.value
  if (text.includes('..')) return readRange(text, reading)
  return { kind: 'compare', op: comparisonOf(reading), value: readOneFigure(text, reading) }
}

function readRange(text: string, reading: Reading): Test {
  requireOperator(reading, ':', '=')
  const [low = '', high = '', ...more] = text.split('..')
  if (more.length > 0) throw fault('not-a-number', reading.value.span, text)
  const from = low === '' ? null : readOneFigure(low, reading)
  const to = high === '' ? null : readOneFigure(high, reading)
  const { span } = reading.token
  if (from === null && to === null) throw fault('value-missing', span, reading.key.name)
  // A time of day may run past midnight; nothing else may run backwards.
  const isOfDay = typeOf(reading.key.name) === 'moment' && from?.dated !== true
  if (from !== null && to !== null && from.value > to.value && !isOfDay) throw fault('range-reversed', span, text)
  if (from !== null && to !== null && from.dated !== to.dated) throw fault('not-a-time', span, text)
  return { kind: 'between', from, to }
}

function readOneFigure(text: string, { key, value }: Reading): Figure {
  const figure = readFigure(text, typeOf(key.name))
  if (typeof figure === 'string') throw fault(figure, value.span, text)
  return figure
}

/** `:` and `=` are the same where there is nothing to contain. */
function comparisonOf(reading: Reading): '=' | '>' | '>=' | '<' | '<=' {
  const { operator } = requireOperator(reading, ':', '=', '>', '>=', '<', '<=')
  return operator === ':' ? '=' : (operator as '=' | '>' | '>=' | '<' | '<=')
}

function requireOperator(reading: Reading, ...allowed: readonly Operator[]): Reading {
  if (allowed.includes(reading.operator)) return reading
  throw fault('comparison-unfit', reading.token.span, reading.key.name)
}

function fault(code: FilterFaultCode, span: Span, about: string): FilterError {
  return new FilterError({ code, span, about })
}
