import type { ByteRange } from '../http/byte-range'
import type { ServableFile } from './open-entry'
import type { Representation } from './representation'
import type { HiddenReason } from './served-content'

/** What came of a request for a path: all that an answer can be, decided before anything is rendered. */
export type Outcome = ContentFound | ContentUnneeded | Redirection | Refusal | MethodRefusal

/** The file is sent: all of it, or the ranges that were asked for. The opened file goes into the response plan. */
export interface ContentFound {
  readonly kind: 'content'
  readonly file: ServableFile
  readonly representation: Representation
  /** Undefined for the whole file. */
  readonly ranges: readonly ByteRange[] | undefined
}

/** The file is there and stays unsent: a precondition or its range says so. */
export interface ContentUnneeded {
  readonly kind: 'not-modified' | 'precondition-failed' | 'range-not-satisfiable'
  readonly file: ServableFile
  readonly representation: Representation
}

export interface Redirection {
  readonly kind: 'moved'
  /** A relative reference (RFC 3986 §4.2) beginning with `./`: it can never name a host. */
  readonly location: string
}

/** Nothing to send. What the visitor reads of it never depends on more than the status. */
export type Refusal =
  | { readonly kind: 'not-found'; readonly hidden?: HiddenReason }
  /** The path breaks RFC 3986, climbs, or spells what this platform cannot have; `status` tells which. */
  | { readonly kind: 'malformed-path'; readonly status: 400 | 404 }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unavailable'; readonly reason: Unavailability }
  | { readonly kind: 'read-error' }

/** Why a file cannot be had now and perhaps later. */
export type Unavailability = 'too-many-open-files' | 'drive-does-not-answer' | 'share-vanished' | 'read-error'

export interface MethodRefusal {
  readonly kind: 'options' | 'method-not-allowed' | 'method-unknown'
}

const REFUSALS: ReadonlySet<string> = new Set<Refusal['kind']>([
  'not-found',
  'malformed-path',
  'forbidden',
  'unavailable',
  'read-error',
])

/** Tells a refusal from whatever else a search for an entry can give. */
export function isRefusal<T extends { readonly kind: string }>(found: T | Refusal): found is Refusal {
  return REFUSALS.has(found.kind)
}
