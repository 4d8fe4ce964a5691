/** Turns a query into a function over rows, once; it is then asked of new and changed rows only. */
import { textMatcher } from '../../preload/text-match'
import type { ExchangeRow } from '../../preload/views'
import { figureTest, momentTest, rangeTest } from './figure-tests'
import { headTermOf, keyOfHeadTerm, type HeadKnowledge } from './head-terms'
import { networkMatcher } from './network'
import { PatternRunner } from './pattern'
import { termsOf, type Query, type Term, type Test, type TestTerm } from './query'
import { dependsOnTime, figureOf, fileOf, hasFlag, pathOf, queryOf, targetOf, type ClientFacts } from './row-facts'
import { NO, opposite, UNKNOWN, verdictOf, YES, type Verdict } from './verdict'
import { typeOf, type KeyName, type Possession } from './vocabulary'

/** What a filter needs to know besides the row. */
export interface FilterContext {
  client: (id: number) => ClientFacts | undefined
  readonly heads: HeadKnowledge
  /** `206 Partial Content`: what free text finds of a status. */
  nameStatus: (status: number) => string
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds of a clock that only goes forward. */
  elapsed: () => number
}

export type Predicate = (row: ExchangeRow) => Verdict

/** Makes the function that says whether a row passes. No query passes every row. */
export function compileQuery(query: Query | null, context: FilterContext): Predicate {
  return query === null ? () => YES : compile(query, context)
}

/** Whether what a query says of a running row may change while nothing happens to it. */
export function usesClock(query: Query | null): boolean {
  for (const term of termsOf(query)) {
    if (term.kind === 'flag' && term.flags.some(dependsOnTime)) return true
    if (term.kind === 'test' && term.key.name === 'dur') return true
  }
  return false
}

/** Whether a query asks for the names of clients, which can come later than their requests. */
export function usesClientNames(query: Query | null): boolean {
  for (const term of termsOf(query)) {
    if (term.kind === 'text' || term.kind === 'pattern') return true
    if (term.kind === 'test' && term.key.name === 'client') return true
  }
  return false
}

function compile(query: Query, context: FilterContext): Predicate {
  switch (query.kind) {
    case 'and':
      return least(query.parts.map((part) => compile(part, context)))
    case 'or':
      return greatest(query.parts.map((part) => compile(part, context)))
    case 'not': {
      const part = compile(query.part, context)
      return (row) => opposite(part(row))
    }
    default:
      return compileTerm(query, context)
  }
}

function least(parts: readonly Predicate[]): Predicate {
  return (row) => {
    let verdict: Verdict = YES
    for (const part of parts) {
      const each = part(row)
      if (each === NO) return NO
      if (each < verdict) verdict = each
    }
    return verdict
  }
}

function greatest(parts: readonly Predicate[]): Predicate {
  return (row) => {
    let verdict: Verdict = NO
    for (const part of parts) {
      const each = part(row)
      if (each === YES) return YES
      if (each > verdict) verdict = each
    }
    return verdict
  }
}

function compileTerm(term: Term, context: FilterContext): Predicate {
  const headTerm = headTermOf(term)
  if (headTerm !== null) {
    const key = keyOfHeadTerm(headTerm)
    return (row) => context.heads.verdict(key, row.id)
  }
  switch (term.kind) {
    case 'text':
      return freeText(textMatcher({ kind: 'contains', text: term.text }), context)
    case 'pattern': {
      const runner = new PatternRunner(term.pattern, context.elapsed)
      return freeText((text) => runner.test(text), context)
    }
    case 'flag': {
      const { flags } = term
      return (row) => verdictOf(flags.some((flag) => hasFlag(flag, row, context.now())))
    }
    case 'has': {
      const { what } = term
      return (row) => verdictOf(hasPart(what, row))
    }
    case 'test':
      return compileTest(term, context)
  }
}

/** Free text looks at the target, the client and the status. */
function freeText(matches: (text: string) => boolean | null, context: FilterContext): Predicate {
  return (row) => {
    const client = context.client(row.clientId)
    let verdict: Verdict = NO
    for (const text of [
      targetOf(row),
      client?.name ?? client?.address ?? '',
      row.status === null ? '' : context.nameStatus(row.status),
    ]) {
      const is = matches(text)
      if (is === true) return YES
      if (is === null) verdict = UNKNOWN
    }
    return verdict
  }
}

