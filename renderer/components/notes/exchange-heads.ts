import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { decodeOctets, readOctets } from '../detail/octets'
import { parseWireHead, type HeadKind } from '../detail/wire-head'

/** The fields of a head as text, in the order received. */
export interface HeadText {
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

/** What a part of one message can be explained by: both messages, and what came of them. */
export interface ExchangeHeads {
  readonly row: ExchangeRow
  /** Null once its octets have left memory. */
  readonly request: HeadText | null
  /** Null while there is none, too. */
  readonly response: HeadText | null
}

/** Reads both heads of an exchange. */
export function readHeads(row: ExchangeRow, detail: ExchangeDetail): ExchangeHeads {
  return { row, request: readHead(detail.requestHead, 'request'), response: readHead(detail.responseHead, 'response') }
}

function readHead(base64: string | null, kind: HeadKind): HeadText | null {
  if (base64 === null) return null
  const octets = decodeOctets(base64)
  const fields = parseWireHead(octets, kind).fields.map(({ name, value }) => {
    return { name: readOctets(octets, name).toLowerCase(), value: readOctets(octets, value) }
  })
  return { fields }
}

/**
 * Gives the value of a field: its lines joined by `, ` (RFC 9110 §5.3), or null where there is none.
 *
 * @param name in lower case
 */
export function valueOf(head: HeadText | null, name: string): string | null {
  const lines = head?.fields.filter((field) => field.name === name) ?? []
  return lines.length === 0 ? null : lines.map(({ value }) => value).join(', ')
}

/** Tells whether an answer announces the end of its connection (RFC 9112 §9.6). */
export function closesAfter(response: HeadText): boolean {
  return /(?:^|,)\s*close\s*(?:,|$)/i.test(valueOf(response, 'connection') ?? '')
}
