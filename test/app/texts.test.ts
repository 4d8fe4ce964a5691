import { describe, expect, it } from 'vitest'
import { textsFor } from '../../main/app/texts'

describe('textsFor', () => {
  it.each([
    ['system', 'en-GB', 'Quit Porthole'],
    ['system', 'zh-CN', '退出 Porthole'],
    ['system', 'zh-Hant-TW', '退出 Porthole'],
    ['system', 'zha', 'Quit Porthole'],
    ['system', 'fr-FR', 'Quit Porthole'],
    ['en', 'zh-CN', 'Quit Porthole'],
    ['zh-CN', 'en-US', '退出 Porthole'],
  ] as const)('set to %s on a system in %s speaks so: %3$s', (set, system, quit) => {
    expect(textsFor(set, system).quit).toBe(quit)
  })

  it('has no text in both languages alike but the standards’ own names', () => {
    const english = textsFor('en', '')
    const chinese = textsFor('zh-CN', '')
    const alike = (Object.keys(english) as (keyof typeof english)[]).filter((key) => english[key] === chinese[key])
    expect(alike).toEqual([])
  })
})
