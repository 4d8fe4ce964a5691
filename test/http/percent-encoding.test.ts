import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePathSegment, percentDecode } from '../../main/http/percent-encoding'
import { parseTarget } from '../../main/http/request-target'

describe('percentDecode', () => {
  it.each([
    ['', ''],
    ['a', 'a'],
    ['%41', 'A'],
    ['a%2Fb', 'a/b'],
    ['a%2fb', 'a/b'],
    ['%2541', '%41'],
    ['+', '+'],
    ['%00', '\0'],
    ['%FF\xfe', '\xff\xfe'],
    ['%E6%97%A5', '\xe6\x97\xa5'],
  ])('decodes %j', (text, octets) => {
    expect(Buffer.from(percentDecode(text)!).toString('latin1')).toBe(octets)
  })

  it.each(['%', '%4', 'a%', '%zz', '%4g', '%g4', '%u0041', '%%41', '% 41', '%\xb2\xb2', '%-1', '%+1'])(
    'refuses %j',
    (text) => {
      expect(percentDecode(text)).toBeUndefined()
    },
  )

  it('decodes what encodeURIComponent encodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Buffer.from(percentDecode(encodeURIComponent(text))!).toString()).toBe(text)
      }),
    )
  })
})

describe('encodePathSegment', () => {
  it.each([
    ['a b.txt', 'a%20b.txt'],
    ['日本語.txt', '%E6%97%A5%E6%9C%AC%E8%AA%9E.txt'],
    ['😀', '%F0%9F%98%80'],
    ['a/b?c#d%e', 'a%2Fb%3Fc%23d%25e'],
    ['it\'s (1) & <b> "q"', 'it%27s%20%281%29%20%26%20%3Cb%3E%20%22q%22'],
    ['javascript:alert', 'javascript:alert'],
    ['a+b=c,d@e~f', 'a+b=c,d@e~f'],
    ['new\nline', 'new%0Aline'],
  ])('writes %j', (name, segment) => {
    expect(encodePathSegment(name)).toBe(segment)
  })

  it('is undone by percentDecode for any octets, and is one segment of a target', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const segment = encodePathSegment(octets)
        expect(Buffer.from(percentDecode(segment)!)).toEqual(Buffer.from(octets))
        expect(parseTarget('GET', `/${segment}`)).toEqual({ form: 'origin', path: `/${segment}`, query: undefined })
        expect(segment).not.toContain('/')
      }),
    )
  })
})
