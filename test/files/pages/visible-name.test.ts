import { describe, expect, it } from 'vitest'
import { visibleName, visibleNameHtml } from '../../../main/files/pages/visible-name'

describe('visibleName', () => {
  it.each([
    ['a.txt', 'a.txt'],
    ['灯塔 😀 é.txt', '灯塔 😀 é.txt'],
    ['family-👨‍👩‍👧.png', 'family-👨‍👩‍👧.png'],
    ['עברית.txt', 'עברית.txt'],
    ['new\nline', 'new\\u{a}line'],
    ['esc\u001b[31mred', 'esc\\u{1b}[31mred'],
    ['bidi\u202egpj.exe', 'bidi\\u{202e}gpj.exe'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['line\u2028end', 'line\\u{2028}end'],
    ['bad-\udcff.txt', 'bad-\\xff.txt'],
  ])('%j reads %s', (name, visible) => {
    expect(visibleName(name)).toBe(visible)
  })
})

describe('visibleNameHtml', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    [`a&b "c" 'd'`, 'a&amp;b &quot;c&quot; &#39;d&#39;'],
    ['<\u202e>', '&lt;<b class="odd">\\u{202e}</b>&gt;'],
  ])('%j becomes %s', (name, html) => {
    expect(visibleNameHtml(name)).toBe(html)
  })
})
