import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNames, parsePath } from '../../main/files/path-segments'

describe('parsePath', () => {
  it.each([
    ['/', []],
    ['/a.txt', ['a.txt']],
    ['/sub/b.txt', ['sub', 'b.txt']],
    ['/sub/', ['sub']],
    ['//example.com/a', ['example.com', 'a']],
    ['/a%20b/%E4%B8%AD.txt', ['a b', '中.txt']],
    ['/pct%2541.txt', ['pct%41.txt']],
    ['/a+b', ['a+b']],
    ['/...', ['...']],
    ['/..hidden', ['..hidden']],
    ['/bad-%FF.txt', ['bad-\udcff.txt']],
    ['/col:on', ['col:on']],
    ['/back\\slash', ['back\\slash']],
    ['/CON', ['CON']],
    ['/dot.', ['dot.']],
  ])('reads %s as names on Linux', (path, names) => {
    expect(parsePath(path, 'linux')).toEqual(names)
  })

  it.each([
    ['/%', 'malformed-escape'],
    ['/%zz', 'malformed-escape'],
    ['/%u0041', 'malformed-escape'],
    ['/..', 'dot-segment'],
    ['/a/../b', 'dot-segment'],
    ['/.', 'dot-segment'],
    ['/%2e%2e/a', 'dot-segment'],
    ['/.%2E', 'dot-segment'],
    ['/a%2Fb', 'separator'],
    ['/..%2f..%2fetc', 'separator'],
    ['/a%00', 'nul'],
  ])('refuses %s everywhere', (path, refusal) => {
    expect([parsePath(path, 'linux'), parsePath(path, 'win32')]).toEqual([refusal, refusal])
  })

  it.each([
    ['/..\\a', 'separator'],
    ['/..%5Ca', 'separator'],
    ['/C:', 'separator'],
    ['/a.txt::$DATA', 'separator'],
    ['/a.txt:stream', 'separator'],
    ['/a.txt.', 'reserved-name'],
    ['/a.txt%20', 'reserved-name'],
    ['/CON', 'reserved-name'],
    ['/con', 'reserved-name'],
    ['/nul.txt', 'reserved-name'],
    ['/NUL.tar.gz', 'reserved-name'],
    ['/aux .txt', 'reserved-name'],
    ['/COM1', 'reserved-name'],
    ['/COM0.txt', 'reserved-name'],
    ['/LPT9', 'reserved-name'],
    ['/COM%C2%B9', 'reserved-name'],
    ['/lpt%C2%B3.txt', 'reserved-name'],
    ['/CONIN$', 'reserved-name'],
    ['/CONOUT$', 'reserved-name'],
    ['/CLOCK$', 'reserved-name'],
    ['/sub/CON', 'reserved-name'],
    ['/a*', 'reserved-name'],
    ['/a%3F', 'reserved-name'],
    ['/a%22', 'reserved-name'],
    ['/a%7Cb', 'reserved-name'],
    ['/new%0Aline', 'reserved-name'],
    ['/bad-%FF', 'reserved-name'],
  ])('refuses %s on Windows', (path, refusal) => {
    expect(parsePath(path, 'win32')).toBe(refusal)
  })

  it.each(['/CONSOLE', '/COM10', '/COM', '/nul_.txt', '/a.con', '/.env', '/%E4%B8%AD.txt', '/a~1'])(
    'takes %s on Windows',
    (path) => {
      expect(parsePath(path, 'win32')).toBeInstanceOf(Array)
    },
  )

  it('never gives a name that could climb or divide, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2F',
      '/',
      '\\',
      '%5c',
      '%00',
      'a',
      '%c0%ae',
      '%252e',
      ':',
      ' ',
      'CON',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const names = parsePath(`/${pieces.join('')}`, 'win32')
        if (typeof names === 'string') return
        for (const name of names) expect(name).not.toMatch(/^\.{0,2}$|[/\\:\0]|[. ]$/)
      }),
    )
  })
})

describe('parseNames', () => {
  it('holds names that somebody hands us to the same rules', () => {
    expect([
      parseNames(['sub', 'b.txt'], 'linux'),
      parseNames(['..'], 'linux'),
      parseNames([''], 'linux'),
      parseNames(['a/b'], 'linux'),
      parseNames(['NUL'], 'win32'),
    ]).toEqual([['sub', 'b.txt'], 'dot-segment', 'dot-segment', 'separator', 'reserved-name'])
  })
})
