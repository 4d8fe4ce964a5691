import { visibleName } from '../pages/visible-name'
import type { ListedEntry, ListingDocument, ListingEnding, ListingWriter } from './listing-writer'

const SIZE_WIDTH = 8

/** Writes the listing for terminals: one entry a line, the name last and as one shell word would be read. */
export class TextListing implements ListingWriter {
  readonly mediaType = 'text/plain; charset=utf-8'
  readonly #document: ListingDocument

  constructor(document: ListingDocument) {
    this.#document = document
  }

  begin(): string {
    const way = this.#document.heading.crumbs.map(({ label }) => visibleName(label)).join(' / ')
    return `${way}\n\n`
  }

  entry({ above, name, kind, size, modifiedAt }: ListedEntry): string {
    const sizeText = size === null ? '-' : this.#document.figures.size(size)
    const date = modifiedAt === null ? ' '.repeat(16) : localMoment(modifiedAt)
    const path = [...above, name].map(visibleName).join('/')
    return `${date}  ${sizeText.padStart(SIZE_WIDTH)}  ${path}${kind === 'folder' ? '/' : ''}\n`
  }

  end({ count, size, stoppedEarly }: ListingEnding): string {
    const { view, texts, figures } = this.#document
    const counted = view.search === undefined ? texts.items(count) : texts.results(count)
    const total = size > 0 ? `, ${figures.size(size)}` : ''
    return `${count === 0 ? '' : '\n'}${stoppedEarly ? texts.stoppedEarly(count) : counted + total}\n`
  }
}

/** As `2026-07-12 06:41`, in the serving machine's time zone: it sorts, and needs no language. */
function localMoment(ms: number): string {
  const at = new Date(ms)
  const two = (figure: number): string => String(figure).padStart(2, '0')
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`
}
