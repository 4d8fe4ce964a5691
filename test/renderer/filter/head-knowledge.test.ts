import { describe, expect, it } from 'vitest'
import { FoundHeads } from '../../../renderer/filter/head-knowledge'
import { NO, UNKNOWN, YES } from '../../../renderer/filter/verdict'
import { exchangeRow } from '../requests/exchange-row'

const TERMS = new Map([['k', { side: 'either', field: 'if-range', test: null } as const]])
const NOTHING = { matches: [[]], gone: [], open: [], more: true }

describe('FoundHeads', () => {
  it('asks for the rows where the reader is before the others, and knows them before it gets there', () => {
    const found = new FoundHeads(TERMS, [900, 901, 902])
    const question = found.question()
    const about = found.learn(question, { ...NOTHING, matches: [[901]], open: [902], searchedTo: 50 })
    expect({ question, about }).toEqual({
      question: { terms: [TERMS.get('k')], afterId: 0, again: [900, 901, 902] },
      about: { afterId: 0, toId: 50, ids: [900, 901, 902] },
    })
    expect([50, 51, 900, 901, 902].map((id) => found.verdict('k', id))).toEqual([NO, UNKNOWN, NO, YES, UNKNOWN])
    expect(found.question()).toEqual({ terms: [TERMS.get('k')], afterId: 50, again: [] })
  })

  it('asks again for a row that was open, once it has been answered', () => {
    const found = new FoundHeads(TERMS)
    found.learn(found.question(), { ...NOTHING, open: [3], searchedTo: 9 })
    const asks = [
      found.notice([exchangeRow({ id: 3, status: null, elapsedMs: null })]),
      found.notice([exchangeRow({ id: 3 })]),
    ]
    expect([asks, found.question().again]).toEqual([[false, true], [3]])
  })
})
