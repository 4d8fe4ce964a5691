/** What clients have sent, or may send, to deceive whoever reads a log: each with the trick it tries. */
export const hostileStrings: readonly (readonly [trick: string, text: string])[] = [
  ['an element', '<img src=x onerror=alert(1)>'],
  ['a script', '<script>alert(1)</script>'],
  ['a template', '{@html "<b>x</b>"}'],
  ['the end of an attribute', '"><svg/onload=alert(1)>'],
  ['a script as an address', 'javascript:alert(1)'],
  ['entities', '&lt;b&gt;&#60;'],
  ['a terminal colour', '\x1b[31mred\x1b[0m'],
  ['a cleared terminal', '\x1b[2J\x1b[1;1H'],
  ['a terminal link', '\x1b]8;;http://evil\x07x\x1b]8;;\x07'],
  ['the clipboard of a terminal', '\x1b]52;c;ZXZpbA==\x07'],
  ['a right-to-left override', 'photo\u202Egpj.exe'],
  ['an isolate', 'a\u2066b\u2069c'],
  ['a zero-width space', 'ad\u200Bmin'],
  ['separators of lines', 'a\u0085b\u2028c\u2029d'],
  ['a tab', 'a\tb'],
  ['an encoded line end', '%0d%0a127.0.0.1 GET /fake 200'],
  ['backspaces', 'safe\b\b\b\bevil'],
  ['an encoded NUL', 'a%00b'],
  ['a formula', '=HYPERLINK("http://evil","x")'],
  ['a formula by a sign', "+cmd|' /C calc'!A0"],
  ['a cell of CSV', 'a","b\n=1'],
  ['a quote of a shell', "x'; touch /tmp/PWNED; '"],
  ['a substitution', '$(touch /tmp/PWNED)`touch /tmp/PWNED`'],
  ['a line for a shell', 'a\ntouch /tmp/PWNED'],
  ['an option', '-o/tmp/PWNED'],
  ['the name of a prototype', '__proto__'],
  ['JSON', '"},{"x":"'],
  ['a very long name', 'A'.repeat(6000)],
  ['combining marks without end', `Z${'\u0301'.repeat(400)}`],
  ['a joined emoji', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
  ['a script from right to left', 'مرحبا'],
  ['a row of a log', 'x" 200 5 "-" "curl/8" 10.0.0.9 - GET /admin'],
  ['other white space', 'a\x0bb\x0cc'],
  ['C1 controls', 'a\x7fb\x9bc'],
  ['an address', 'https://evil.example/login'],
  ['a declaration of a style', 'x;background:url(//evil)'],
]

/** What may stand nowhere in the window: controls but tab and line feed, which our own markup has, and what hides. */
export const dangerous = /[^\P{Cc}\t\n]|[\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

/** A text as the octets of its UTF-8, one character each: how a target crosses the contract. */
export function asOctets(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
