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
