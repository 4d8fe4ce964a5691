/** Says a filter in words: “GET requests from 192.168.1.0/24, that were aborted”. */
import { escapeForLog } from '../../preload/inert-text'
import type { Catalogue } from '../text/catalogue'
import { topLevelOf, type Figure, type HasTerm, type Query, type Term, type Test, type TestTerm } from './query'
import type { KeyName } from './vocabulary'

/** Gives what a filter lets pass, as a sentence without its full stop. */
export function sayFilter(query: Query | null, t: Catalogue): string {
  const phrases = t.filterPhrases
  if (query === null) return phrases.all
  const parts = topLevelOf(query)
  const methods = parts.filter(isMethod)
  const rest = parts.filter((part) => !isMethod(part)).map((part) => say(part, YES, t))
  const what = rest.join(phrases.and)
  if (methods.length !== 1) return phrases.requests(parts.map((part) => say(part, YES, t)).join(phrases.and))
  const method = methods.map((part) => valuesOf(part.test).join(phrases.orWord)).join()
  return rest.length === 0 ? phrases.methodRequests(method) : phrases.methodRequestsThat(method, what)
}

/** Whether something is said, or its opposite. */
type Sense = 'is' | 'is-not'
const YES = 'is'

function isMethod(query: Query): query is TestTerm {
  return query.kind === 'test' && query.key.name === 'method' && query.test.kind !== 'pattern'
}

function say(query: Query, sense: Sense, t: Catalogue): string {
  const phrases = t.filterPhrases
  switch (query.kind) {
    case 'and':
    case 'or': {
      const joint = query.kind === 'and' ? phrases.and : phrases.or
      const what = query.parts.map((part) => grouped(part, t)).join(joint)
      if (sense === 'is-not') return phrases.notGroup(what)
      return what
    }
    case 'not':
      return say(query.part, sense === 'is' ? 'is-not' : 'is', t)
    default:
      return sayTerm(query, sense, t)
  }
}

function grouped(query: Query, t: Catalogue): string {
  const text = say(query, YES, t)
  return query.kind === 'and' || query.kind === 'or' ? t.filterPhrases.group(text) : text
}

function sayTerm(term: Term, sense: Sense, t: Catalogue): string {
  const phrases = t.filterPhrases
  switch (term.kind) {
    case 'text':
      return (sense === 'is' ? phrases.mentions : phrases.mentionsNot)(shown(term.text))
    case 'pattern':
      return (sense === 'is' ? phrases.fits : phrases.fitsNot)(shown(term.pattern.source))
    case 'flag': {
      const words = sense === 'is' ? t.filterFlags : t.filterFlagsNot
      return phrases.that(term.flags.map((flag) => words[flag]).join(phrases.orWord))
    }
    case 'has':
      return (sense === 'is' ? phrases.has : phrases.hasNot)(namePossession(term, t))
    case 'test':
      return sayTest(term, sense, t)
  }
}

function namePossession({ what, field }: HasTerm, t: Catalogue): string {
  const name = t.filterPossessions[what]
  return field === null ? name : t.filterKeys.field(name, shown(field))
}

function nameKey({ name, field }: TestTerm['key'], t: Catalogue): string {
  const key = t.filterKeys[name]
  return field === null ? key : t.filterKeys.field(key, shown(field))
}

function sayTest({ key, test }: TestTerm, sense: Sense, t: Catalogue): string {
  const phrases = t.filterPhrases
  const values = valuesOf(test).join(phrases.orWord)
  const is = sense === 'is'
  switch (key.name) {
    case 'ip':
      return (is ? phrases.from : phrases.fromNot)(values)
    case 'client':
      if (test.kind === 'contains' || test.kind === 'equals') return (is ? phrases.from : phrases.fromNot)(values)
      break
    case 'note':
      return (is ? phrases.noted : phrases.notedNot)(values)
    case 'conn':
      return (is ? phrases.onConnection : phrases.onConnectionNot)(values)
    case 'status':
      if (isPlain(test)) return (is ? phrases.answered : phrases.answeredNot)(values)
      break
    case 'time':
      return sayMoment(test, sense, t)
    case 'range':
      return (is ? phrases.sending : phrases.sendingNot)(valuesOf(test).join(phrases.orWord))
    default:
      break
  }
  return phrases.whose(nameKey(key, t), sayIs(key.name, { test, sense }, t))
}

/** Whether a status is only named, and not compared. */
function isPlain(test: Test): boolean {
  if (test.kind === 'any') return test.of.every(isPlain)
  return test.kind === 'class' || test.kind === 'between' || (test.kind === 'compare' && test.op === '=')
}

