/**
 * What strangers put into requests to fool whoever reads the log: markup, terminal escapes, characters that hide or
 * reorder others, formulas, quoting for shells. Each is named after what it tries.
 */
export const HOSTILE_STRINGS: readonly (readonly [name: string, text: string])[] = [
  // Markup and scripts (CWE-79).
  ['an image that fails', '<img src=x onerror=alert(1)>'],
  ['a script', '<script>alert(1)</script>'],
  ['the markup tag of Svelte', '{@html "<b>x</b>"}'],
  ['the end of an attribute', '"><svg/onload=alert(1)>'],
  ['a script as a URL', 'javascript:alert(1)'],
  ['character references', '&lt;b&gt;&#60;'],
  ['a style that fetches', 'x;background:url(//evil)'],
  ['a page to sign in on', 'https://evil.example/login'],

  // Terminals (CWE-150).
  ['colour', '\x1b[31mred\x1b[0m'],
  ['a cleared screen', '\x1b[2J\x1b[1;1H'],
  ['a terminal link', '\x1b]8;;http://evil\x07x\x1b]8;;\x07'],
  ['a terminal clipboard', '\x1b]52;c;ZXZpbA==\x07'],
  ['backspaces', 'safe\b\b\b\bevil'],
  ['vertical tab and form feed', 'a\x0bb\x0cc'],
  ['DEL and C1', 'a\x7fb\x9bc'],

  // Text that is not what it seems (CVE-2021-42574).
  ['a right-to-left override', 'photo\u202egpj.exe'],
  ['a bidirectional isolate', 'a\u2066b\u2069c'],
  ['a zero-width space', 'ad\u200bmin'],
  ['line separators', 'a\u0085b\u2028c\u2029d'],
  ['a tab', 'a\tb'],
  ['an encoded line end', '%0d%0a127.0.0.1 GET /fake 200'],
  ['an encoded NUL', 'a%00b'],
  ['a row of a log', 'x" 200 5 "-" "curl/8" 10.0.0.9 - GET /admin'],
  ['a lone surrogate', '\ud800x'],
  ['many combining marks', `Z${'\u0301'.repeat(400)}`],
  ['a joined emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['right-to-left text', 'مرحبا'],
  ['a very long name', 'A'.repeat(6000)],

  // Spreadsheets (CWE-1236).
  ['a formula with =', '=HYPERLINK("http://evil","x")'],
  ['a formula with +', "+cmd|' /C calc'!A0"],
  ['a formula with -', '-2+3+cmd'],
  ['a formula with @', '@SUM(1+1)'],
  ['a formula behind a tab', '\t=1+1'],
  ['the end of a cell', 'a","b\n=1'],
  ['dynamic data exchange', '=cmd|"/c calc"!A1'],

  // Shells and programs (CWE-78, CWE-88).
  ['the end of single quotes', "x'; touch /tmp/pwned; '"],
  ['command substitution', '$(touch /tmp/pwned)`touch /tmp/pwned`'],
  ['the end of double quotes', '"; touch /tmp/pwned; "'],
  ['a second line', 'a\ntouch /tmp/pwned'],
  ['history expansion', '!!'],
  ['the end of a cmd argument', '" & calc.exe & "'],
  ['a cmd variable', '%PATH%'],
  ['the end of a PowerShell string', "'; Start-Process calc; '"],
  ['an option', '-o/tmp/pwned'],
  ['a file that curl reads', '@/etc/passwd'],
  ['a pattern that curl expands', '[1-100]{a,b}'],

  // Programs that trust keys and JSON.
  ['a prototype', '__proto__'],
  ['the end of a JSON string', '"},{"x":"'],
]
