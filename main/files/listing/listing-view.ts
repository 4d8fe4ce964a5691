import { negotiateMediaType } from '../../http/accept'
import { fieldValue } from '../../http/field-lines'
import type { FieldLine } from '../../http/message'
import { choosePageLanguage, type PageLanguage } from '../pages/language'

export type ListingFormat = 'html' | 'text' | 'json'
export type SortKey = 'name' | 'size' | 'modified'
export type SortOrder = 'asc' | 'desc'

/** How a visitor wants to see a folder: read from the query first, then from what the client says of itself. */
export interface ListingView {
  readonly format: ListingFormat
  readonly sort: SortKey
  readonly order: SortOrder
  /** What is searched for; undefined to list the folder. */
  readonly search: string | undefined
  readonly language: PageLanguage
  /** The language was chosen by `?lang=`, and links go on with it. */
  readonly languageChosen: boolean
  /** A program that follows every link it finds: it gets those that lead to files, and no others. */
  readonly isCrawler: boolean
}

/** All that a listing depends on besides the folder: the value of Vary (RFC 9110 §12.5.5). */
export const LISTING_VARY = 'Accept, Accept-Language, User-Agent'

/** A search for more than this is nonsense, and would be repeated on the page. */
const MAX_SEARCH_LENGTH = 200

/** Reads how the visitor wants to see a folder. What makes no sense is taken as not said. */
export function readListingView(query: string | undefined, fields: readonly FieldLine[]): ListingView {
  const wishes = new URLSearchParams(query ?? '')
  const sort = oneOf(wishes.get('sort'), ['name', 'size', 'modified']) ?? 'name'
  const search = wishes.get('q')?.trim().slice(0, MAX_SEARCH_LENGTH)
  const chosen = readLanguage(wishes.get('lang'))
  const product = productOf(fieldValue(fields, 'user-agent'))
  return {
    format:
      oneOf(wishes.get('format'), ['html', 'text', 'json']) ?? chooseFormat(fieldValue(fields, 'accept'), product),
    sort,
    order: oneOf(wishes.get('order'), ['asc', 'desc']) ?? 'asc',
    search: search === '' ? undefined : search,
    language: chosen ?? choosePageLanguage(fieldValue(fields, 'accept-language')),
    languageChosen: chosen !== undefined,
    isCrawler: CRAWLERS.has(product),
  }
}

// Programs that print what they get to a terminal. Their Accept is */* like everybody's.
const TERMINALS: ReadonlySet<string> = new Set(['curl', 'httpie', 'xh', 'curlie'])

// Programs that follow links. They print nothing, and `wget -r` needs HTML to find its way: so HTML, although a person
// may be at the terminal. Without links to other orders and formats, or each folder would be saved many times over.
const CRAWLERS: ReadonlySet<string> = new Set(['wget', 'wget2', 'httrack', 'lftp', 'rclone'])

const MEDIA_TYPES = { html: 'text/html', text: 'text/plain', json: 'application/json' } as const
const FORMATS: readonly ListingFormat[] = ['html', 'text', 'json']

/**
 * Chooses by Accept; a client that takes anything gets what suits its kind. Of equals, a type that is named goes before
 * one that is only covered by a wildcard.
 */
function chooseFormat(accept: string | undefined, product: string): ListingFormat {
  const wildcardOnly = accept === undefined || /^[ \t]*(?:\*\/\*[ \t]*(?:;[^,]*)?)?$/.test(accept)
  if (wildcardOnly) return TERMINALS.has(product) ? 'text' : 'html'
  const lowerCase = accept.toLowerCase()
  const isNamed = (format: ListingFormat): boolean => lowerCase.includes(MEDIA_TYPES[format])
  const offered = [...FORMATS.filter(isNamed), ...FORMATS.filter((format) => !isNamed(format))]
  const chosen = negotiateMediaType(
    accept,
    offered.map((format) => MEDIA_TYPES[format]),
  )
  return FORMATS.find((format) => MEDIA_TYPES[format] === chosen) ?? 'html'
}

/** The first product of User-Agent (RFC 9110 §10.1.5), in lower case and without its version. */
function productOf(userAgent: string | undefined): string {
  return /^[^/\s(]*/.exec(userAgent ?? '')?.[0].toLowerCase() ?? ''
}

function readLanguage(wish: string | null): PageLanguage | undefined {
  if (wish === null) return undefined
  if (/^zh\b/i.test(wish)) return 'zh-CN'
  return /^en\b/i.test(wish) ? 'en' : undefined
}

function oneOf<T extends string>(wish: string | null, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === wish)
}