function sayIs(key: KeyName, { test, sense }: { test: Test; sense: Sense }, t: Catalogue): string {
  const phrases = t.filterPhrases
  const is = sense === 'is'
  switch (test.kind) {
    case 'contains':
      return (is ? phrases.contains : phrases.containsNot)(shown(test.text))
    case 'equals':
      if (key === 'method' || key === 'http') return (is ? phrases.is : phrases.isNot)(shown(test.text))
      return (is ? phrases.isText : phrases.isTextNot)(shown(test.text))
    case 'wildcard':
      return (is ? phrases.looksLike : phrases.looksLikeNot)(shown(test.text))
    case 'pattern':
      return (is ? phrases.looksLike : phrases.looksLikeNot)(`/${shown(test.pattern.source)}/`)
    case 'compare':
      return sayComparison(test, sense, t)
    case 'between':
      return sayBetween(test, sense, t)
    default:
      return (is ? phrases.is : phrases.isNot)(valuesOf(test).join(phrases.orWord))
  }
}

function sayComparison({ op, value }: Extract<Test, { kind: 'compare' }>, sense: Sense, t: Catalogue): string {
  const phrases = t.filterPhrases
  const words = {
    '=': [phrases.is, phrases.isNot],
    '>': [phrases.isOver, phrases.isOverNot],
    '>=': [phrases.isAtLeast, phrases.isAtLeastNot],
    '<': [phrases.isUnder, phrases.isUnderNot],
    '<=': [phrases.isAtMost, phrases.isAtMostNot],
  } as const
  return words[op][sense === 'is' ? 0 : 1](sayFigure(value))
}

function sayBetween({ from, to }: Extract<Test, { kind: 'between' }>, sense: Sense, t: Catalogue): string {
  if (from === null && to !== null) return sayComparison({ kind: 'compare', op: '<=', value: to }, sense, t)
  if (to === null && from !== null) return sayComparison({ kind: 'compare', op: '>=', value: from }, sense, t)
  const { isBetween, isBetweenNot } = t.filterPhrases
  return (sense === 'is' ? isBetween : isBetweenNot)(sayFigure(from), sayFigure(to))
}

function sayMoment(test: Test, sense: Sense, t: Catalogue): string {
  const phrases = t.filterPhrases
  const is = sense === 'is'
  const after = is ? phrases.cameAfter : phrases.cameAfterNot
  const before = is ? phrases.cameBefore : phrases.cameBeforeNot
  if (test.kind === 'between') {
    if (test.from === null) return before(sayFigure(test.to))
    if (test.to === null) return after(sayFigure(test.from))
    return (is ? phrases.cameBetween : phrases.cameBetweenNot)(sayFigure(test.from), sayFigure(test.to))
  }
  if (test.kind !== 'compare') return ''
  if (test.op.startsWith('>')) return after(sayFigure(test.value))
  if (test.op.startsWith('<')) return before(sayFigure(test.value))
  return (is ? phrases.cameAt : phrases.cameAtNot)(sayFigure(test.value))
}

/** The values that a test names, as they are read. */
function valuesOf(test: Test): readonly string[] {
  switch (test.kind) {
    case 'any':
      return test.of.flatMap(valuesOf)
    case 'lints':
      return test.written.split(',')
    case 'class':
      return [`${String(test.digit)}xx`]
    case 'network':
      return [test.bits === null ? test.address : `${test.address}/${String(test.bits)}`]
    case 'connection':
      return [test.ordinal === null ? String(test.id) : `${String(test.id)}.${String(test.ordinal)}`]
    case 'compare':
      return [`${test.op === '=' ? '' : test.op}${sayFigure(test.value)}`]
    case 'between':
      return [`${sayFigure(test.from)}–${sayFigure(test.to)}`]
    case 'pattern':
      return [`/${shown(test.pattern.source)}/`]
    default:
      return [shown(test.text)]
  }
}

const UNITS: Readonly<Record<string, string>> = {
  kb: 'kB',
  mb: 'MB',
  gb: 'GB',
  tb: 'TB',
  kib: 'KiB',
  mib: 'MiB',
  gib: 'GiB',
  tib: 'TiB',
  b: 'B',
}

/** `100 MB`, `2 s`, `14:05`: as written, with the unit as it is usually spelled. */
function sayFigure(figure: Figure | null): string {
  if (figure === null) return ''
  const [, digits, unit = '', rate = ''] = /^([\d.]+)([a-z]+)(\/s)?$/.exec(figure.written) ?? []
  if (digits === undefined) return figure.written.replace('t', ' ')
  return `${digits} ${UNITS[unit] ?? unit}${rate}`
}

/** Long texts are told by their beginning, strange characters by their number. */
function shown(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  return escapeForLog(short)
}
