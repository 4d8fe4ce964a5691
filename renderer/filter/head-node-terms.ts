/** What can be asked of a part of a head that somebody points at. */
import { decodeTarget } from '../../preload/inert-text'
import { quoted } from './print'
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

/** Gives the term for what a part of a head says; null where it says nothing that has a key. */
export function termOfHeadPart({ side, about, isName, value }: HeadPart): string | null {
  switch (about.area) {
    case 'method':
      return textTerm('method', about.name)
    case 'status':
      return /^\d{3}$/.test(about.name) ? `status:${about.name}` : null
    case 'version': {
      const [, version] = /^HTTP\/(\d\.\d)$/.exec(value) ?? []
      return version === undefined ? null : `http:${version}`
    }
    case 'syntax':
      if (about.name === 'path' || about.name === 'percent-encoding' || about.name.endsWith('-form')) {
        return textTerm('path', decodeTarget(value.replace(/\?.*$/, '')), '=')
      }
      return about.name === 'query' ? textTerm('query', decodeTarget(value.slice(1)), '=') : null
    case 'field': {
      const field = about.name.toLowerCase()
      if (!/^[^\s\]]{1,64}$/.test(field)) return null
      const key = `${side === 'request' ? 'reqheader' : 'resheader'}[${field}]`
      return isName ? key : textTerm(key, about.value ?? '', '=')
    }
    default:
      return null
  }
}

/** More octets than these are no more a thing to look for. */
const MOST_OCTETS = 64

/** Gives the term for octets as they stand in a head; null for what cannot be typed, and for what every head has. */
export function termOfOctets(octets: Uint8Array): string | null {
  if (octets.length === 0 || octets.length > MOST_OCTETS) return null
  const text = String.fromCharCode(...octets)
  return text !== '\r\n' && /^[\r\n\t\x20-\x7e]+$/.test(text) ? `raw:${quoted(text)}` : null
}
