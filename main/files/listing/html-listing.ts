import { escapeHtml } from '../pages/escape-html'
import { ICON_LINK, MARK } from '../pages/page-style'
import { visibleName, visibleNameHtml } from '../pages/visible-name'
import { icon, iconOf, ICON_SPRITE } from './listing-icons'
import { LISTING_STYLE } from './listing-style'
import type { SortKey } from './listing-view'
import type { Crumb, ListedEntry, ListingDocument, ListingEnding, ListingWriter } from './listing-writer'

/** Writes the page for people: one document, no script, nothing fetched besides. */
export class HtmlListing implements ListingWriter {
  readonly mediaType = 'text/html; charset=utf-8'
  readonly #document: ListingDocument
  /** What links to other views of the listing carry on with. */
  readonly #carried: string

  constructor(document: ListingDocument) {
    this.#document = document
    this.#carried = document.view.languageChosen ? `lang=${document.view.language}` : ''
  }

  begin(): string {
    const { heading, view } = this.#document
    const robots = view.search === undefined ? '' : '<meta name="robots" content="noindex">'
    return (
      `<!doctype html>\n<html lang="${view.language}">\n<head>\n<meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="color-scheme" content="light dark">${robots}\n` +
      `<title>${escapeHtml(visibleName(heading.title))}</title>\n${ICON_LINK}\n<style>${LISTING_STYLE}</style>\n` +
      `</head>\n<body>\n${ICON_SPRITE}\n<div class="page">\n${this.#top()}${this.#crumbs()}` +
      `<main class="listing">\n${this.#head()}<ul class="files">\n`
    )
  }

  entry(entry: ListedEntry): string {
    const { texts, figures } = this.#document
    const { href, kind, name, size, modifiedAt } = entry
    const isFolder = kind === 'folder'
    const target = isFolder ? this.#carry(href) : href
    const above = entry.above.length === 0 ? '' : `<i>${visibleNameHtml(entry.above.join('/'))}/</i>`
    const label = `${above}<bdi>${visibleNameHtml(name)}</bdi>${isFolder ? '<i>/</i>' : ''}`
    const sizeText = size === null ? '' : figures.size(size)
    const date =
      modifiedAt === null
        ? `<span class="date">${kind === 'echo' ? escapeHtml(texts.echo) : ''}</span>`
        : `<time class="date" datetime="${new Date(modifiedAt).toISOString()}">${figures.moment(modifiedAt)}</time>`
    const download =
      kind === 'file'
        ? `<a class="get" href="${href}" download aria-label="${escapeHtml(texts.download(visibleName(name)))}">${icon('download')}</a>`
        : ''
    return (
      `<li class="file${isFolder ? ' is-dir' : ''}">` +
      `<a class="kind" href="${target}" tabindex="-1" aria-hidden="true">${icon(iconOf(entry))}</a>` +
      `<a class="name" href="${target}">${label}</a>` +
      `<span class="meta"><span class="size">${sizeText}</span>${date}</span>${download}</li>\n`
    )
  }

  end(ending: ListingEnding): string {
    const { texts, view, figures } = this.#document
    const isSearch = view.search !== undefined
    const nothing = isSearch ? texts.nothingFound : texts.empty
    const none = `<p class="none">${icon(isSearch ? 'search' : 'folder')}${escapeHtml(nothing)}</p>\n`
    const note = ending.stoppedEarly ? `<p class="note">${escapeHtml(texts.stoppedEarly(ending.count))}</p>\n` : ''
    const count = isSearch ? texts.results(ending.count) : texts.items(ending.count)
    const total = ending.size > 0 ? ` · ${figures.size(ending.size)}` : ''
    return (
      `</ul>\n${ending.count === 0 ? none : note}</main>\n<p class="count">${count}${total}</p>\n` +
      `${readmeSection(ending.readme)}${this.#foot()}</div>\n</body>\n</html>\n`
    )
  }

