/** The seam between the use case and the disk: a folder or a file that can answer requests. Types only. */
import type { FieldLine } from '../http/message'
import type { ResponsePlan } from '../http/response-plan'

/** A request as the files room sees it: its target already routed to one share. */
export interface FileRequest {
  readonly method: string
  /** Percent-encoded path below the share's mount, beginning with `/`; `/` is the share itself. */
  readonly path: string
  /** What stood after `?`; undefined when there was no `?`. */
  readonly query: string | undefined
  readonly fields: readonly FieldLine[]
  /** Milliseconds since the epoch: Last-Modified is never later (RFC 9110 §8.8.2.1). */
  readonly at: number
}

/** How a share answers, as the user has set it. */
export interface ServingRules {
  readonly shareId: number
  /** The name people see in titles. */
  readonly name: string
  /** Percent-encoded place of the share on the address, beginning and ending with `/` for a folder. */
  readonly mount: string
  /** The machine's name, for the listing page. */
  readonly hostName: string
  readonly showHidden: boolean
  readonly serveIndex: boolean
  readonly alwaysAttach: boolean
}

/** Why a visitor does not get an entry. */
export type HiddenReason = 'dot-file' | 'secret' | 'link-leaves-share' | 'not-a-regular-file'

/** An entry of a folder with what the window and the listing tell of it. */
export interface FolderEntry {
  readonly name: string
  readonly kind: 'folder' | 'file' | 'link' | 'other'
  /** Octets; null for all but files. */
  readonly size: number | null
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number | null
  readonly hidden: HiddenReason | null
}

export interface FolderContents {
  readonly entries: readonly FolderEntry[]
  /** How many more there are than `entries` holds. */
  readonly omitted: number
}

/** What a share holds for visitors. */
export interface Measure {
  /** Octets of all files that visitors get. */
  readonly size: number
  readonly fileCount: number
  /**
   * Percent-encoded path below the mount of one file, without a leading `/`; null when there is none, empty when the
   * share is a file itself.
   */
  readonly sample: string | null
}

/** Which octets of a file are wanted. */
export interface PieceRequest {
  readonly offset: number
  /** How many at most. */
  readonly length: number
}

/** Some octets of a file as it is now. */
export interface FilePiece {
  readonly bytes: Uint8Array
  /** Of the whole file. */
  readonly size: number
  /** Of the version that was read. */
  readonly entityTag: string
}

export interface ServedContent {
  readonly kind: 'folder' | 'file'
  /** Absolute real path on this machine. Never crosses to the renderer or to a client. */
  readonly path: string
  answer(request: FileRequest, rules: ServingRules): Promise<ResponsePlan>
  /** Lists a folder below the share for the window, hidden entries included, sorted by kind and name. */
  readEntries(names: readonly string[], limit: number): Promise<FolderContents>
  /** Reads octets of a file below the share, for the window; undefined when it is not there any more. */
  readPiece(names: readonly string[], piece: PieceRequest): Promise<FilePiece | undefined>
  /** Walks everything in small steps; ends early with an `AbortError` when the signal aborts. */
  measure(rules: Pick<ServingRules, 'showHidden'>, signal: AbortSignal): Promise<Measure>
  /** Whether it is still there to be served. */
  isAvailable(): Promise<boolean>
}
