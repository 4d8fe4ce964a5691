/** The terms that only main can answer, because it has the heads. */
import type { HeadTerm } from '../../preload/head-search'
import { termsOf, type Query, type Term } from './query'
import type { Verdict } from './verdict'

/** What main has found so far. */
export interface HeadKnowledge {
  /** Whether a term is true of a row. */
  verdict: (termKey: string, rowId: number) => Verdict
}

const SIDES: Readonly<Record<string, HeadTerm['side']>> = {
  header: 'either',
  reqheader: 'request',
  resheader: 'response',
  raw: 'either',
}

/** Gives the question for main that a term needs; null for a term that the row itself answers. */
export function headTermOf(term: Term): HeadTerm | null {
  if (term.kind === 'has') {
    const side = SIDES[term.what]
    return side === undefined ? null : { side, field: term.field, test: null }
  }
  if (term.kind !== 'test') return null
  const { test, key } = term
  const side = SIDES[key.name]
  if (side === undefined) return null
  const { field } = key
  if (test.kind !== 'contains' && test.kind !== 'equals' && test.kind !== 'wildcard') return null
  return { side, field, test: { kind: test.kind, text: test.text } }
}

/** Gives the text by which a head term is known. */
export function keyOfHeadTerm({ side, field, test }: HeadTerm): string {
  return JSON.stringify([side, field, test?.kind ?? null, test?.text ?? null])
}

/** Gives every different head term of some queries. */
export function headTermsOf(...queries: readonly (Query | null)[]): ReadonlyMap<string, HeadTerm> {
  const found = new Map<string, HeadTerm>()
  for (const query of queries) {
    for (const term of termsOf(query)) {
      const headTerm = headTermOf(term)
      if (headTerm !== null) found.set(keyOfHeadTerm(headTerm), headTerm)
    }
  }
  return found
}
