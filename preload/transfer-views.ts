/**
 * Transfers as they cross between the processes: what one client has of one version of a file, from however many
 * requests. Types only, and a part of what `views.ts` describes.
 */

/** How an exchange takes part: it goes on where another stopped, or runs beside others. */
export type TransferPart = 'resumed' | 'segment'

/** Octets of a file, as [start, end) pairs in order. */
export type SpanPairs = readonly (readonly [start: number, end: number])[]

/**
 * `complete`: every octet of the file was handed over. `parts`: all that was asked for was, and that is not the whole
 * file. `incomplete`: a request broke off, and nothing has made up for it.
 */
export type TransferState = 'running' | 'complete' | 'parts' | 'incomplete'

/**
 * Exchanges of one client and one version of a file, joined: a resumed download, or one in parallel segments. Told once
 * it has more than one exchange, or has ended incomplete; all else stands in the row of its one exchange.
 */
export interface TransferView {
  readonly id: number
  readonly clientId: number
  readonly shareId: number
  /** Path below the share, `/`-separated. */
  readonly path: string
  /** The whole file's length in octets. */
  readonly size: number
  /** With the path it names the version of the file. */
  readonly entityTag: string | null
  readonly state: TransferState
  /** What was handed over, each octet once. At most 64 stretches: the nearest to each other are drawn as one. */
  readonly covered: SpanPairs
  /** Octets that were handed over, each counted once. */
  readonly coveredBytes: number
  /** What was handed over more than once, drawn like `covered`. */
  readonly twice: SpanPairs
  /** Octets that were handed over again. */
  readonly twiceBytes: number
  /** Octets that were asked for and never handed over. */
  readonly missingBytes: number
  /** By how much at most the figures may be off, because there were too many stretches to remember. Absent when exact. */
  readonly roughBytes?: number
  /** The last 64 of its exchanges, in the order they began. */
  readonly exchangeIds: readonly number[]
  /** How many there have been. */
  readonly exchanges: number
  /** How often it went on after it had stopped. */
  readonly resumes: number
  /** How many of its exchanges ran at the same time at most. */
  readonly segments: number
  readonly startedAt: number
  /** When octets last moved. */
  readonly progressAt: number
  /** When the last of its exchanges ended; null while any runs. */
  readonly endedAt: number | null
  /** Present when the client holds parts of another version that this one does not replace. */
  readonly mixedWith?: MixedVersion
}

/** Where a client went on with another version of a file than it had begun with. */
export interface MixedVersion {
  /** The transfer of the version before. */
  readonly transferId: number
  readonly entityTag: string | null
  /** Octets it had of the version before. */
  readonly coveredBytes: number
  /** The request that mixed the two. */
  readonly exchangeId: number
}

/** What a response did over time, for those that took more than a second. */
export interface TransferTime {
  /** How long each sample is. */
  readonly sampleMs: number
  /** The end of the last sample that was measured, which may be a part of one. */
  readonly elapsedMs: number
  /** Octets sent, time spent reading and time spent waiting for the client; the rest of a sample was neither. */
  readonly samples: readonly (readonly [sentBytes: number, readMs: number, waitMs: number])[]
}

/**
 * What shows that the octets arrived, or that they may not have: the client asked for the next thing on the same
 * connection, or closed it in order, after the last octet was with the system; or the connection broke then.
 */
export type Evidence = 'next-request' | 'closed-in-order' | 'broken'
