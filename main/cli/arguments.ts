/** What the words of a command line mean. Pure: nothing is looked up, so a folder may still be missing. */
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { ContractError } from '../../preload/arguments'
import { settingParsers } from '../../preload/setting-arguments'
import type { Limits } from '../../preload/settings'
import { escapeForLog } from '../../preload/inert-text'
import { UsageError } from './usage-error'
import { LIMIT_OPTIONS, parseLimits } from './limit-options'

export type LogFormat = 'pretty' | 'json' | 'none'

/** A command to serve. */
export interface ServeCommand {
  readonly kind: 'serve'
  /** As typed; none means the current folder, or with a console nothing yet. */
  readonly paths: readonly string[]
  readonly echo: boolean
  /** Undefined for the default port or the next free one; 0 for any. */
  readonly port: number | undefined
  /** An address literal or `localhost`; undefined for all interfaces. */
  readonly host: string | undefined
  readonly serveIndex: boolean
  readonly showHidden: boolean
  readonly allowedHosts: readonly string[]
  readonly limits: Limits
  readonly log: LogFormat
  /** Port of the console, 0 for any; undefined without a console. */
  readonly consolePort: number | undefined
}

export type Command = ServeCommand | { readonly kind: 'help' } | { readonly kind: 'version' }

const OPTIONS = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  echo: { type: 'boolean' },
  index: { type: 'boolean' },
  all: { type: 'boolean' },
  'allow-host': { type: 'string', multiple: true },
  ...LIMIT_OPTIONS,
  log: { type: 'string' },
  console: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

type OptionName = keyof typeof OPTIONS

/** Options and their values as typed, in order. */
interface Words {
  readonly options: readonly { readonly name: OptionName; readonly value: string }[]
  readonly paths: readonly string[]
}

/**
 * Reads a command line.
 *
 * @param argv without the program and the script
 * @throws {UsageError} when it cannot be understood
 */
export function parseCommandLine(argv: readonly string[]): Command {
  const { options, paths } = readWords(argv)
  const has = (name: OptionName): boolean => options.some((option) => option.name === name)
  if (has('help')) return { kind: 'help' }
  if (has('version')) return { kind: 'version' }
  const last = (name: OptionName): string | undefined => options.findLast((option) => option.name === name)?.value
  const consolePort = last('console')
  return {
    kind: 'serve',
    paths,
    echo: has('echo'),
    port: optional(last('port'), (value) => parsePort('serve', value)),
    host: optional(last('host'), parseHost),
    serveIndex: has('index'),
    showHidden: has('all'),
    allowedHosts: parseAllowedHosts(options.filter(({ name }) => name === 'allow-host').map(({ value }) => value)),
    limits: parseLimits(last),
    log: parseLogFormat(last('log') ?? 'pretty'),
    consolePort: optional(consolePort, (value) => (value === '' ? 0 : parsePort('open the console', value))),
  }
}

/** Checks each word by itself, because `parseArgs` in strict mode has sentences of its own and no optional values. */
function readWords(argv: readonly string[]): Words {
  const { tokens } = parseArgs({
    args: withOptionalValues(argv),
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const options: Words['options'][number][] = []
  const paths: string[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      paths.push(parsePath(token.value))
      continue
    }
    if (!isOptionName(token.name)) {
      throw new UsageError(`Cannot read the option ${quote(token.rawName)}: there is none of this name; see --help`)
    }
    options.push({ name: token.name, value: checkValue(token.name, token.value) })
  }
  return { options, paths }
}

/** `--console` may stand alone; parseArgs would take the next word for its value. */
function withOptionalValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  return argv.map((word, index) => (word === '--console' && (end === -1 || index < end) ? '--console=' : word))
}

function checkValue(name: OptionName, value: string | undefined): string {
  if (OPTIONS[name].type === 'boolean') {
    if (value !== undefined) throw new UsageError(`Cannot give --${name} the value ${quote(value)}: it takes none`)
    return ''
  }
  if (value === undefined) throw new UsageError(`Cannot use --${name} without a value; see --help`)
  return value
}

function parsePath(word: string): string {
  if (word === '') throw new UsageError('Cannot share "": expected a folder or a file')
  return word
}

function parsePort(act: string, word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : NaN
  if (!(port <= 65_535)) {
    throw new UsageError(`Cannot ${act} on port ${quote(word)}: expected an integer from 0 to 65535`)
  }
  return port
}

function parseHost(word: string): string {
  const host = word.replace(/^\[(.*)\]$/, '$1')
  if (host !== 'localhost' && isIP(host) === 0) {
    throw new UsageError(`Cannot listen on ${quote(word)}: expected an address of this machine, or localhost`)
  }
  return host
}

function parseAllowedHosts(words: readonly string[]): readonly string[] {
  try {
    return settingParsers.allowedHosts(words.map((word) => (word === 'any' ? '*' : word)))
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    throw new UsageError(`Cannot allow the host ${words.map(quote).join(', ')}: expected a host name, or any`)
  }
}

function parseLogFormat(word: string): LogFormat {
  if (word === 'pretty' || word === 'json' || word === 'none') return word
  throw new UsageError(`Cannot log as ${quote(word)}: expected pretty, json or none`)
}

function optional<T>(word: string | undefined, parse: (word: string) => T): T | undefined {
  return word === undefined ? undefined : parse(word)
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

function quote(word: string): string {
  return `"${escapeForLog(word)}"`
}
