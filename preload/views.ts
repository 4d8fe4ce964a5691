/**
 * What the window shows, as it crosses between the processes: shares, serving, clients, exchanges, the feed.
 *
 * Types only. Values are plain data that structured clone and JSON carry alike; bytes travel as base64 text so that both
 * carriers (Electron IPC and the console's WebSocket) give equal values. Codes are made into sentences only in
 * `renderer/text`. What may be asked stands in `contract.ts`.
 */
import type { LabRuleView } from './lab'
import type { SavingsView } from './savings'
import type { LintSet } from './lints'
import type { Settings } from './settings'
import type { Evidence, TransferPart, TransferTime, TransferView } from './transfer-views'

// ---------------------------------------------------------------------------------------------------------------
// What is shared
// ---------------------------------------------------------------------------------------------------------------

export type ShareKind = 'folder' | 'file' | 'echo'

/** One thing offered on our address. */
export interface ShareView {
  readonly id: number
  readonly kind: ShareKind
  /** The name people see. */
  readonly name: string
  /** Where it stands on the address: `/`, `/NAME/` or `/NAME`, percent-encoded. */
  readonly mount: string
  /** `vanished` while the folder or file cannot be found on disk. */
  readonly state: 'available' | 'vanished'
  /** Octets and number of files that are visible to visitors; null until counted, and for the echo share. */
  readonly size: number | null
  readonly fileCount: number | null
  /** One file a visitor could fetch, as a path below the mount, percent-encoded; for the ready commands. */
  readonly sample: string | null
}

/** A name in the tree of a shared folder. */
export interface EntryView {
  readonly name: string
  readonly kind: 'folder' | 'file' | 'link' | 'other'
  /** Octets; null for all but files. */
  readonly size: number | null
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number | null
  /** Why visitors do not get it, when they do not. */
  readonly hidden: 'dot-file' | 'secret' | 'link-leaves-share' | 'not-a-regular-file' | null
}

export interface FolderListing {
  readonly entries: readonly EntryView[]
  /** How many more there are than `entries` holds. */
  readonly omitted: number
}

/** Something that was shared in an earlier run and can be shared again by its id. */
export interface RecentShare {
  readonly id: number
  readonly kind: ShareKind
  readonly name: string
}

// ---------------------------------------------------------------------------------------------------------------
// Serving
// ---------------------------------------------------------------------------------------------------------------

export type AddressKind = 'lan' | 'vpn' | 'virtual' | 'loopback'

export interface AddressView {
  /** `http://192.168.1.20:8080`, without a path. */
  readonly origin: string
  readonly kind: AddressKind
  /** The network interface's name as the system has it. */
  readonly network: string
}

/** Something that went wrong and that the user can act on. */
export type FaultCode =
  | 'port-in-use'
  | 'port-forbidden'
  | 'host-unavailable'
  | 'share-not-found'
  | 'share-unreadable'
  | 'share-not-shareable'
  | 'share-name-taken'
  | 'share-wide'
  | 'nothing-shared'
  | 'unknown-id'
  | 'kept-full'
  | 'not-serving'
  | 'request-not-kept'
  | 'content-not-kept'
  | 'cannot-vary'
  | 'no-answer'
  | 'nothing-to-export'
  | 'saved-session'
  | 'not-a-session'
  | 'session-newer'
  | 'har-malformed'
  | 'har-too-large'
  | 'session-unreadable'
  | 'windows-full'
  | 'window-blocked'
  | 'disk-full'
  | 'file-unwritable'
  | 'settings-corrupt'
  | 'settings-unwritable'
  | 'unexpected-error'

export interface Fault {
  readonly code: FaultCode
  /** The name, port or path the sentence speaks of. */
  readonly about?: string
  /** For `port-in-use`: the next free port. */
  readonly alternative?: number
}

/** A fault that concerns no single command; it stays until dismissed. */
export interface Notice {
  readonly id: number
  readonly fault: Fault
  readonly at: number
  /** For `unexpected-error`: what to paste into a report. Holds no file name and no client's string. */
  readonly report: string | null
}

export type Reach = 'this-computer' | 'local-network'

export interface ServingView {
  readonly state: 'stopped' | 'starting' | 'serving' | 'stopping' | 'failed'
  readonly port: number | null
  readonly reach: Reach
  /** The one that most likely works for others first. */
  readonly addresses: readonly AddressView[]
  readonly fault: Fault | null
}

// ---------------------------------------------------------------------------------------------------------------
// Clients and exchanges
// ---------------------------------------------------------------------------------------------------------------

