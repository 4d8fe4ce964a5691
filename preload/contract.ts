/**
 * What the renderer may ask of main: the commands, their answers and the parsers of their arguments. With `views.ts`,
 * `settings.ts` and `references.ts` it is the one description of all that passes between the processes, and imports
 * nothing but those.
 */
import { isReference, type Reference } from './references'
import { limitRules } from './settings'
import type { LimitRule, Limits, Settings, SettingsChange } from './settings'
import type { ExchangeDetail, Fault, FeedBatch, FolderListing, Mark, ServingView, ShareView, Snapshot } from './views'

/** A refusal the user can act on is a value; a rejected promise is a bug. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

/** An argument that does not keep the contract. Its message is for a developer, never for a user. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/**
 * What the renderer may ask of main: each command with the parser that main runs on its argument.
 * A new command is one line here, one line in `Answers`, and one handler.
 */
export const commandArguments = {
  /** Kept by the preload: the renderer hands over dropped Files instead, and never names a path. */
  openPaths: paths,
  /** Opens the system's dialog. A cancelled one gives an empty list. */
  chooseFolder: nothing,
  chooseFiles: nothing,
  /** The console's way in: a person types a path on the serving machine. The desktop's main refuses it. */
  openTypedPath: text,
  shareEcho: nothing,
  reopenRecent: id,
  removeShare: id,
  startServing: servingOptions,
  stopServing: nothing,
  takeSnapshot: nothing,
  /** Tells how far the window has come, so that main can merge what it has not seen. */
  acknowledge: id,
  readDetail: id,
  /** Null takes the mark off. */
  markExchanges: markChange,
  pinExchanges: pinChange,
  /** An empty text takes the comment away. */
  commentExchange: commentChange,
  /** Breaks off the connection that an exchange is on; HTTP/1.1 has no other way to end a response early. */
  abortExchange: id,
  listFolder: folderReference,
  clearLog: nothing,
  /** Brings back what the last `clearLog` took, within 10 s. */
  restoreLog: nothing,
  dismissNotice: id,
  changeSettings: settingsChange,
  copyText: text,
  /** Opens our own address in the system's browser; the argument is an index into `serving.addresses`. */
  openAddress: id,
  /** Opens a section of a standard in the system's browser. */
  openReference: reference,
  /** Shows a share in the system's file manager. */
  revealShare: id,
  /** Sends a request to our own port, over the loopback where it can: an old one again, or a new one. */
  askOurselves: ownRequest,
} satisfies Record<string, (value: unknown) => unknown>

export interface Answers {
  openPaths: Answer<readonly ShareView[]>
  chooseFolder: Answer<readonly ShareView[]>
  chooseFiles: Answer<readonly ShareView[]>
  openTypedPath: Answer<readonly ShareView[]>
  shareEcho: Answer<ShareView>
  reopenRecent: Answer<readonly ShareView[]>
  removeShare: Answer<null>
  startServing: Answer<ServingView>
  stopServing: Answer<null>
  takeSnapshot: Snapshot
  acknowledge: null
  /** Null once the row has left memory. */
  readDetail: ExchangeDetail | null
  markExchanges: Answer<null>
  pinExchanges: Answer<null>
  commentExchange: Answer<null>
  /** Refused when it is no longer there; one that has ended already is none. */
  abortExchange: Answer<null>
  listFolder: Answer<FolderListing>
  clearLog: { readonly cleared: number }
  restoreLog: { readonly restored: number }
  dismissNotice: null
  changeSettings: Answer<Settings>
  copyText: null
  openAddress: Answer<null>
  openReference: null
  revealShare: Answer<null>
  /** Comes once the exchange has ended, or has had its time. */
  askOurselves: Answer<{ readonly exchangeId: number }>
}

export type Command = keyof typeof commandArguments
export type Argument<C extends Command> = ReturnType<(typeof commandArguments)[C]>
/** Main implements this, the preload forwards it, the renderer calls it: one signature, three processes. */
export type Commands = { [C in Command]: (argument: Argument<C>) => Promise<Answers[C]> }

/** What the renderer gets: all commands but the one that names paths, and the feed. */
export interface PortholeApi extends Omit<Commands, 'openPaths'> {
  readonly shell: 'desktop' | 'console'
  /** Shares what was dropped. The paths never reach the renderer. In the console it always refuses. */
  openDropped(files: readonly File[]): Promise<Answers['openPaths']>
  /** Calls back with every batch; returns the unsubscriber. The carrier drops batches nobody listens to. */
  onBatch(listener: (batch: FeedBatch) => void): () => void
  /** Calls back when main sends a menu command; returns the unsubscriber. */
  onMenu(listener: (command: MenuCommand) => void): () => void
}

/** What the application menu asks of the window. */
export type MenuCommand = 'open-settings' | 'find' | 'copy-address' | 'toggle-detail' | 'clear-log' | 'show-keys'

