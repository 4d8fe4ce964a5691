/** Writes a query back as text. Reading that text gives the same query, places aside. */
import type { Figure, KeyUse, Query, Test } from './query'

/** Gives the shortest text that says the same. */
export function printQuery(query: Query | null): string {
  return query === null ? '' : print(query, 'or')
}

/** @param inside what it stands in: an `or` in an `and` needs parentheses */
function print(query: Query, inside: 'or' | 'and' | 'not'): string {
  switch (query.kind) {
    case 'or': {
      const text = query.parts.map((part) => print(part, 'or')).join(' OR ')
      return inside === 'or' ? text : `(${text})`
    }
    case 'and': {
      const text = query.parts.map((part) => print(part, 'and')).join(' ')
      return inside === 'not' ? `(${text})` : text
    }
    case 'not':
      return `-${print(query.part, 'not')}`
    case 'text':
      return printText(query.text)
    case 'pattern':
      return `/${query.pattern.source}/${query.pattern.ignoreCase ? 'i' : ''}`
    case 'flag':
      return `is:${query.flags.join(',')}`
    case 'has':
      return query.field === null ? `has:${query.what}` : `${query.what}[${query.field}]`
    case 'test':
      return printKey(query.key) + printTest(query.test)
  }
}

function printKey({ name, field }: KeyUse): string {
  return field === null ? name : `${name}[${field}]`
}

function printTest(test: Test): string {
  switch (test.kind) {
    case 'contains':
      return `:${/[*?]/.test(test.text) ? quoted(test.text) : printValue(test.text)}`
    case 'wildcard':
      return `:${test.text}`
    case 'equals':
      return `=${printValue(test.text)}`
    case 'lints':
      return `:${test.written}`
    case 'pattern':
      return `~${printValue(test.pattern.source)}`
    case 'compare':
      return `${test.op}${test.value.written}`
    default:
      return `:${printMember(test)}`
  }
}

/** A test as it stands in a list: without its sign, which is `:`. */
function printMember(test: Test): string {
  switch (test.kind) {
    case 'any':
      return test.of.map(printMember).join(',')
    case 'lints':
      return test.written
    case 'class':
      return `${String(test.digit)}xx`
    case 'network':
      return test.bits === null ? test.address : `${test.address}/${String(test.bits)}`
    case 'connection':
      return test.ordinal === null ? String(test.id) : `${String(test.id)}.${String(test.ordinal)}`
    case 'between':
      return `${writtenOf(test.from)}..${writtenOf(test.to)}`
    case 'compare':
      return test.value.written
    case 'pattern':
      return test.pattern.source
    default:
      return test.text
  }
}

function writtenOf(figure: Figure | null): string {
  return figure?.written ?? ''
}

/** Free text that would be read as something else is quoted. */
export function printText(text: string): string {
  return /^[-/]|^(?:AND|OR|NOT)$|^[a-z][a-z-]*(?:\[|:|=|!=|<|>|~)/i.test(text) ? quoted(text) : printValue(text)
}

/** A value as it stands after its sign: quoted where it holds what ends a bare one. */
export function printValue(text: string): string {
  return text === '' || /[\s"()\\,]|[^\P{C}]/u.test(text) ? quoted(text) : text
}

const ESCAPES: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t', '"': '\\"', '\\': '\\\\' }

export function quoted(text: string): string {
  return `"${text.replace(/[\r\n\t"\\]/g, (character) => ESCAPES[character] ?? character)}"`
}
