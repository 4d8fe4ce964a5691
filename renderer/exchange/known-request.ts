import { decodeOctets } from '../components/detail/octets'
import { parseWireHead } from '../components/detail/wire-head'
import type { OctetSpan } from '../components/requests/octet-span'
import type { ExchangeDetail } from '../../preload/views'

/** A field line as latin1 text, one character per octet. */
export interface RequestField {
  readonly name: string
  readonly value: string
}

/** A request as it can be asked again. All texts are latin1, one character per octet. */
export interface KnownRequest {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly fields: readonly RequestField[]
  /** Where it came in: address and port of ours, as an authority. Never what the client says of us. */
  readonly authority: string
}

/** Reads the request of an exchange; undefined when its octets have left memory or are no whole head. */
export function readKnownRequest(detail: ExchangeDetail): KnownRequest | undefined {
  if (detail.requestHead === null || detail.row.state === 'malformed') return undefined
  const octets = decodeOctets(detail.requestHead)
  const head = parseWireHead(octets, 'request')
  const text = ({ start, end }: OctetSpan): string => latin1Text(octets.subarray(start, end))
  const [method, target, version] = (head.startLine?.parts ?? []).map(text)
  if (method === undefined || target === undefined || version === undefined || head.blank === null) return undefined
  const fields = head.fields.map(({ name, value }) => ({ name: text(name), value: text(value) }))
  return { method, target, version, fields, authority: authorityOf(detail) }
}

/** Not `TextDecoder`: what it calls latin1 is windows-1252, which differs from 0x80 to 0x9f (WHATWG Encoding §4.2). */
function latin1Text(octets: Uint8Array): string {
  return Array.from(octets, (octet) => String.fromCharCode(octet)).join('')
}

function authorityOf({ localAddress, localPort }: ExchangeDetail): string {
  const host = localAddress.includes(':') ? `[${localAddress.replace('%', '%25')}]` : localAddress
  return localPort === 80 ? host : `${host}:${String(localPort)}`
}
