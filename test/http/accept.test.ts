import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { negotiateLanguage, negotiateMediaType } from '../../main/http/accept'

const OFFERED = ['text/plain', 'text/html', 'application/json']
const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'

describe('negotiateMediaType', () => {
  it.each([
    ['no field', undefined, 'text/plain'],
    ['an empty field', '', 'text/plain'],
    ['curl and wget', '*/*', 'text/plain'],
    ['Chrome', CHROME, 'text/html'],
    ['Firefox', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['a program', 'application/json', 'application/json'],
    ['a program that takes anything else too', 'application/json, */*;q=0.1', 'application/json'],
    ['another case', 'APPLICATION/JSON', 'application/json'],
    ['a range', 'text/*', 'text/plain'],
    ['a range with an exception', 'text/*;q=0.5, text/html', 'text/html'],
    ['a refusal', 'text/*, text/plain;q=0', 'text/html'],
    ['weights', 'text/plain;q=0.1, text/html;q=0.2, application/json;q=0.15', 'text/html'],
    ['white space and other parameters', 'text/html ; level=1 ; q=0.3, text/plain; q=0.2', 'text/html'],
    ['a quoted parameter', 'text/html;a="b,text/plain;q=1";q=0.5', 'text/html'],
    ['nothing that is offered', 'image/png', undefined],
    ['a refusal of everything', '*/*;q=0', undefined],
    [
      'a weight that is none, so that the member is left out',
      'text/html;q=2, application/json;q=0.5',
      'application/json',
    ],
    ['a weight of four decimals', 'text/html;q=0.1234, application/json;q=0.01', 'application/json'],
    ['only what is malformed', ';q=1', undefined],
  ])('answers %s', (_, accept, expected) => {
    expect(negotiateMediaType(accept, OFFERED)).toBe(expected)
  })

  // RFC 9110 §12.5.1, the example with levels left out: they are parameters.
  it('weighs each offer by the most exact range that names it', () => {
    const accept = 'text/*;q=0.3, text/plain;q=0.7, */*;q=0.5'
    expect(negotiateMediaType(accept, ['text/html', 'image/jpeg', 'text/plain'])).toBe('text/plain')
    expect(negotiateMediaType(accept, ['text/html', 'image/jpeg'])).toBe('image/jpeg')
  })

  it('never throws, and gives what was offered or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*/,;=q01."\\ text') }), (accept) => {
        expect([...OFFERED, undefined]).toContain(negotiateMediaType(accept, OFFERED))
      }),
    )
  })
})

describe('negotiateLanguage', () => {
  it.each([
    ['no field', undefined, 'en'],
    ['an empty field', '', 'en'],
    ['the very tag', 'zh-CN', 'zh-CN'],
    ['another case', 'ZH-cn', 'zh-CN'],
    ['the language alone', 'zh', 'zh-CN'],
    ['a script', 'zh-Hans-CN', 'zh-CN'],
    ['another region', 'zh-TW,zh;q=0.9,en-US;q=0.8', 'zh-CN'],
    ['a region of English', 'en-GB,zh-CN;q=0.9', 'en'],
    ['weights', 'en;q=0.4, zh-CN;q=0.6', 'zh-CN'],
    ['the order of equals', 'zh-CN, en', 'zh-CN'],
    ['a language that is not offered', 'fr', 'en'],
    ['a language that is not offered, then one that is', 'fr, zh;q=0.1', 'zh-CN'],
    ['any', '*', 'en'],
    ['any but one', '*, en;q=0', 'zh-CN'],
    ['a refusal of all', '*;q=0', 'en'],
    ['a refusal of one', 'en;q=0', 'zh-CN'],
    ['what only begins alike', 'english, zhong', 'en'],
  ])('answers %s', (_, acceptLanguage, expected) => {
    expect(negotiateLanguage(acceptLanguage, ['en', 'zh-CN'])).toBe(expected)
  })
})
