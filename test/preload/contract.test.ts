import { describe, expect, it } from 'vitest'
import { commandArguments, ContractError, limitParsers } from '../../preload/contract'
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
