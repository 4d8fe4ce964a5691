import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOrder } from '../../../main/files/listing/name-order'

// Digits most of all, letters of both cases, punctuation, and what joins with its neighbours: combining marks, digits
// of other scripts, ignorable characters, ligatures, half an emoji.
const PIECES = [
  ...['0', '1', '2', '9', '10', '007', '00', '1234567890123456', 'a', 'A', 'b', 'B', 'z', 'Z', 'e', 'ae', 'ch', 'll'],
  ...[
    ' ',
    '-',
    '_',
    '.',
    ',',
    '~',
    '(',
    ')',
    '+',
    '=',
    '@',
    '#',
    '$',
    '%',
    '&',
    "'",
    '!',
    '^',
    '`',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '\u0301',
    '\u0308',
    'é',
    'ß',
    'æ',
    'ﬁ',
    '\u200b',
    '\u0007',
    '٣',
    '３',
    '²',
    '½',
    '灯',
    '塔',
    'ก',
    'เ',
    'l·',
    '😀',
    '\udcff',
  ],
]
const NAME = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''))
// Names that begin alike, as those of one folder do.
const PAIR = fc.tuple(NAME, NAME, NAME).map(([start, a, b]) => [start + a, start + b] as const)

describe('nameOrder', () => {
  it.each(['en', 'zh-CN'] as const)('is that of the %s collator, with numbers by their value', (language) => {
    const collator = new Intl.Collator(language, { numeric: true })
    const byName = nameOrder(language)
    const plainly = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
    fc.assert(
      fc.property(PAIR, ([a, b]) => {
        expect([a, b, Math.sign(byName(a, b))]).toEqual([a, b, Math.sign(plainly(a, b))])
      }),
      { numRuns: 5000 },
    )
  })
})
