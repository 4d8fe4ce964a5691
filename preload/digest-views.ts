/** The digest of what was sent, as it crosses between the processes: types only, plain data. */

/** Octets of a file that one response carried, or several alike. */
export interface DigestedSpan {
  readonly start: number
  /** Behind the last octet. */
  readonly end: number
  /** SHA-256, as 64 hex figures in lower case. */
  readonly sha256: string
  /** The exchanges that carried exactly these octets, in the order they began. */
  readonly exchangeIds: readonly number[]
}

/**
 * Why there is no digest: the file is no longer the version that was sent, it cannot be found or read, or the thread
 * that computes broke.
 */
export type DigestFailure = 'changed' | 'gone' | 'broken'

/** Where the computing of a digest stands. */
export type DigestView =
  /** Another one is computed first. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'reading'
      readonly readBytes: number
      readonly wholeBytes: number
      /** It rests most of the time, because somebody is being served. */
      readonly resting: boolean
    }
  | {
      readonly kind: 'done'
      /** When the last octet had been read and the file was still the same version; milliseconds since the epoch. */
      readonly at: number
      /** Of the whole file, once the client was sent every octet of it; null before that. */
      readonly whole: string | null
      /** What went out, request by request, in the order of the file. Empty where the whole says it all. */
      readonly spans: readonly DigestedSpan[]
      /** How many further spans were not digested one by one. */
      readonly leftOut: number
    }
  | { readonly kind: 'failed'; readonly reason: DigestFailure }
