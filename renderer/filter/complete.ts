/** What can be typed next: keys, and the values that a key's type or the log offers. */
import { lintIds, type LintId } from '../../preload/lints'
import type { Span } from './query'
import { quoted } from './print'
import {
  flags,
  keyNames,
  possessions,
  takesField,
  typeOf,
  isKeyName,
  type Flag,
  type KeyName,
  type Possession,
} from './vocabulary'

/** Something that can be put in the place of what stands at the caret. */
export interface Completion {
  /** What is put in. */
  readonly text: string
  /** What it is, for the words beside it. */
  readonly about:
    | { readonly kind: 'key'; readonly key: KeyName | 'is' | 'has' }
    | { readonly kind: 'flag'; readonly flag: Flag }
    | { readonly kind: 'possession'; readonly possession: Possession }
    | { readonly kind: 'lint'; readonly lint: LintId }
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'value' }
  /** Whether a value has to follow. */
  readonly opens: boolean
}

export interface Completions {
  /** The stretch of the text that a choice replaces. */
  readonly span: Span
  readonly choices: readonly Completion[]
}

/** What the log can offer. */
export interface CompletionSource {
  /** Names of clients, or their addresses. */
  readonly clients: readonly string[]
  readonly addresses: readonly string[]
  /** Names of files that were asked for lately. */
  readonly files: readonly string[]
  /** Statuses that occur, in ascending order. */
  readonly statuses: readonly number[]
}

/** More than this is not read. */
const MOST_CHOICES = 12

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH']
const STATUS_CLASSES = ['2xx', '3xx', '4xx', '5xx']
/** Values that show how a figure is written, each with its sign. */
const EXAMPLES: { readonly [K in KeyName]?: readonly string[] } = {
  http: [':1.1', ':1.0'],
  bytes: ['>1mb', '>100mb', '>1gb'],
  size: ['>1mb', '>100mb', '>1gb'],
  rate: ['>1mb/s', '<100kb/s'],
  dur: ['>1s', '>10s', '>1m'],
  ttfb: ['>100ms', '>1s'],
  mark: [':1', ':2', ':3', ':4', ':5', ':6', ':7'],
  range: [':0..1mb', ':1gb..'],
}
/** Fields that requests and responses of a file server have. */
const FIELDS = [
  'range',
  'if-range',
  'if-none-match',
  'if-modified-since',
  'host',
  'user-agent',
  'accept',
  'accept-encoding',
  'connection',
  'referer',
  'origin',
  'etag',
  'last-modified',
  'content-type',
  'content-range',
  'content-length',
  'content-disposition',
  'cache-control',
  'location',
]

