import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesStrongly, matchesWeakly, parseEntityTag, parseEntityTags } from '../../main/http/entity-tag'

const strong = (opaque: string) => ({ weak: false, opaque })
const weak = (opaque: string) => ({ weak: true, opaque })

describe('parseEntityTag', () => {
  // The examples of RFC 9110 §8.8.3.
  it.each([
    ['"xyzzy"', strong('xyzzy')],
    ['W/"xyzzy"', weak('xyzzy')],
    ['""', strong('')],
    ['"a,b"', strong('a,b')],
    ['"\\"', strong('\\')],
    ['"\xe4"', strong('\xe4')],
  ])('reads %s', (text, tag) => {
    expect(parseEntityTag(text)).toEqual(tag)
  })

  it.each([
    '',
    'xyzzy',
    '"xyzzy',
    'xyzzy"',
    'w/"x"',
    'W/ "x"',
    'W/x',
    '"a"b"',
    '"a b"',
    '"a\tb"',
    '"a" ',
    '*',
    '"a", "b"',
  ])('finds none in %j', (text) => {
    expect(parseEntityTag(text)).toBeUndefined()
  })
})

describe('parseEntityTags', () => {
  // The examples of RFC 9110 §13.1.1 and §13.1.2, and the lists of §5.6.1.2.
  it.each([
    ['"xyzzy"', [strong('xyzzy')]],
    ['"xyzzy", "r2d2xxxx", "c3piozzzz"', [strong('xyzzy'), strong('r2d2xxxx'), strong('c3piozzzz')]],
    ['W/"xyzzy", W/"r2d2xxxx"', [weak('xyzzy'), weak('r2d2xxxx')]],
    ['"a,b", "c"', [strong('a,b'), strong('c')]],
    [',"a",,\t"b" , ,', [strong('a'), strong('b')]],
    ['"a","b"', [strong('a'), strong('b')]],
    ['', []],
    [',', []],
  ])('reads %s', (value, tags) => {
    expect(parseEntityTags(value)).toEqual(tags)
  })

  it('reads the asterisk', () => {
    expect(parseEntityTags('*')).toBe('*')
  })

  it.each(['nomatch', '"a" "b"', '"a", b', '"a"; "b"', '*, "a"', '"a", *', '"a'])(
    'finds no tag in %s, which is no list of tags',
    (value) => {
      expect(parseEntityTags(value)).toEqual([])
    },
  )

  it('gives back any list of tags, however they are divided', () => {
    const tag = fc.record({
      weak: fc.boolean(),
      opaque: fc.string({ unit: fc.constantFrom(...'!#ab,;*/W\\\xe4\xff') }),
    })
    const separator = fc.constantFrom(',', ', ', ' ,', ',,', ' , ,\t')
    fc.assert(
      fc.property(fc.array(tag), separator, (tags, between) => {
        const value = tags.map(({ weak: isWeak, opaque }) => `${isWeak ? 'W/' : ''}"${opaque}"`).join(between)
        expect(parseEntityTags(value)).toEqual(tags)
      }),
    )
  })
})

describe('comparison', () => {
  // The table of RFC 9110 §8.8.3.2.
  it.each([
    ['W/"1"', 'W/"1"', false, true],
    ['W/"1"', 'W/"2"', false, false],
    ['W/"1"', '"1"', false, true],
    ['"1"', '"1"', true, true],
    ['"a"', '"A"', false, false],
  ])('of %s and %s', (left, right, strongly, weakly) => {
    const [a, b] = [parseEntityTag(left)!, parseEntityTag(right)!]
    expect([matchesStrongly(a, b), matchesWeakly(a, b)]).toEqual([strongly, weakly])
    expect([matchesStrongly(b, a), matchesWeakly(b, a)]).toEqual([strongly, weakly])
  })
})
