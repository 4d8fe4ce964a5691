import { HtmlListing } from './html-listing'
import { JsonListing } from './json-listing'
import type { ListingDocument, ListingWriter } from './listing-writer'
import { TextListing } from './text-listing'

/** Gives the writer for the format that the visitor wants. */
export function makeWriter(document: ListingDocument): ListingWriter {
  switch (document.view.format) {
    case 'html':
      return new HtmlListing(document)
    case 'text':
      return new TextListing(document)
    case 'json':
      return new JsonListing(document)
  }
}