const WORD = /(?:[^\s"()]|"[^"]*"?)*$/
const TYPED = /^(-?)([a-z]+)(?:\[([^\]\s]*)(\])?)?(:|!=|>=|<=|=|>|<|~)?(.*)$/is

/** Gives what could stand at the caret. */
export function completeAt(text: string, caret: number, source: CompletionSource): Completions {
  const word = WORD.exec(text.slice(0, caret))?.[0] ?? ''
  const minus = word.startsWith('-') ? 1 : 0
  const start = caret - word.length + minus
  const typed = word.slice(minus)
  const [, , name = '', field, closed, operator, value = ''] = TYPED.exec(typed) ?? []
  const key = name.toLowerCase()
  if (field !== undefined && closed === undefined) {
    return { span: { start, end: caret }, choices: fieldsFor(key, field) }
  }
  if (operator !== undefined) {
    const examples = isKeyName(key) ? EXAMPLES[key] : undefined
    if (examples !== undefined) return { span: { start, end: caret }, choices: examplesFor(key, typed, examples) }
    const from = caret - value.length + listStart(key, value)
    return { span: { start: from, end: caret }, choices: valuesFor(key, text.slice(from, caret), source) }
  }
  return { span: { start, end: caret }, choices: keysFor(typed) }
}

function keysFor(typed: string): readonly Completion[] {
  const begun = typed.toLowerCase()
  const keys = (['is', 'has', ...keyNames] as const).filter((key) => key.startsWith(begun))
  const whole = keys.map((key): Completion => {
    const text = key !== 'is' && key !== 'has' && takesField(key) ? `${key}[` : `${key}:`
    return { text, about: { kind: 'key', key }, opens: true }
  })
  if (begun === '') return whole.slice(0, MOST_CHOICES)
  const found = flags
    .filter((flag) => flag.startsWith(begun))
    .map((flag): Completion => ({ text: `is:${flag}`, about: { kind: 'flag', flag }, opens: false }))
  return [...whole, ...found].slice(0, MOST_CHOICES)
}

function fieldsFor(key: string, begun: string): readonly Completion[] {
  const fields = FIELDS.filter((field) => field.startsWith(begun.toLowerCase()))
  return fields
    .map((field): Completion => ({ text: `${key}[${field}]`, about: { kind: 'value' }, opens: false }))
    .slice(0, MOST_CHOICES)
}

/** Where the last member of a list begins. */
function listStart(key: string, value: string): number {
  const isListed =
    key === 'is' ||
    (isKeyName(key) && ['word', 'status', 'mark', 'note', 'address', 'connection'].includes(typeOf(key)))
  return isListed ? value.lastIndexOf(',') + 1 : 0
}

function examplesFor(key: string, typed: string, examples: readonly string[]): readonly Completion[] {
  const whole = examples.map((example) => `${key}${example}`)
  // Behind the bare sign everything is offered; behind more, what begins so.
  const begun = /[:=]$/.test(typed) ? key : typed.toLowerCase()
  const fitting = whole.filter((text) => text.startsWith(begun) && text !== begun)
  return fitting.map((text) => ({ text, about: { kind: 'value' }, opens: false }))
}

function valuesFor(key: string, begun: string, source: CompletionSource): readonly Completion[] {
  const lower = begun.replace(/^"/, '').toLowerCase()
  if (key === 'is') {
    const found = flags.filter((flag) => flag.startsWith(lower))
    return found.map((flag) => ({ text: flag, about: { kind: 'flag', flag }, opens: false }))
  }
  if (key === 'has') {
    const found = possessions.filter((each) => each.startsWith(lower))
    return found.map((possession): Completion => {
      const opens = possession === 'header' || possession === 'reqheader' || possession === 'resheader'
      return { text: opens ? `${possession}[` : possession, about: { kind: 'possession', possession }, opens }
    })
  }
  if (!isKeyName(key)) return []
  if (key === 'note') return lintsFor(lower)
  if (key === 'status') return statusesFor(lower, source)
  const values = offered(key, source).filter((value) => value.toLowerCase().includes(lower))
  const isDone = values.length === 1 && values[0]?.toLowerCase() === lower
  if (isDone) return []
  return values
    .map((value): Completion => ({ text: bare(value), about: { kind: 'value' }, opens: false }))
    .slice(0, MOST_CHOICES)
}

/** All of them where nothing is typed yet: they are what somebody wants to read through. */
function lintsFor(begun: string): readonly Completion[] {
  const found = lintIds.filter((lint) => lint.includes(begun) && lint !== begun)
  return found.map((lint) => ({ text: lint, about: { kind: 'lint', lint }, opens: false }))
}

function statusesFor(begun: string, { statuses }: CompletionSource): readonly Completion[] {
  const classes = STATUS_CLASSES.filter((each) => each.startsWith(begun))
  const exact = statuses.filter((status) => String(status).startsWith(begun) && String(status) !== begun)
  return [
    ...classes.map((text): Completion => ({ text, about: { kind: 'value' }, opens: false })),
    ...exact.map((status): Completion => ({ text: String(status), about: { kind: 'status', status }, opens: false })),
  ].slice(0, MOST_CHOICES)
}

function offered(key: KeyName, source: CompletionSource): readonly string[] {
  switch (key) {
    case 'method':
      return METHODS
    case 'client':
      return source.clients
    case 'ip':
      return source.addresses
    case 'file':
      return source.files
    default:
      return []
  }
}

/** A value as it has to be written: quoted when it has a space or one of the language's own signs in it. */
function bare(value: string): string {
  return /[\s"()*?,]/.test(value) ? quoted(value) : value
}
