/**
 * What the renderer may ask of main: the commands and their answers. With the values that cross (`views.ts`,
 * `settings.ts`) and the parsers of arguments beside it, it is the one description of all that passes between the
 * processes, and imports nothing but those.
 */
import { ContractError, flag, id, nothing, port, record, text } from './arguments'
import type { ConnectionDetail } from './connection-views'
import type { DigestView } from './digest-views'
import { contentPieceRequest, type ContentPiece } from './content-piece'
import { commentChange, markChange, pinChange } from './exchange-notes'
import { fieldsWanted, type FieldsFound } from './head-fields'
import { headChoice } from './head-choice'
import { headSearch, type HeadFindings } from './head-search'
import { labRule } from './lab'
import { exportRequest, type Exported } from './export-request'
import { ownRequest } from './own-request'
import { isReference, type Reference } from './references'
import { settingsChange } from './setting-arguments'
import type { Settings } from './settings'
import type { ThroughputView } from './throughput-views'
import type { ExchangeDetail, Fault, FeedBatch, FolderListing, ServingView, ShareView, Snapshot } from './views'

/** A refusal the user can act on is a value; a rejected promise is a bug. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

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
  /** Shows an exchange in a window of its own; one that shows it already comes to the front. */
  openDetailWindow: id,
  /** Single fields of the rows in sight, for the columns that show them. */
  readFields: fieldsWanted,
  /** Looks for terms of a filter in the heads, which only main has. */
  searchHeads: headSearch,
  /** Null takes the mark off. */
  markExchanges: markChange,
  pinExchanges: pinChange,
  /** An empty text takes the comment away. */
  commentExchange: commentChange,
  /** Breaks off the connection that an exchange is on; HTTP/1.1 has no other way to end a response early. */
  abortExchange: id,
  /** A connection by its id, with the others of its client. */
  readConnection: id,
  /** What went out in each second of the last hour; the argument is the revision of the last answer, or 0. */
  readThroughput: id,
  listFolder: folderReference,
  /** Reads octets of the file that an answer carried, from the disk as it is now. */
  readContent: contentPieceRequest,
  /** Saves the octets of a head as a file, where the person says. */
  saveHead: headChoice,
  /** Begins to compute the digest of what an exchange and the others of its transfer sent. */
  computeDigest: id,
  readDigest: id,
  cancelDigest: id,
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
  /** Serves one client's downloads wrongly on purpose; a rule without faults ends it. */
  setLabRule: labRule,
  clearLab: nothing,
  /** Sends a request to our own port, over the loopback where it can: an old one again, or a new one. */
  askOurselves: ownRequest,
  /** Writes requests into a file that the person chooses, or offers it to the console's browser. */
  exportLog: exportRequest,
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
  /** Refused when there are too many, or when the browser does not let one open. */
  openDetailWindow: Answer<null>
  /** Without the exchanges that have left memory. */
  readFields: readonly FieldsFound[]
  searchHeads: HeadFindings
  markExchanges: Answer<null>
  pinExchanges: Answer<null>
  commentExchange: Answer<null>
  /** Refused when it is no longer there; one that has ended already is none. */
  abortExchange: Answer<null>
  /** Null once it has left memory. */
  readConnection: ConnectionDetail | null
  readThroughput: ThroughputView
  listFolder: Answer<FolderListing>
  /** Null when the answer carried no file, or when it is gone. */
  readContent: ContentPiece | null
  /** Not saved when the person thought better of it. */
  saveHead: Answer<{ readonly saved: boolean }>
  /** Refused when nothing of a file was sent, or the exchange has left memory. */
  computeDigest: Answer<null>
  /** Null until it was asked for, and once the transfer has gone on since. */
  readDigest: DigestView | null
  cancelDigest: null
  clearLog: { readonly cleared: number }
  restoreLog: { readonly restored: number }
  dismissNotice: null
  changeSettings: Answer<Settings>
  copyText: null
  openAddress: Answer<null>
  openReference: null
  revealShare: Answer<null>
  setLabRule: null
  clearLab: null
  /** Comes once the exchange has ended, or has had its time. */
  askOurselves: Answer<{ readonly exchangeId: number }>
  exportLog: Answer<Exported>
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
export type MenuCommand =
  | 'open-settings'
  | 'find'
  | 'copy-address'
  | 'toggle-detail'
  | 'clear-log'
  | 'show-keys'
  | 'show-palette'
  | 'show-lesson'
  | 'open-detail-window'

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

// The parsers of arguments that only one command takes.

function paths(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > 1000) {
    throw new ContractError('Cannot read the paths: expected a list of 1 to 1000')
  }
  return value.map(text)
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

function reference(value: unknown): Reference {
  const { document, section } = record(value)
  const given = { document, section }
  if (!isReference(given)) throw new ContractError(`Cannot open ${JSON.stringify(given)}: expected a section we cite`)
  return given
}
