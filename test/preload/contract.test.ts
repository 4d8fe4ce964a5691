import { describe, expect, it } from 'vitest'
import { ContractError } from '../../preload/arguments'
import { commandArguments } from '../../preload/contract'
import { LONGEST_COMMENT, MOST_KEPT } from '../../preload/exchange-notes'
import { limitParsers } from '../../preload/setting-arguments'
import { limitRules, usualLimits } from '../../preload/settings'
import type { Limits } from '../../preload/settings'

const NAMES = Object.keys(limitRules) as (keyof Limits)[]

describe('limitParsers', () => {
  it.each(NAMES)('%s takes whole numbers between its bounds, and nothing else', (name) => {
    const parse = limitParsers[name]
    const { least, most, usual } = limitRules[name]
    expect([least, usual, most].map(parse)).toEqual([least, usual, most])
    for (const wrong of [least - 1, most + 1, 1.5, NaN, Infinity, String(usual), null, undefined, [usual]]) {
      expect(() => parse(wrong)).toThrow(ContractError)
    }
  })

  it('refuse in one sentence', () => {
    const sentence = 'Cannot take 0 as a limit: expected an integer from 1 to 65535'
    expect(() => limitParsers.maxConnections(0)).toThrow(new ContractError(sentence))
  })
})

describe('changeSettings', () => {
  it('takes all limits together, without what nobody asked for', () => {
    const limits = { ...usualLimits, headTimeoutSeconds: 5 }
    expect(commandArguments.changeSettings({ limits: { ...limits, lingerMs: 0 } })).toEqual({ limits })
  })

  it.each(NAMES)('refuses limits without %s', (name) => {
    expect(() => commandArguments.changeSettings({ limits: { ...usualLimits, [name]: undefined } })).toThrow(
      ContractError,
    )
  })
})

describe('what a person notes of exchanges', () => {
  it('is read into fresh values', () => {
    expect(commandArguments.markExchanges({ ids: [4, 2], mark: 7, more: 1 })).toEqual({ ids: [4, 2], mark: 7 })
    expect(commandArguments.markExchanges({ ids: [], mark: null })).toEqual({ ids: [], mark: null })
    expect(commandArguments.pinExchanges({ ids: [4], pinned: true, by: 'x' })).toEqual({ ids: [4], pinned: true })
    expect(commandArguments.commentExchange({ id: 4, text: 'ask', at: 1 })).toEqual({ id: 4, text: 'ask' })
  })

  it.each([
    ['a mark that there is not', () => commandArguments.markExchanges({ ids: [1], mark: 8 })],
    ['a mark of another kind', () => commandArguments.markExchanges({ ids: [1], mark: '1' })],
    ['an id that is none', () => commandArguments.pinExchanges({ ids: [-1], pinned: true })],
    [
      'more ids than can be kept',
      () => commandArguments.pinExchanges({ ids: Array(MOST_KEPT + 1).fill(1), pinned: true }),
    ],
    [
      'a comment as long as a book',
      () => commandArguments.commentExchange({ id: 1, text: 'x'.repeat(LONGEST_COMMENT + 1) }),
    ],
  ])('refuses %s', (_, read) => {
    expect(read).toThrow(ContractError)
  })
})

describe('searchHeads', () => {
  const term = { side: 'either', field: 'If-Range', test: { kind: 'contains', text: 'x', more: 1 }, more: 1 }

  it('is read into fresh values, with names of fields in lower case', () => {
    const search = { terms: [term, { ...term, field: null, test: null }], afterId: 4, again: [1], more: 1 }
    expect(commandArguments.searchHeads(search)).toEqual({
      terms: [
        { side: 'either', field: 'if-range', test: { kind: 'contains', text: 'x' } },
        { side: 'either', field: null, test: null },
      ],
      afterId: 4,
      again: [1],
    })
  })

  it.each([
    ['no terms', { terms: [], afterId: 0, again: [] }],
    ['too many terms', { terms: Array(129).fill(term), afterId: 0, again: [] }],
    ['too much to search again', { terms: [term], afterId: 0, again: Array(1001).fill(1) }],
    ['a regular expression', { terms: [{ ...term, test: { kind: 'pattern', text: 'x' } }], afterId: 0, again: [] }],
    ['a text as long as a book', { terms: [{ ...term, field: 'x'.repeat(2001) }], afterId: 0, again: [] }],
  ])('refuses %s', (_, search) => {
    expect(() => commandArguments.searchHeads(search)).toThrow(ContractError)
  })
})

describe('savedFilters', () => {
  it('are read into fresh values, and need a name', () => {
    const change = { savedFilters: [{ name: ' Phones only ', query: 'client:phone', more: 1 }] }
    const savedFilters = [{ name: 'Phones only', query: 'client:phone' }]
    expect(commandArguments.changeSettings(change)).toEqual({ savedFilters })
    expect(() => commandArguments.changeSettings({ savedFilters: [{ name: ' ', query: '' }] })).toThrow(ContractError)
    expect(() => commandArguments.changeSettings({ savedFilters: Array(51).fill(savedFilters[0]) })).toThrow(
      ContractError,
    )
  })
})
