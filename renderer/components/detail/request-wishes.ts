import type { OctetSpan } from '../requests/octet-span'
import { readOctets } from './octets'
import { parseWireHead, type WireField } from './wire-head'

/** What the fields of a request ask for beyond its target. */
export interface RequestWishes {
  /** The value of Range: only part of the file (RFC 9110 §14.2). */
  readonly range: string | null
  /** If-Range: the part only of the version that the client holds (RFC 9110 §13.1.5). */
  readonly onlySameVersion: boolean
  /** If-None-Match or If-Modified-Since: only what the client does not hold yet (RFC 9110 §13.1). */
  readonly onlyIfChanged: boolean
  /** The field line to look at first. */
  readonly octets: OctetSpan | null
}

export const NO_WISHES: RequestWishes = { range: null, onlySameVersion: false, onlyIfChanged: false, octets: null }

/** Reads the wishes out of a request's head. */
export function readWishes(head: Uint8Array): RequestWishes {
  const { fields } = parseWireHead(head, 'request')
  const find = (name: RegExp): WireField | undefined => fields.find((field) => name.test(readOctets(head, field.name)))
  const range = find(/^range$/i)
  const validator = find(/^if-(?:none-match|modified-since)$/i)
  return {
    range: range === undefined ? null : readOctets(head, range.value),
    onlySameVersion: range !== undefined && find(/^if-range$/i) !== undefined,
    onlyIfChanged: validator !== undefined,
    octets: (range ?? validator)?.span ?? null,
  }
}
