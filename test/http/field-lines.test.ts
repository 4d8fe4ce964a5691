import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectionOptions, wantsPersistence } from '../../main/http/connection-options'
import { expectsContinue, readExpectation } from '../../main/http/expectation'
import { fieldValue, fieldValues, listMembers, splitOutsideQuotes, trimWhitespace } from '../../main/http/field-lines'
import type { HttpVersion } from '../../main/http/message'

const fields = (...lines: [name: string, value: string][]) => lines.map(([name, value]) => ({ name, value }))

describe('fieldValue', () => {
  // RFC 9110 §5.2.
  const lines = fields(['Example-Field', 'Foo, Bar'], ['Other', 'x'], ['EXAMPLE-FIELD', 'Baz'])

  it('joins the lines of a field in their order', () => {
    expect(fieldValue(lines, 'example-field')).toBe('Foo, Bar, Baz')
  })

  it('gives each line to who asks for them', () => {
    expect(fieldValues(lines, 'example-field')).toEqual(['Foo, Bar', 'Baz'])
  })

  it('tells an absent field from an empty one', () => {
    expect([fieldValue(lines, 'absent'), fieldValue(fields(['Empty', '']), 'empty')]).toEqual([undefined, ''])
  })

  it('finds nothing by the names that objects have', () => {
    expect(fieldValue(lines, '__proto__')).toBeUndefined()
  })
})

describe('listMembers', () => {
  // The examples of RFC 9110 §5.6.1.2, and quoted strings of §5.6.4.
  it.each([
    ['foo,bar', ['foo', 'bar']],
    ['foo ,bar,', ['foo', 'bar']],
    ['foo , ,bar,charlie', ['foo', 'bar', 'charlie']],
    ['', []],
    [',', []],
    [',   ,', []],
    ['"a,b", c', ['"a,b"', 'c']],
    ['a="x\\",y", b', ['a="x\\",y"', 'b']],
    ['"not closed, b', ['"not closed, b']],
    ['\ta\t,\tb', ['a', 'b']],
    ['\xa0a', ['\xa0a']],
  ])('divides %j', (value, members) => {
    expect(listMembers(value)).toEqual(members)
  })

  it('divides parameters alike', () => {
    expect(splitOutsideQuotes('text/html; a="b;c" ;q=0.5', ';')).toEqual(['text/html', 'a="b;c"', 'q=0.5'])
  })

  it('gives back any members', () => {
    const member = fc
      .string({ unit: fc.constantFrom(...'ab"\\,; \t'), maxLength: 8 })
      .map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
    fc.assert(
      fc.property(fc.array(member), (members) => {
        expect(listMembers(members.join(' , '))).toEqual(members)
      }),
    )
  })
})

describe('trimWhitespace', () => {
  it('takes a long run of spaces in its stride', () => {
    const value = `a${' '.repeat(500_000)}b`
    const before = performance.now()
    expect(trimWhitespace(` ${value} `)).toBe(value)
    expect(performance.now() - before).toBeLessThan(200)
  })
})

describe('wantsPersistence', () => {
  it.each<[HttpVersion, string | undefined, boolean]>([
    ['1.1', undefined, true],
    ['1.1', 'keep-alive', true],
    ['1.1', 'close', false],
    ['1.1', 'CLOSE', false],
    ['1.1', 'foo, close', false],
    ['1.1', 'closed', true],
    ['1.1', 'keep-alive, close', false],
    ['1.0', undefined, false],
    ['1.0', 'Keep-Alive', true],
    ['1.0', 'keep-alive, close', false],
    ['1.0', 'foo', false],
  ])('of HTTP/%s with Connection: %s is %s', (version, connection, expected) => {
    const head = { version, fields: connection === undefined ? [] : fields(['Connection', connection]) }
    expect(wantsPersistence(head)).toBe(expected)
  })

  it('reads options from every line', () => {
    expect(connectionOptions({ fields: fields(['connection', 'Upgrade'], ['Connection', 'a,Close']) })).toEqual([
      'upgrade',
      'a',
      'close',
    ])
  })
})

describe('readExpectation', () => {
  it.each<[HttpVersion, string | undefined, string]>([
    ['1.1', undefined, 'none'],
    ['1.1', '', 'none'],
    ['1.1', '100-continue', 'continue'],
    ['1.1', '100-Continue', 'continue'],
    ['1.1', '100-continue, 100-continue', 'continue'],
    ['1.1', 'the-unexpected', 'unknown'],
    ['1.1', '100-continue, the-unexpected', 'unknown'],
    ['1.1', '100-continue; a=b', 'unknown'],
    ['1.0', '100-continue', 'none'],
    ['1.0', 'the-unexpected', 'none'],
  ])('of HTTP/%s with Expect: %s is %s', (version, expectation, expected) => {
    const head = { version, fields: expectation === undefined ? [] : fields(['Expect', expectation]) }
    expect(readExpectation(head)).toBe(expected)
    expect(expectsContinue(head)).toBe(expected === 'continue')
  })
})
