import type { OctetSpan } from '../requests/octet-span'
import { readOctets } from './octets'
import { parseWireHead } from './wire-head'

/** A field of a request that asks for something. */
export interface Wish {
  /** As it was spelled. */
  readonly name: string
  readonly value: string
  /** The field line, without its end. */
  readonly span: OctetSpan
}

/** What the fields of a request ask for beyond its target, by their names in lower case. */
export type RequestWishes = ReadonlyMap<WishName, Wish>

const NAMES = [
  'range', // only part of the file (RFC 9110 §14.2)
  'if-range', // the part only of the version that the client holds (§13.1.5)
  'if-none-match', // only what the client does not hold yet (§13.1.2)
  'if-modified-since', // the same, by date (§13.1.3)
  'if-match', // only while it is that version (§13.1.1)
  'if-unmodified-since', // the same, by date (§13.1.4)
  'expect', // a go-ahead before its content (§10.1.1)
] as const
export type WishName = (typeof NAMES)[number]

export const NO_WISHES: RequestWishes = new Map()

/** Reads the wishes out of a request's head; of a field that is repeated, the first. */
export function readWishes(head: Uint8Array): RequestWishes {
  const wishes = new Map<WishName, Wish>()
  for (const { span, name: nameSpan, value } of parseWireHead(head, 'request').fields) {
    const name = readOctets(head, nameSpan)
    const known = NAMES.find((each) => each === name.toLowerCase())
    if (known !== undefined && !wishes.has(known)) wishes.set(known, { name, value: readOctets(head, value), span })
  }
  return wishes
}

/** Gives where an open-ended range begins: what a client asks for that resumes. Null for any other range. */
export function firstOfRest(range: string): number | null {
  const [, first] = /^bytes=[ \t]*([1-9]\d{0,14})-[ \t]*$/i.exec(range) ?? []
  return first === undefined ? null : Number(first)
}
