import type { ListedEntry, ListingDocument, ListingEnding, ListingWriter } from './listing-writer'

/**
 * Writes the listing for programs: an object whose `entries` stand one to a line, so that it can be read as a stream.
 *
 * Names that are not UTF-8 hold lone surrogates, one for each octet (U+DC80…U+DCFF); `href` leads to them all the same.
 */
export class JsonListing implements ListingWriter {
  readonly mediaType = 'application/json'
  readonly #document: ListingDocument
  #isFirst = true

  constructor(document: ListingDocument) {
    this.#document = document
  }

  begin(): string {
    const { heading, view } = this.#document
    const path = heading.crumbs.map(({ label }) => label)
    const search = view.search === undefined ? '' : `"search":${JSON.stringify(view.search)},`
    return `{"share":${JSON.stringify(heading.shareName)},"path":${JSON.stringify(path)},${search}"entries":[\n`
  }

  entry({ href, above, name, kind, size, modifiedAt }: ListedEntry): string {
    const separator = this.#isFirst ? '' : ',\n'
    this.#isFirst = false
    const folder = above.length === 0 ? {} : { folder: above.join('/') }
    const modified = modifiedAt === null ? null : new Date(modifiedAt).toISOString()
    return separator + JSON.stringify({ name, ...folder, kind, size, modified, href })
  }

  end({ count, size, stoppedEarly }: ListingEnding): string {
    return `\n],"count":${String(count)},"size":${String(size)},"complete":${String(!stoppedEarly)}}\n`
  }
}
