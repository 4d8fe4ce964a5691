import type { OctetSpan } from '../requests/octet-span'
import { latin1, readOctets } from './octets'
import type { WireHead } from './wire-head'

/** A request that another program could find within a broken one. */
export interface HiddenRequest extends OctetSpan {
  /** Its request line, as inert text. */
  readonly line: string
}

/** Gives what another program could take for a second request: the first request line after the first line. */
export function findHiddenRequest(octets: Uint8Array, head: WireHead): HiddenRequest | null {
  const from = head.startLine?.span.end ?? 0
  const text = latin1(octets, { start: from, end: octets.length })
  const match = /(?<=[\r\n])[A-Z]{3,10} [^\s]{1,200} HTTP\/1\.[01](?=[\r\n]|$)/.exec(text)
  if (match === null) return null
  const start = from + match.index
  return { start, end: octets.length, line: readOctets(octets, { start, end: start + match[0].length }) }
}
