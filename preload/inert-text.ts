/**
 * Text from strangers, made harmless for each place it is put in: a log line, a table cell, a CSV file, a shell.
 *
 * Everything a client sends is hostile, including what is shown. All functions are pure and total; this file imports
 * nothing, so that main and the renderer can share it.
 */

// What can hide, reorder or break a line: controls (Cc), lone surrogates (Cs), line and paragraph separators, all
// default-ignorable code points (zero-width and bidirectional ones are among them), interlinear annotation. U+FE0F
// alone is let through: it makes an emoji of the character before it and nothing else. A backslash that would spell
// one of our own escapes is escaped as well, so that no client can write an escape that we did not make.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]|(?!\u{fe0f})\p{Default_Ignorable_Code_Point}|\\(?=u\{)/u
const EACH_UNSAFE = new RegExp(UNSAFE, 'gu')

/**
 * Gives the text with every character that could hide, reorder or forge something written out as `\u{…}`
 * (CWE-117, CVE-2021-42574). The result is one line, and reads the same for everybody.
 */
export function escapeForLog(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, escapeCharacter) : text
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

// Spreadsheets read a cell that begins so as a formula (CWE-1236); full-width forms count in East Asian ones.
const FORMULA_START = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Gives one cell of a CSV file (RFC 4180 §2), quoted where it must be, and with a leading apostrophe where a
 * spreadsheet would take it for a formula. Meant for text: numbers of our own are written as they are.
 */
export function csvCell(text: string): string {
  const inert = FORMULA_START.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/**
 * Gives the text as one word of a POSIX shell: inside single quotes nothing is special but the quote itself
 * (POSIX.1-2024, Shell Command Language §2.2.2).
 *
 * @throws {TypeError} when the text holds a NUL, which no argument can carry
 */
export function shellQuote(text: string): string {
  if (text.includes('\0')) throw new TypeError('Cannot quote text for a shell: it contains a NUL character')
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/**
 * Gives octets as one word of a POSIX shell: quoted where they are visible US-ASCII, else written by `printf`, whose
 * octal escapes every shell knows and no terminal changes.
 *
 * @param octets latin1 text, one character per octet; must not end in a line feed, which `$(…)` takes away
 * @throws {TypeError} when they hold a NUL, which no argument can carry
 */
export function shellQuoteOctets(octets: string): string {
  if (/^[ -~]*$/.test(octets)) return shellQuote(octets)
  if (octets.includes('\0')) throw new TypeError('Cannot quote octets for a shell: they contain a NUL')
  // An interactive shell looks for `!` even in there.
  const escaped = octets.replace(/[^ -~]|['\\%!]/g, (each) => {
    if (each === '%') return '%%'
    return `\\${each.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
  return `"$(printf '${escaped}')"`
}

/**
 * Gives the text as one argument of a program at the prompt of Windows' cmd.exe, which reads a line three times over:
 * it replaces `%NAME%`, then takes away each `^` before a special character, and the program's C runtime divides what
 * is left at quotes and backslashes. The quotes are escaped as well, so that cmd never begins to quote by itself: no
 * text can then end the quoting early. A `^` stands before each `%`, as no variable has a name that ends in one.
 *
 * @throws {TypeError} when the text holds a control character, which a prompt acts on
 */
export function cmdQuote(text: string): string {
  refuseControls(text, 'cmd')
  // Backslashes are special to the C runtime only before a quote, the closing one included.
  const argument = `"${text.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => `${slashes}${slashes}${quote && '\\"'}`)}"`
  return argument.replace(/[()%!^"<>&|]/g, '^$&')
}

/**
 * Gives the text as a string of PowerShell: inside single quotes nothing is special but the quote itself, of which
 * PowerShell knows five. An argument with a double quote in it is still not safe: Windows PowerShell hands it to
 * programs without escaping it.
 *
 * @throws {TypeError} when the text holds a control character, which a prompt acts on
 */
export function powerShellQuote(text: string): string {
  refuseControls(text, 'PowerShell')
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
}

function refuseControls(text: string, shell: string): void {
  if (/\p{Cc}/u.test(text)) throw new TypeError(`Cannot quote text for ${shell}: it contains a control character`)
}

// Escapes and raw octets beyond US-ASCII that stand side by side: only together can they be UTF-8.
const ENCODED_RUN = /(?:%[0-9a-f]{2}|[\x80-\xff])+/gi
// Decoding these would change what the target says: its separators, and our own escapes.
const KEPT_ENCODED = /[/?#%\\]/

/**
 * Gives a request target as people read it: percent-escapes decoded where they spell safe UTF-8 text, everything else
 * left as it was sent. One line, for display only: the result cannot be turned back into the target.
 *
 * @param target latin1 text, one character per octet
 */
export function decodeTarget(target: string): string {
  return escapeForLog(target.replace(ENCODED_RUN, decodeRun))
}

function decodeRun(run: string): string {
  const octets = run.match(/%..|[^]/g) ?? []
  let text = ''
  for (let at = 0; at < octets.length;) {
    const length = sequenceLength(octetValue(octets[at] ?? ''))
    const decoded = decodeSequence(octets.slice(at, at + length))
    text += decoded ?? showOctet(octets[at] ?? '')
    at += decoded === undefined ? 1 : length
  }
  return text
}

function octetValue(octet: string): number {
  return octet.length === 3 ? Number.parseInt(octet.slice(1), 16) : octet.charCodeAt(0)
}

/** How many octets the UTF-8 sequence with this first octet has (RFC 3629 §3). */
function sequenceLength(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}

function decodeSequence(octets: readonly string[]): string | undefined {
  const escapes = octets.map((octet) => (octet.length === 3 ? octet : percentEncode(octet)))
  try {
    const character = decodeURIComponent(escapes.join(''))
    return KEPT_ENCODED.test(character) || UNSAFE.test(character) ? undefined : character
  } catch {
    return undefined // not UTF-8
  }
}

/** An escape stays as it was sent; a raw octet that is not text is written as one, or it would look like Latin. */
function showOctet(octet: string): string {
  return octet.length === 3 ? octet : `\\x${octet.charCodeAt(0).toString(16)}`
}

function percentEncode(octet: string): string {
  return `%${octet.charCodeAt(0).toString(16).padStart(2, '0')}`
}