  #top(): string {
    const { heading, view, texts } = this.#document
    const [before, after] = texts.sharedFrom
    const from =
      heading.hostName === undefined
        ? `<small>${escapeHtml(texts.sharedWith)}</small>`
        : `<small>${before}<b>${visibleNameHtml(heading.hostName)}</b>${after}</small>`
    const search = heading.canSort && !view.isCrawler ? this.#searchForm() : ''
    return (
      `<header class="top"><div class="who">${MARK}<div><h1>${visibleNameHtml(heading.shareName)}</h1>${from}` +
      `</div></div>${search}</header>\n`
    )
  }

  #searchForm(): string {
    const { view, texts } = this.#document
    const language = this.#carried === '' ? '' : `<input type="hidden" name="lang" value="${this.#carried.slice(5)}">`
    return (
      `<form class="search" method="get" action="./" role="search"><label>${icon('search')}` +
      `<input type="search" name="q" value="${escapeHtml(view.search ?? '')}" ` +
      `placeholder="${escapeHtml(texts.searchPlaceholder)}" aria-label="${escapeHtml(texts.search)}"></label>` +
      `${language}<button type="submit" class="btn">${escapeHtml(texts.search)}</button></form>`
    )
  }

  #crumbs(): string {
    const { heading, texts } = this.#document
    const steps = heading.crumbs.map((crumb) => this.#crumb(crumb)).join('')
    return `<nav class="crumbs" aria-label="${escapeHtml(texts.folder)}"><ol>${steps}</ol></nav>\n`
  }

  #crumb({ label, href }: Crumb): string {
    const text = `<bdi>${visibleNameHtml(label)}</bdi>`
    return href === undefined
      ? `<li aria-current="page">${text}</li>`
      : `<li><a href="${this.#carry(href)}">${text}</a></li>`
  }

  #head(): string {
    const columns = [this.#column('name', 'name'), this.#column('size', 'size'), this.#column('modified', 'date')]
    return `<div class="head">${columns.join('')}</div>\n`
  }

  #column(key: SortKey, className: string): string {
    const { heading, view, texts } = this.#document
    const label = escapeHtml(texts.columns[key])
    if (!heading.canSort || view.isCrawler || view.search !== undefined) {
      return `<span class="${className}">${label}</span>`
    }
    const isOn = view.sort === key
    // What is biggest or newest is what people look for: those two begin with it.
    const first = key === 'name' ? 'asc' : 'desc'
    const order = isOn ? (view.order === 'asc' ? 'desc' : 'asc') : first
    const href = this.#carry(`./?sort=${key}&amp;order=${order}`)
    if (!isOn) return `<a class="${className}" href="${href}">${label}</a>`
    const spoken = `${label}, ${escapeHtml(texts.orders[view.order])}`
    return `<a class="${className} on" href="${href}" aria-label="${spoken}">${label}${icon(view.order === 'asc' ? 'up' : 'down')}</a>`
  }

  #foot(): string {
    const { view, texts } = this.#document
    if (view.isCrawler) return `<footer class="foot"><span>${escapeHtml(texts.servedBy)}</span></footer>\n`
    const { label, tag, wish } = texts.otherLanguage
    return (
      `<footer class="foot"><span>${escapeHtml(texts.servedBy)}</span>` +
      `<a href="./?format=text">${escapeHtml(texts.asText)}</a><a href="./?format=json">JSON</a>` +
      `<span class="spring"></span><a href="./?lang=${wish}" hreflang="${tag}" lang="${tag}">${label}</a></footer>\n`
    )
  }

  #carry(href: string): string {
    if (this.#carried === '') return href
    return `${href}${href.includes('?') ? '&amp;' : '?'}${this.#carried}`
  }
}

function readmeSection(readme: ListingEnding['readme']): string {
  if (readme === undefined) return ''
  return (
    `<section class="readme"><h2>${icon('doc')}${visibleNameHtml(readme.name)}</h2>` +
    `<pre>${escapeHtml(readme.text)}</pre></section>\n`
  )
}