function hasPart(what: Possession, row: ExchangeRow): boolean {
  switch (what) {
    case 'file':
      return row.file !== null
    case 'query':
      return row.target?.includes('?') === true
    case 'range':
      return (row.file?.ranges.length ?? 0) > 0
    case 'ua':
      return row.agent !== undefined
    case 'status':
      return row.status !== null
    case 'mark':
      return row.mark !== undefined
    case 'comment':
      return row.comment !== undefined
    case 'note':
      return row.lints !== undefined
    default:
      return false
  }
}

function compileTest({ key, test }: TestTerm, context: FilterContext): Predicate {
  const { name } = key
  switch (typeOf(name)) {
    case 'text':
    case 'word':
      return compileTextTest(name, test, context)
    case 'address':
    case 'connection':
      return anyOf(test, (one) => compileIdentity(one, context))
    case 'note': {
      const set = test.kind === 'lints' ? test.set : 0
      return (row) => verdictOf(((row.lints ?? 0) & set) !== 0)
    }
    case 'moment': {
      const matches = momentTest(test)
      return (row) => verdictOf(matches(row.at))
    }
    default: {
      if (name === 'range') return (row) => verdictOf(row.file !== null && rangeTest(test)(row.file))
      const matches = figureTest(test)
      return (row) => {
        const figure = figureOf(name, row, context.now())
        return verdictOf(figure !== null && matches(figure))
      }
    }
  }
}

function anyOf(test: Test, compileOne: (test: Test) => Predicate): Predicate {
  return test.kind === 'any' ? greatest(test.of.map(compileOne)) : compileOne(test)
}

function compileIdentity(test: Test, context: FilterContext): Predicate {
  if (test.kind === 'network') {
    const matches = networkMatcher(test)
    return (row) => {
      const client = context.client(row.clientId)
      return verdictOf(client !== undefined && matches(client.address))
    }
  }
  if (test.kind === 'connection') {
    const { id, ordinal } = test
    return (row) => verdictOf(row.connectionId === id && (ordinal === null || row.ordinal === ordinal))
  }
  return () => NO
}

function compileTextTest(key: KeyName, test: Test, context: FilterContext): Predicate {
  const textsOf = textReader(key, context)
  return anyOf(test, (one) => {
    const matches = textTest(one, context)
    return (row) => {
      let verdict: Verdict = NO
      for (const text of textsOf(row)) {
        const is = matches(text)
        if (is === true) return YES
        if (is === null) verdict = UNKNOWN
      }
      return verdict
    }
  })
}

function textTest(test: Test, context: FilterContext): (text: string) => boolean | null {
  switch (test.kind) {
    case 'contains':
    case 'equals':
    case 'wildcard':
      return textMatcher(test)
    case 'pattern': {
      const runner = new PatternRunner(test.pattern, context.elapsed)
      return (text) => runner.test(text)
    }
    default:
      return () => false
  }
}

const NOTHING: readonly string[] = []

/** The texts that a key stands for; any of them will do. */
function textReader(key: KeyName, context: FilterContext): (row: ExchangeRow) => readonly string[] {
  const one = (text: string | null | undefined): readonly string[] => (text == null ? NOTHING : [text])
  switch (key) {
    case 'method':
      return (row) => one(row.method)
    case 'path':
      return (row) => (row.target === null ? NOTHING : [pathOf(row)])
    case 'file':
      return (row) => one(fileOf(row))
    case 'query':
      return (row) => one(queryOf(row))
    case 'ua':
      return (row) => one(row.agent)
    case 'comment':
      return (row) => one(row.comment)
    case 'http':
      return (row) => one(row.version)
    case 'close':
      return (row) => one(row.closeCause)
    case 'client':
      return (row) => {
        const client = context.client(row.clientId)
        return client === undefined ? NOTHING : [client.name ?? '', client.address]
      }
    default:
      return () => NOTHING
  }
}