/** Names of the channels; both carriers use them, nobody else. */
export const channels = { command: 'porthole:command', batch: 'porthole:batch', menu: 'porthole:menu' } as const

export interface ServingOptions {
  /** 0 takes any free port; null the preferred one, or the next free after it when `orNextFree`. */
  readonly port: number | null
  readonly orNextFree: boolean
}

/** A folder by the share it is in and the names that lead to it. */
export interface FolderReference {
  readonly shareId: number
  readonly names: readonly string[]
}

/** How an old request is asked differently. `same` sends its octets as they came. */
export const variations = ['same', 'head', 'whole', 'range', 'if-none-match', 'http-1.0', 'no-host', 'options'] as const
export type Variation = (typeof variations)[number]

/** A request that we send to ourselves. It goes to our own port and nowhere else, whatever its target says. */
export type OwnRequest =
  | { readonly kind: 'again'; readonly exchangeId: number; readonly variation: Variation }
  | {
      readonly kind: 'new'
      readonly method: string
      /** Visible US-ASCII, in the form in which it goes into the request line. */
      readonly target: string
      /** Host and Content-Length are added where they are missing. */
      readonly fields: readonly (readonly [name: string, value: string])[]
      /** Sent as UTF-8; null sends no content. */
      readonly content: string | null
    }

// ---------------------------------------------------------------------------------------------------------------
// Argument parsers: each gives a fresh value, so that fields nobody asked for do not get in
// ---------------------------------------------------------------------------------------------------------------

function nothing(value: unknown): undefined {
  if (value !== undefined && value !== null) throw new ContractError('Cannot take an argument here')
  return undefined
}

function id(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ContractError(`Cannot read ${JSON.stringify(value)} as an id: expected a non-negative integer`)
  }
  return value
}

/** Text that a person typed or that we made ourselves; bounded so that a slip cannot fill memory. */
function text(value: unknown): string {
  if (typeof value !== 'string' || value.length > 65_536) {
    throw new ContractError('Cannot read the text: expected a string of at most 65536 characters')
  }
  return value
}

function paths(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > 1000) {
    throw new ContractError('Cannot read the paths: expected a list of 1 to 1000')
  }
  return value.map(text)
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ContractError('Cannot read the argument: expected an object')
  }
  return value as Record<string, unknown>
}

function port(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new ContractError(`Cannot share on port ${JSON.stringify(value)}: expected an integer from 0 to 65535`)
  }
  return value
}

function servingOptions(value: unknown): ServingOptions {
  const options = record(value)
  return { port: options.port === null ? null : port(options.port), orNextFree: flag(options.orNextFree) }
}

function folderReference(value: unknown): FolderReference {
  const { shareId, names } = record(value)
  if (!Array.isArray(names) || names.length > 256) {
    throw new ContractError('Cannot read the folder: expected a list of at most 256 names')
  }
  return { shareId: id(shareId), names: names.map(text) }
}

/**
 * How many exchanges may be kept at once because a person has marked, pinned or commented them. What is kept is never
 * given up, so it must be bounded: a thousand with the largest heads (16 KiB each way) and comments are some 36 MiB.
 */
export const MOST_KEPT = 1000

function ids(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length > MOST_KEPT) {
    throw new ContractError(`Cannot read the ids: expected a list of at most ${String(MOST_KEPT)}`)
  }
  return value.map(id)
}

function markChange(value: unknown): { readonly ids: readonly number[]; readonly mark: Mark | null } {
  const change = record(value)
  return { ids: ids(change.ids), mark: change.mark === null ? null : mark(change.mark) }
}

function mark(value: unknown): Mark {
  const found = ([1, 2, 3, 4, 5, 6, 7] as const).find((each) => each === value)
  if (found === undefined) throw new ContractError(`Cannot mark with ${JSON.stringify(value)}: expected 1 to 7`)
  return found
}

function pinChange(value: unknown): { readonly ids: readonly number[]; readonly pinned: boolean } {
  const change = record(value)
  return { ids: ids(change.ids), pinned: flag(change.pinned) }
}

/** Characters of a comment: a page, so that a thousand of them stay small. */
export const LONGEST_COMMENT = 4096

function commentChange(value: unknown): { readonly id: number; readonly text: string } {
  const change = record(value)
  const comment = text(change.text)
  if (comment.length > LONGEST_COMMENT) {
    throw new ContractError(`Cannot keep the comment: expected at most ${String(LONGEST_COMMENT)} characters`)
  }
  return { id: id(change.id), text: comment }
}

function reference(value: unknown): Reference {
  const { document, section } = record(value)
  const given = { document, section }
  if (!isReference(given)) throw new ContractError(`Cannot open ${JSON.stringify(given)}: expected a section we cite`)
  return given
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ContractError(`Cannot read ${JSON.stringify(value)} as true or false`)
  return value
}

