import { escapeHtml } from './escape-html'

// What can hide, reorder or break a line in a name: controls, lone surrogates (octets that are not UTF-8), line and
// paragraph separators, all default-ignorable code points (bidirectional and zero-width ones are among them) and
// interlinear annotation. Let through: U+FE0F and U+200D, which make one emoji of several and nothing else.
const ODD = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]|(?![\u{fe0f}\u{200d}])\p{Default_Ignorable_Code_Point}/u
const EACH_ODD = new RegExp(ODD, 'gu')

/** Gives a name on one line, with what cannot be seen written out: for terminals, titles and labels. */
export function visibleName(name: string): string {
  return ODD.test(name) ? name.replace(EACH_ODD, spell) : name
}

/** Gives a name as HTML content: escaped, with what cannot be seen set apart as a mark. */
export function visibleNameHtml(name: string): string {
  if (!ODD.test(name)) return escapeHtml(name)
  let html = ''
  let at = 0
  for (const match of name.matchAll(EACH_ODD)) {
    html += `${escapeHtml(name.slice(at, match.index))}<b class="odd">${spell(match[0])}</b>`
    at = match.index + match[0].length
  }
  return html + escapeHtml(name.slice(at))
}

/** An octet that is not UTF-8 as `\xff`, everything else as `\u{202e}`. */
function spell(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code >= 0xdc80 && code <= 0xdcff ? `\\x${(code - 0xdc00).toString(16)}` : `\\u{${code.toString(16)}}`
}
