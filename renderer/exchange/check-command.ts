/**
 * A command by which whoever downloaded a file finds out whether it is the file that was sent. Each says `OK` or
 * `DIFFERENT`, so that nobody has to compare sixty-four figures by eye.
 */
import { cmdQuote, escapeForLog, powerShellQuote, shellQuote, shellQuoteOctets } from '../../preload/inert-text'
import type { OctetSpan } from '../../preload/sent-spans'

/** The programs that come with the systems, in the order in which they are offered. */
export const checkForms = ['sha256sum', 'shasum', 'powershell', 'certutil'] as const
export type CheckForm = (typeof checkForms)[number]

/** What is checked. */
export interface Checked {
  /** The file's name, without folders. It must stand where the command is run. */
  readonly name: string
  readonly sha256: string
  /** The octets that are meant; the whole file when absent. */
  readonly span?: OctetSpan
}

/**
 * Gives the command, or undefined where the form cannot say it: a system that cannot have a file of this name, or a
 * program that hashes nothing but whole files.
 */
export function checkCommand(form: CheckForm, checked: Checked): string | undefined {
  switch (form) {
    case 'sha256sum':
      return posixCommand('sha256sum', checked)
    case 'shasum':
      return posixCommand('shasum -a 256', checked)
    case 'powershell':
      return powerShellCommand(checked)
    case 'certutil':
      return certutilCommand(checked)
  }
}

/** Tells whether the form can check a part of a file. */
export function checksParts(form: CheckForm): boolean {
  return form === 'sha256sum' || form === 'shasum'
}

/**
 * Gives the form for the system that a client says it runs on; what does not say is mostly a program in a terminal.
 *
 * @param agent the User-Agent field's value
 */
export function usualCheckForm(agent: string | undefined): CheckForm {
  if (agent === undefined) return 'sha256sum'
  if (/\bWindows\b/.test(agent)) return 'powershell'
  // An iPhone calls itself "like Mac OS X", and has no terminal: whoever checks its files does so elsewhere.
  return /\bMac(?:intosh| OS X)\b|\bDarwin\b/.test(agent) ? 'shasum' : 'sha256sum'
}

/** Reads the file as standard input: what the programs print beside the hash then depends on no name. */
function posixCommand(program: string, { name, sha256, span }: Checked): string | undefined {
  // A shell takes the line feeds at the end of what stands in for a word away.
  if (name.endsWith('\n')) return undefined
  const path = posixPath(name)
  const hash =
    span === undefined
      ? `${program} < ${path}`
      : `tail -c +${String(span.start + 1)} ${path} | head -c ${String(span.end - span.start)} | ${program}`
  return `[ "$(${hash} | cut -c 1-64)" = ${sha256} ] && echo OK || echo DIFFERENT`
}

/** `./` before it: a name that begins with a hyphen is no option. */
function posixPath(name: string): string {
  const path = `./${name}`
  if (/^[\w./+-]+$/.test(path)) return path
  return escapeForLog(path) === path ? shellQuote(path) : shellQuoteOctets(octetsOf(path))
}

function powerShellCommand({ name, sha256, span }: Checked): string | undefined {
  if (span !== undefined || !isWindowsName(name)) return undefined
  const path = powerShellQuote(`.\\${name}`)
  return `if ((Get-FileHash -Algorithm SHA256 -LiteralPath ${path}).Hash -eq '${sha256}') { 'OK' } else { 'DIFFERENT' }`
}

/** For the prompt of cmd.exe. */
function certutilCommand({ name, sha256, span }: Checked): string | undefined {
  if (span !== undefined || !isWindowsName(name)) return undefined
  const path = /^[\w.+-]+$/.test(name) ? `.\\${name}` : cmdQuote(`.\\${name}`)
  return `certutil -hashfile ${path} SHA256 | findstr /i /x ${sha256} >nul && echo OK || echo DIFFERENT`
}

/** What Windows lets no file be called ("Naming Files, Paths, and Namespaces", Microsoft). */
function isWindowsName(name: string): boolean {
  return !/[<>:"/\\|?*\p{Cc}]|[. ]$/u.test(name)
}

/** UTF-8, one character per octet. */
function octetsOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (octet) => String.fromCharCode(octet)).join('')
}