function oneOf<const T extends string>(...allowed: readonly T[]): (value: unknown) => T {
  return (value) => {
    const found = allowed.find((each) => each === value)
    if (found === undefined) {
      throw new ContractError(`Cannot read ${JSON.stringify(value)}: expected one of ${allowed.join(', ')}`)
    }
    return found
  }
}

function hostNames(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > 100) throw new ContractError('Cannot read the host names')
  return value.map((each: unknown) => {
    const name = text(each).trim().toLowerCase()
    if (name !== '*' && !/^[a-z0-9](?:[a-z0-9.-]{0,252})$/.test(name)) {
      throw new ContractError(`Cannot read ${JSON.stringify(each)} as a host name`)
    }
    return name
  })
}

function limitOf({ least, most }: LimitRule): (value: unknown) => number {
  return (value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    const range = `an integer from ${String(least)} to ${String(most)}`
    throw new ContractError(`Cannot take ${JSON.stringify(value)} as a limit: expected ${range}`)
  }
}

/** One parser for each limit; main uses the same on the settings file and on the command line. */
export const limitParsers = {
  maxConnections: limitOf(limitRules.maxConnections),
  maxConnectionsPerClient: limitOf(limitRules.maxConnectionsPerClient),
  headTimeoutSeconds: limitOf(limitRules.headTimeoutSeconds),
  idleTimeoutSeconds: limitOf(limitRules.idleTimeoutSeconds),
  contentTimeoutSeconds: limitOf(limitRules.contentTimeoutSeconds),
  readerTimeoutSeconds: limitOf(limitRules.readerTimeoutSeconds),
} satisfies { [K in keyof Limits]: (value: unknown) => Limits[K] }

function limits(value: unknown): Limits {
  const given = record(value)
  return {
    maxConnections: limitParsers.maxConnections(given.maxConnections),
    maxConnectionsPerClient: limitParsers.maxConnectionsPerClient(given.maxConnectionsPerClient),
    headTimeoutSeconds: limitParsers.headTimeoutSeconds(given.headTimeoutSeconds),
    idleTimeoutSeconds: limitParsers.idleTimeoutSeconds(given.idleTimeoutSeconds),
    contentTimeoutSeconds: limitParsers.contentTimeoutSeconds(given.contentTimeoutSeconds),
    readerTimeoutSeconds: limitParsers.readerTimeoutSeconds(given.readerTimeoutSeconds),
  }
}

/** One parser for each setting; main uses the same on the settings file. */
export const settingParsers = {
  theme: oneOf('system', 'light', 'dark'),
  language: oneOf('system', 'en', 'zh-CN'),
  density: oneOf('comfortable', 'compact'),
  port,
  reach: oneOf('this-computer', 'local-network'),
  showHidden: flag,
  serveIndex: flag,
  alwaysAttach: flag,
  allowedHosts: hostNames,
  limits,
} satisfies { [K in keyof Settings]: (value: unknown) => Settings[K] }

function settingsChange(value: unknown): SettingsChange {
  const given = record(value)
  const change: Record<string, unknown> = {}
  for (const [name, parse] of Object.entries(settingParsers)) {
    if (name in given) change[name] = parse(given[name])
  }
  return change
}

function ownRequest(value: unknown): OwnRequest {
  const given = record(value)
  if (given.kind === 'again') {
    return { kind: 'again', exchangeId: id(given.exchangeId), variation: oneOf(...variations)(given.variation) }
  }
  if (given.kind !== 'new') throw new ContractError(`Cannot send a request of kind ${JSON.stringify(given.kind)}`)
  return {
    kind: 'new',
    method: matching(given.method, TOKEN, 32),
    target: matching(given.target, /^[!-~]+$/, 2048),
    fields: fieldLines(given.fields),
    content: given.content === null ? null : matching(given.content, /^[^]*$/, 4096),
  }
}

/** `token` of RFC 9110 §5.6.2: what a method and a field name are made of. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

function fieldLines(value: unknown): readonly (readonly [name: string, value: string])[] {
  if (!Array.isArray(value) || value.length > 32) {
    throw new ContractError('Cannot read the fields: expected a list of at most 32')
  }
  return value.map((line: unknown) => {
    if (!Array.isArray(line)) throw new ContractError('Cannot read a field: expected a name and a value')
    // Visible US-ASCII with spaces: no octet of ours can end the line early (RFC 9110 §5.5).
    return [matching(line[0], TOKEN, 128), matching(line[1], /^(?:[!-~](?:[ !-~]*[!-~])?)?$/, 2048)]
  })
}

function matching(value: unknown, pattern: RegExp, most: number): string {
  if (typeof value === 'string' && value.length <= most && pattern.test(value)) return value
  throw new ContractError(`Cannot send ${JSON.stringify(value)} in a request`)
}
