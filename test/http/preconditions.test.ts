import { describe, expect, it } from 'vitest'
import { evaluatePreconditions, rangeApplies } from '../../main/http/preconditions'

const MODIFIED = 'Thu, 20 Feb 2020 02:02:02 GMT'
const EARLIER = 'Thu, 20 Feb 2020 02:02:01 GMT'
const LATER = 'Thu, 20 Feb 2020 02:02:03 GMT'
const NOW = Date.UTC(2026, 10, 23)
const VALIDATORS = { entityTag: '"e"', modifiedAt: Date.parse(MODIFIED) + 123 }

type Lines = readonly (readonly [name: string, value: string])[]
const fields = (lines: Lines) => lines.map(([name, value]) => ({ name, value }))
const evaluate = (method: string, lines: Lines) =>
  evaluatePreconditions({ method, fields: fields(lines) }, VALIDATORS, NOW)

describe('evaluatePreconditions', () => {
  it.each<[string, Lines, string]>([
    ['no precondition', [], 'proceed'],

    ['If-Match, the tag', [['If-Match', '"e"']], 'proceed'],
    ['If-Match, any', [['If-Match', '*']], 'proceed'],
    ['If-Match, a list', [['If-Match', '"no", "e"']], 'proceed'],
    [
      'If-Match, two lines',
      [
        ['If-Match', '"no"'],
        ['if-match', '"e"'],
      ],
      'proceed',
    ],
    ['If-Match, another tag', [['If-Match', '"no"']], 'precondition-failed'],
    ['If-Match, the tag but weak', [['If-Match', 'W/"e"']], 'precondition-failed'],
    ['If-Match, something else', [['If-Match', 'e']], 'precondition-failed'],
    ['If-Match, empty', [['If-Match', '']], 'precondition-failed'],

    ['If-Unmodified-Since, the date', [['If-Unmodified-Since', MODIFIED]], 'proceed'],
    ['If-Unmodified-Since, later', [['If-Unmodified-Since', LATER]], 'proceed'],
    ['If-Unmodified-Since, earlier', [['If-Unmodified-Since', EARLIER]], 'precondition-failed'],
    ['If-Unmodified-Since, no date', [['If-Unmodified-Since', 'garbage']], 'proceed'],
    [
      'If-Unmodified-Since, behind If-Match',
      [
        ['If-Match', '"e"'],
        ['If-Unmodified-Since', EARLIER],
      ],
      'proceed',
    ],

    ['If-None-Match, the tag', [['If-None-Match', '"e"']], 'not-modified'],
    ['If-None-Match, the tag but weak', [['If-None-Match', 'W/"e"']], 'not-modified'],
    ['If-None-Match, any', [['If-None-Match', '*']], 'not-modified'],
    ['If-None-Match, a list', [['If-None-Match', '"x",,\t"e" ,']], 'not-modified'],
    ['If-None-Match, another tag', [['If-None-Match', '"no"']], 'proceed'],
    ['If-None-Match, a part of the tag', [['If-None-Match', '""']], 'proceed'],
    ['If-None-Match, something else', [['If-None-Match', 'e']], 'proceed'],

    ['If-Modified-Since, the date', [['If-Modified-Since', MODIFIED]], 'not-modified'],
    ['If-Modified-Since, later', [['If-Modified-Since', LATER]], 'not-modified'],
    ['If-Modified-Since, earlier', [['If-Modified-Since', EARLIER]], 'proceed'],
    ['If-Modified-Since, RFC 850', [['If-Modified-Since', 'Thursday, 20-Feb-20 02:02:02 GMT']], 'not-modified'],
    ['If-Modified-Since, asctime', [['If-Modified-Since', 'Thu Feb 20 02:02:02 2020']], 'not-modified'],
    ['If-Modified-Since, no date', [['If-Modified-Since', '0']], 'proceed'],
    [
      'If-Modified-Since, twice',
      [
        ['If-Modified-Since', LATER],
        ['If-Modified-Since', LATER],
      ],
      'proceed',
    ],
    [
      'If-Modified-Since, behind another tag',
      [
        ['If-None-Match', '"no"'],
        ['If-Modified-Since', LATER],
      ],
      'proceed',
    ],
    [
      'If-Modified-Since, before the tag',
      [
        ['If-Modified-Since', EARLIER],
        ['If-None-Match', '"e"'],
      ],
      'not-modified',
    ],

    [
      'the order of §13.2.2: 412 first',
      [
        ['If-Match', '"no"'],
        ['If-None-Match', '"e"'],
      ],
      'precondition-failed',
    ],
    [
      'the order of §13.2.2: then 304',
      [
        ['If-Match', '*'],
        ['If-None-Match', '"e"'],
      ],
      'not-modified',
    ],
    [
      'the order of §13.2.2: dates in their place',
      [
        ['If-Unmodified-Since', EARLIER],
        ['If-None-Match', '"no"'],
      ],
      'precondition-failed',
    ],
  ])('decides on %s', (_, lines, expected) => {
    expect([evaluate('GET', lines), evaluate('HEAD', lines)]).toEqual([expected, expected])
  })

  it('fails If-None-Match for methods that are no reads', () => {
    expect(evaluate('PUT', [['If-None-Match', '*']])).toBe('precondition-failed')
  })

  it('ignores If-Modified-Since for methods that are no reads', () => {
    expect(evaluate('PUT', [['If-Modified-Since', LATER]])).toBe('proceed')
  })
})

describe('rangeApplies', () => {
  it.each<[string, Lines, boolean]>([
    ['no If-Range', [], true],
    ['the tag', [['If-Range', '"e"']], true],
    ['another tag', [['If-Range', '"no"']], false],
    ['the tag but weak', [['If-Range', 'W/"e"']], false],
    ['two tags', [['If-Range', '"e", "f"']], false],
    ['the date', [['If-Range', MODIFIED]], true],
    ['the date in another format', [['If-Range', 'Thu Feb 20 02:02:02 2020']], true],
    ['an earlier date', [['If-Range', EARLIER]], false],
    ['a later date', [['If-Range', LATER]], false],
    ['an asterisk', [['If-Range', '*']], false],
    ['something else', [['If-Range', 'garbage']], false],
    ['nothing', [['If-Range', '']], false],
  ])('decides on %s', (_, lines, expected) => {
    expect(rangeApplies(fields(lines), VALIDATORS, NOW)).toBe(expected)
  })

  it('does not trust a date within a second of the last change, which may not be the last one', () => {
    const ifRange = fields([['If-Range', MODIFIED]])
    expect(rangeApplies(ifRange, VALIDATORS, Date.parse(MODIFIED) + 999)).toBe(false)
    expect(rangeApplies(ifRange, VALIDATORS, Date.parse(MODIFIED) + 1000)).toBe(true)
  })

  it('never applies to a representation that has only a weak tag', () => {
    const weak = { ...VALIDATORS, entityTag: 'W/"e"' }
    expect(rangeApplies(fields([['If-Range', '"e"']]), weak, NOW)).toBe(false)
  })
})
