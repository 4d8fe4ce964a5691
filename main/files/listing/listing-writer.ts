import type { FigureFormat } from './format-figures'
import type { ListingTexts } from './listing-texts'
import type { ListingView } from './listing-view'

/** One line of a listing. */
export interface ListedEntry {
  /** Relative reference beginning with `./` (RFC 3986 §4.2), safe in any attribute. */
  readonly href: string
  /** The folders between the one listed and the entry; empty but for search results. */
  readonly above: readonly string[]
  readonly name: string
  readonly kind: 'folder' | 'file' | 'echo'
  /** Octets; null where there is no such figure. */
  readonly size: number | null
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number | null
}

/** A step of the way to what is listed; the last one is what is listed and leads nowhere. */
export interface Crumb {
  readonly label: string
  readonly href: string | undefined
}

/** What stands above and around the entries. */
export interface ListingHeading {
  readonly title: string
  readonly shareName: string
  /** The machine that shares; undefined when that is what `shareName` says. */
  readonly hostName: string | undefined
  readonly crumbs: readonly Crumb[]
  /** Whether there is something to sort and to search: not among shares, which stand in the user's order. */
  readonly canSort: boolean
}

/** What is known once all entries are written. */
export interface ListingEnding {
  readonly count: number
  /** Octets of all files listed. */
  readonly size: number
  /** A search found more than it gives. */
  readonly stoppedEarly: boolean
  readonly readme: { readonly name: string; readonly text: string } | undefined
}

/** What a writer needs to know once. */
export interface ListingDocument {
  readonly heading: ListingHeading
  readonly view: ListingView
  readonly texts: ListingTexts
  readonly figures: FigureFormat
}

/** Writes a listing piece by piece, so that it is never in memory as a whole. */
export interface ListingWriter {
  /** With charset. */
  readonly mediaType: string
  begin(): string
  entry(entry: ListedEntry): string
  end(ending: ListingEnding): string
}
