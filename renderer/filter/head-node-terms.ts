/** What can be asked of a part of a head that somebody points at. */
import { decodeTarget } from '../../preload/inert-text'
import { textTerm } from './terms'

/** A part of a head, as far as a term needs it. */
export interface HeadPart {
  readonly side: 'request' | 'response'
  readonly about: { readonly area: string; readonly name: string; readonly value?: string }
  /** Whether the part is a field's name alone. */
  readonly isName: boolean
  /** The octets as text. */
  readonly value: string
}

/** Gives the term for a part of a head, and the field whose values could have a column; null where there is nothing. */
export function termOfHeadPart({
  side,
  about,
  isName,
  value,
}: HeadPart): { term: string; field: string | null } | null {
  switch (about.area) {
    case 'method':
      return { term: textTerm('method', about.name), field: null }
    case 'status':
      return /^\d{3}$/.test(about.name) ? { term: `status:${about.name}`, field: null } : null
    case 'version': {
      const [, version] = /^HTTP\/(\d\.\d)$/.exec(value) ?? []
      return version === undefined ? null : { term: `http:${version}`, field: null }
    }
    case 'syntax':
      if (about.name === 'path' || about.name === 'origin-form') {
        return { term: textTerm('path', decodeTarget(value.replace(/\?.*$/, '')), '='), field: null }
      }
      return about.name === 'query' ? { term: textTerm('query', decodeTarget(value.slice(1)), '='), field: null } : null
    case 'field': {
      const field = about.name.toLowerCase()
      if (!/^[^\s\]]{1,64}$/.test(field)) return null
      const key = `${side === 'request' ? 'reqheader' : 'resheader'}[${field}]`
      return { term: isName ? key : textTerm(key, about.value ?? '', '='), field }
    }
    default:
      return null
  }
}
