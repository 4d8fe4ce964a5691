import { describe, expect, it } from 'vitest'
import { catalogue, chooseLanguage, speakAll } from '../../../renderer/text/catalogue'
import { languages, type Area, type Said } from '../../../renderer/text/message'
import { plain } from '../../../renderer/text/rich-text'

/** Arguments that any message takes: a count that is plural everywhere, and a text. */
function sayWith(message: unknown, argument: unknown): Said {
  return typeof message === 'function'
    ? (message as (...given: unknown[]) => Said)(argument, argument, argument)
    : (message as Said)
}

/** Lenient, because a part may be the number that was passed where a formatted figure belongs. */
function textOf(said: Said): string {
  if (typeof said === 'string') return said
  return said.map((part) => (typeof part === 'object' ? Object.values(part).join('') : part)).join('')
}

const all = Object.entries(catalogue as Readonly<Record<string, Area>>).flatMap(([area, messages]) =>
  Object.entries(messages).map(([key, message]) => ({ name: `${area}.${key}`, message })),
)
/** Two words of letters side by side: more than a name, a command or an abbreviation. */
const PHRASE = /[a-z]{2,} [a-z]{2,}/i

describe('the catalogue', () => {
  it('says every message in every language, and nothing else', () => {
    expect(all.filter(({ message }) => languages.some((language) => !(language in message)))).toEqual([])
    expect(all.filter(({ message }) => Object.keys(message).length !== languages.length)).toEqual([])
  })

  it('leaves no message empty in one language that says something in the other', () => {
    // A message that is blank in English joins sentences; Chinese needs nothing between them.
    const speaking = all.filter(({ message }) => textOf(sayWith(message.en, 3)).trim() !== '')
    const silent = speaking.filter(({ message }) => textOf(sayWith(message['zh-CN'], 3)).trim() === '')
    expect(silent.map(({ name }) => name)).toEqual([])
    expect(all.filter(({ message }) => message.en === '').map(({ name }) => name)).toEqual([])
  })

  it('translates every message into Chinese that is not a name', () => {
    const untranslated = all.filter(({ message }) => {
      const [english, chinese] = languages.map((language) => textOf(sayWith(message[language], 3)))
      return english === chinese && PHRASE.test(english ?? '')
    })
    expect(untranslated.map(({ name }) => name)).toEqual([])
  })

  it('counts in the singular and in the plural', () => {
    const { shell } = speakAll('en')
    expect([1, 2].map((count) => shell.servingItems(count))).toEqual(['Serving 1 item', 'Serving 2 items'])
    expect([1, 5].map((count) => plain(shell.clientCount(count)))).toEqual(['1 client', '5 clients'])
  })

  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['zha', 'en'],
    ['', 'en'],
  ] as const)('follows the system language %s with %s', (system, language) => {
    expect(chooseLanguage('system', system)).toBe(language)
  })

  it('lets a set language go before the system', () => {
    expect(chooseLanguage('en', 'zh-CN')).toBe('en')
  })
})
