import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  cmdQuote,
  csvCell,
  decodeTarget,
  escapeForLog,
  powerShellQuote,
  shellQuote,
  shellQuoteOctets,
} from '../../preload/inert-text'
import { divideAsPowerShell, divideAsRuntime, readAsCmd } from '../support/shell-models'

/** What may stand nowhere in a log line: it hides, reorders or breaks text. */
const DANGEROUS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u

describe('escapeForLog', () => {
  it.each([
    ['plain text', 'film.mkv', 'film.mkv'],
    ['Chinese and Arabic', '文件 مرحبا', '文件 مرحبا'],
    ['markup, which is only text', '<b>&amp;', '<b>&amp;'],
    ['an escape sequence', '\x1b[31mred', '\\u{1b}[31mred'],
    ['a line end', 'a\r\nb', 'a\\u{d}\\u{a}b'],
    ['a tab', 'a\tb', 'a\\u{9}b'],
    ['C1 controls', 'a\x85b\x9bc', 'a\\u{85}b\\u{9b}c'],
    ['a right-to-left override', 'photo\u202egpj.exe', 'photo\\u{202e}gpj.exe'],
    ['a zero-width space', 'ad\u200bmin', 'ad\\u{200b}min'],
    ['line separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
    ['a lone surrogate', '\ud800x', '\\u{d800}x'],
    ['an emoji with its selector', '\u2764\ufe0f', '\u2764\ufe0f'],
    ['the parts of a joined emoji', '\u{1f468}\u200d\u{1f469}', '\u{1f468}\\u{200d}\u{1f469}'],
    ['a backslash', 'C:\\users', 'C:\\users'],
    ['a forged escape', '\\u{202e}', '\\u{5c}u{202e}'],
  ])('shows %s', (_, text, shown) => {
    expect(escapeForLog(text)).toBe(shown)
  })

  it('leaves nothing dangerous in any text, and never shows two texts as one', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(fc.property(text, (each) => !DANGEROUS.test(escapeForLog(each)) && escapeForLog(each).isWellFormed()))
    fc.assert(fc.property(text, text, (a, b) => a === b || escapeForLog(a) !== escapeForLog(b)))
  })
})

describe('csvCell', () => {
  it.each([
    ['film.mkv', 'film.mkv'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    ['=1+1', "'=1+1"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['@SUM(1,1)', '"\'@SUM(1,1)"'],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
  ])('writes %j as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })
})

describe.skipIf(process.platform === 'win32')('shellQuote', () => {
  it.each(["it's", '$(id)`id`', '"; id; "', 'a\nb', '!!', '-o/tmp/x', '', '文件'])('keeps %j through sh', (text) => {
    expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })).toBe(text)
  })

  it('refuses a NUL, which no argument can carry', () => {
    expect(() => shellQuote('a\0b')).toThrow('Cannot quote text for a shell: it contains a NUL character')
  })
})

describe('decodeTarget', () => {
  it.each([
    ['escapes of UTF-8', '/%E6%96%87%E4%BB%B6.txt', '/文件.txt'],
    ['a space', '/a%20b', '/a b'],
    ['raw octets of UTF-8', '/\xe6\x96\x87', '/文'],
    ['escapes and raw octets of one character', '/%E6\x96%87', '/文'],
    ['an emoji', '/%F0%9F%93%81', '/\u{1f4c1}'],
    ['an encoded separator as sent', '/a%2fb%3Fc%23d', '/a%2fb%3Fc%23d'],
    ['a double escape as sent', '/%252e', '/%252e'],
    ['a line end as sent', '/a%0d%0ab', '/a%0d%0ab'],
    ['an override as sent', '/%E2%80%AEgpj', '/%E2%80%AEgpj'],
    ['an overlong form as sent', '/%C0%AF', '/%C0%AF'],
    ['a surrogate as sent', '/%ED%A0%80', '/%ED%A0%80'],
    ['a sequence cut short as sent', '/%E6%96', '/%E6%96'],
    ['text after a broken sequence', '/%FFa%41', '/%FFaA'],
    ['a broken escape', '/100%', '/100%'],
    ['a raw octet that is not UTF-8', '/caf\xe9', '/caf\\xe9'],
    ['a raw C1 control', '/a\x9bb', '/a\\x9bb'],
    ['a raw escape character', '/\x1b[2J', '/\\u{1b}[2J'],
  ])('shows %s', (_, target, shown) => {
    expect(decodeTarget(target)).toBe(shown)
  })

  it('leaves nothing dangerous in any target', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const target = fc.array(
      fc.oneof(
        octet.map((each) => String.fromCharCode(each)),
        octet.map((each) => `%${each.toString(16).padStart(2, '0')}`),
      ),
    )
    fc.assert(fc.property(target, (parts) => !DANGEROUS.test(decodeTarget(parts.join('')))))
  })
})

describe.skipIf(process.platform === 'win32')('shellQuoteOctets', () => {
  it('keeps every octet but NUL through sh', () => {
    const octets = Array.from({ length: 255 }, (_, at) => String.fromCharCode(at + 1)).join('')
    const words = [octets, "it's %d \\n", 'caf\xe9!', '']
    const quoted = words.map(shellQuoteOctets).join(' ')
    const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${quoted}`], { encoding: 'latin1' })
    expect(printed).toBe(`${words.join('\n')}\n`)
  })

  it('leaves to read what can be read', () => {
    expect(shellQuoteOctets('If-Range: "a b"')).toBe(`'If-Range: "a b"'`)
  })

  it('refuses a NUL, which no argument can carry', () => {
    expect(() => shellQuoteOctets('a\0\xe9')).toThrow(TypeError)
  })
})

describe('cmdQuote', () => {
  it.each([
    ['a b', '^"a b^"'],
    ['say "x"', '^"say \\^"x\\^"^"'],
    ['%PATH%', '^"^%PATH^%^"'],
    ['C:\\a\\', '^"C:\\a\\\\^"'],
    ['a\\"b', '^"a\\\\\\^"b^"'],
    ['a&b|c', '^"a^&b^|c^"'],
    ['', '^"^"'],
  ])('writes %j as %s', (text, quoted) => {
    expect(cmdQuote(text)).toBe(quoted)
  })

  it('comes through cmd and the C runtime as it was, whatever it is', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'"\\%^&|<>()! PATH'),
        fc.integer({ min: 0x20, max: 0x7e }).map((each) => String.fromCharCode(each)),
      ),
    })
    fc.assert(fc.property(text, (each) => divideAsRuntime(readAsCmd(`curl ${cmdQuote(each)}`)).at(1) === each))
  })

  it.each(['a\nb', 'a\rb', 'a\tb', '\x1b', '\0'])('refuses %j, which a prompt acts on', (text) => {
    expect(() => cmdQuote(text)).toThrow('Cannot quote text for cmd: it contains a control character')
  })
})

describe('powerShellQuote', () => {
  it.each([
    ['a b', "'a b'"],
    ["it's", "'it''s'"],
    ['\u2019$(id)\u201b', "'\u2019\u2019$(id)\u201b\u201b'"],
  ])('writes %j as %s', (text, quoted) => {
    expect(powerShellQuote(text)).toBe(quoted)
    expect(divideAsPowerShell(quoted)).toEqual([text])
  })

  it('refuses a control character, which a prompt acts on', () => {
    expect(() => powerShellQuote('a\tb')).toThrow(TypeError)
  })
})
