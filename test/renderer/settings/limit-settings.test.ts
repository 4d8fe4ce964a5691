import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limitParsers } from '../../../preload/setting-arguments'
import { limitRules } from '../../../preload/settings'
import type { Limits } from '../../../preload/settings'
import { readWholeNumber } from '../../../renderer/components/settings/whole-number'
import { speakAll } from '../../../renderer/text/catalogue'
import { languages } from '../../../renderer/text/message'

const SETTINGS = join(import.meta.dirname, '../../../renderer/components/settings')
const source = readFileSync(join(SETTINGS, 'LimitSettings.svelte'), 'utf8')
const names = Object.keys(limitRules) as (keyof Limits)[]

/** The limits that the section has a field for, each with the sentence below its name. */
const fields = Array.from(source.matchAll(/\{@render field\('(\w+)', t\.(\w+)\)\}/g), ([, name, says]) => [name, says])

describe('The section Limits of the settings', () => {
  it('has one field for each limit that can be changed', () => {
    expect(fields.map(([name]) => name)).toEqual(names)
  })

  it.each(languages)('has a name and a reason for each, all different, in %s', (language) => {
    const { settings } = speakAll(language) as { settings: Readonly<Record<string, unknown>> }
    const words = fields.flat().map((key) => settings[key ?? ''])
    expect(words.filter((text) => typeof text === 'string' && text.trim() !== '')).toHaveLength(2 * names.length)
    expect(new Set(words).size).toBe(words.length)
  })

  it.each(languages)('says between which bounds a wrong number should be, in %s', (language) => {
    for (const { least, most } of Object.values(limitRules)) {
      const said = speakAll(language).settings.limitWrong(least, most)
      expect(said).toContain(String(least))
      expect(said).toContain(String(most))
    }
  })
})

describe('readWholeNumber', () => {
  it.each(names)('takes for %s what main takes, and nothing else', (name) => {
    const { least, most, usual } = limitRules[name]
    for (const typed of [least - 1, least, usual, most, most + 1, 0, 99_999].map(String)) {
      const read = readWholeNumber(typed, { least, most })
      const isTaken = (() => {
        try {
          limitParsers[name](Number(typed))
          return true
        } catch {
          return false
        }
      })()
      expect([typed, !Number.isNaN(read)]).toEqual([typed, isTaken])
      if (isTaken) expect(read).toBe(Number(typed))
    }
  })

  it.each(['', ' ', '1.5', '1e3', '-1', '+1', '0x10', 'ten', '１０', '100000', '1 0'])(
    'takes %j for no number',
    (typed) => {
      expect(readWholeNumber(typed, { least: 1, most: 65_535 })).toBeNaN()
    },
  )

  it('does not mind white space around it', () => {
    expect(readWholeNumber(' 12 ', { least: 1, most: 3600 })).toBe(12)
  })
})