export type DeviceKind = 'phone' | 'tablet' | 'laptop' | 'tv' | 'server' | 'terminal' | 'unknown'

export interface ClientView {
  readonly id: number
  readonly address: string
  /** What it is called: its reverse-looked-up or announced name; null when only the address is known. */
  readonly name: string | null
  readonly device: DeviceKind
  /** Product name from its last User-Agent, such as `curl 8.5` or `Chrome on Android`; null when it sent none. */
  readonly agent: string | null
  /** `active` while an exchange runs, `idle` while a connection is open, else `gone`. */
  readonly state: 'active' | 'idle' | 'gone'
  readonly connections: number
  readonly activeExchanges: number
  readonly exchanges: number
  readonly sentBytes: number
  /** What HTTP kept from being sent to it; absent while nothing. */
  readonly saved?: SavingsView
  /** Octets per second over the last second. */
  readonly bytesPerSecond: number
  /** Files it has asked for since it came, and how many of them were handed over whole. */
  readonly files: number
  readonly filesDone: number
  /** Octets in each of the last 30 spans of 2 s, oldest first. */
  readonly spark: readonly number[]
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

/** One word for where an exchange stands; icon, colour and sentence follow from it. */
export type ExchangeState =
  | 'receiving'
  | 'sending'
  | 'complete'
  | 'partial'
  | 'not-modified'
  | 'aborted-by-client'
  | 'aborted-by-server'
  | 'error'
  | 'malformed'

/** One of the seven marks that a person may give an exchange. What each means is theirs to say. */
export type Mark = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A line of the request table. */
export interface ExchangeRow {
  /** Counts up from 1 and is never used again. */
  readonly id: number
  /** When the first octet of the request came in; milliseconds since the epoch. */
  readonly at: number
  readonly clientId: number
  /** 0 where a file that others wrote does not tell. */
  readonly connectionId: number
  /** 1 for the first request on its connection. */
  readonly ordinal: number
  /** Null where the request line could not be read. */
  readonly method: string | null
  /** As received: latin1 text of the octets on the wire. */
  readonly target: string | null
  readonly version: string | null
  /** The User-Agent field's value, its first 256 characters; absent when none was sent. */
  readonly agent?: string
  /** The client's port; absent when it is not known. */
  readonly port?: number
  readonly state: ExchangeState
  readonly status: number | null
  /** Why it is not simply the file: an `AnswerReason`, a `ProtocolFaultCode`, an `AbortCause`, or null. */
  readonly reason: string | null
  /** The protocol that knocked, when it was not HTTP. */
  readonly foreign?: string
  /** How the fault lab served it wrongly on purpose: a `LabFaultKind` each. */
  readonly lab?: readonly string[]
  /** Present when we sent the request ourselves, by `askOurselves`. */
  readonly replayed?: true
  /** Octets of content handed to the system. */
  readonly sentBytes: number
  /** Octets of request content received. */
  readonly receivedBytes: number
  /** Octets of content announced; null when unknown in advance. */
  readonly contentLength: number | null
  readonly file: RowFile | null
  /** Octets per second: over the last second in which any moved while sending, the mean when ended; null before that. */
  readonly bytesPerSecond: number | null
  /** When bytes last moved; a `sending` row without progress for 3 s is stalled. */
  readonly progressAt: number
  /** Why its connection ended, on the last exchange that it carried: a `CloseCause`. */
  readonly closeCause?: string
  /** From the first octet in to the whole head, where that took long enough to be seen. */
  readonly headMs?: number
  /** From the first octet in to its turn, where answers before it were still being sent: it was pipelined. */
  readonly queuedMs?: number
  /** From the first octet in to the first octet out; null until then. */
  readonly firstByteMs: number | null
  /** From the first octet in to the end; null while it runs. */
  readonly elapsedMs: number | null
  /** The transfer it is a part of, for what carries a file. */
  readonly transferId?: number
  /** How it takes part in a transfer of several requests. */
  readonly part?: TransferPart
  /** Present when it went on with another version of the file than the client had begun with. */
  readonly mixed?: true
  /** What the client did after the last octet; absent while that says nothing. */
  readonly evidence?: Evidence
  /** What Porthole notes of it by itself; absent when nothing. */
  readonly lints?: LintSet
  /** What a person has noted of it: such an exchange does not leave memory. Absent when there is nothing. */
  readonly mark?: Mark
  readonly pinned?: boolean
  /** What a person wrote about it. Few have a comment, so its text may be long. */
  readonly comment?: string
}

/** The file that an exchange carries. */
export interface RowFile {
  readonly shareId: number
  /** Path below the share, `/`-separated. */
  readonly path: string
  /** The whole file's length in octets. */
  readonly size: number
  /** The ranges sent, as [first, last] pairs; empty when the whole file is sent. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** Octets that stand before each of several ranges in the content and are no part of the file. */
  readonly heads?: readonly number[]
}

/** Totals of everything since serving began. */
export interface TotalsView {
  readonly exchanges: number
  readonly active: number
  readonly sentBytes: number
  readonly bytesPerSecond: number
  /** What HTTP kept from being sent; absent while nothing. */
  readonly saved?: SavingsView
  /** Ended rows that left memory to keep within its bounds. */
  readonly evicted: number
  /** Updates that were merged into later ones because the window was behind. */
  readonly merged: number
  /** Resident memory of the serving process in octets. */
  readonly memoryBytes: number
}

/** One change to everything the window shows. Sent at most every 50 ms, and only while somebody listens. */
export interface FeedBatch {
  /** Counts up by one; a gap means that `takeSnapshot` must be called. */
  readonly sequence: number
  readonly added: readonly ExchangeRow[]
  /** Whole rows that replace those with the same id. */
  readonly patched: readonly ExchangeRow[]
  /** Ids of rows that have left memory. */
  readonly removed: readonly number[]
  /** Clients that are new or changed. */
  readonly clients: readonly ClientView[]
  readonly totals: TotalsView
  /** Present only when changed. */
  readonly shares?: readonly ShareView[]
  readonly serving?: ServingView
  readonly notices?: readonly Notice[]
  readonly settings?: Settings
  readonly recent?: readonly RecentShare[]
  readonly lab?: readonly LabRuleView[]
  /** Ids of clients that left memory; present only when there are any. */
  readonly clientsRemoved?: readonly number[]
  /** Transfers that are new or changed, whole; present only when there are any. */
  readonly transfers?: readonly TransferView[]
  readonly transfersRemoved?: readonly number[]
}

/** Everything the window shows, at one moment; the feed goes on from `sequence`. */
export interface Snapshot {
  readonly sequence: number
  /** The newest ones in the order of their ids. Where there are more, they follow in the feed's `added`, newest first. */
  readonly rows: readonly ExchangeRow[]
  readonly clients: readonly ClientView[]
  readonly transfers: readonly TransferView[]
  readonly totals: TotalsView
  readonly shares: readonly ShareView[]
  readonly recent: readonly RecentShare[]
  readonly serving: ServingView
  readonly notices: readonly Notice[]
  /** What is served wrongly on purpose. */
  readonly lab: readonly LabRuleView[]
  readonly settings: Settings
  readonly host: HostView
}

/** The machine and shell we run in. */
export interface HostView {
  readonly shell: 'desktop' | 'console'
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly hostName: string
  readonly version: string
  /** The system's preferred language as a BCP 47 tag. */
  readonly language: string
}

/** What is fetched when a row is selected. */
export interface ExchangeDetail {
  readonly row: ExchangeRow
  /** The request's octets exactly as received, base64; null when they have left memory. */
  readonly requestHead: string | null
  /** The response's head exactly as sent, base64; null when none was sent or it has left memory. */
  readonly responseHead: string | null
  /** Offset of the offending octet in `requestHead`, for a malformed request. */
  readonly faultOffset: number | null
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localAddress: string
  readonly localPort: number
  readonly timing: ExchangeTiming
  /** With the file's path it names the version that was sent; null where there was none. */
  readonly entityTag: string | null
  /** What it did over time; null when it was over within a second, or when that has left memory. */
  readonly time: TransferTime | null
  /** Present when the heads were put together from what a file lists: they are not the octets that crossed the wire. */
  readonly rebuilt?: true
  /** The exchange that it asks again, as that was or differently; present only for what we sent ourselves. */
  readonly repeats?: number
}

/** Milliseconds from the first octet of the request; null for what has not happened, or is not known. */
export interface ExchangeTiming {
  /** Before the first octet: how long the connection had been free, since it was opened or since the answer before. */
  readonly waited: number | null
  /** Its turn came, for a request that was pipelined; null for one whose turn it was at once. */
  readonly turn: number | null
  readonly headComplete: number | null
  /** It was known which share answers. */
  readonly routed: number | null
  /** The answer was decided: a file had been opened and looked at. */
  readonly decided: number | null
  /** The head of the response went to the system. */
  readonly responseStarted: number | null
  /** The system had taken the first piece of content. */
  readonly contentTaken: number | null
  readonly ended: number | null
}
