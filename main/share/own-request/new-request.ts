import { Buffer } from 'node:buffer'
import type { OwnRequest } from '../../../preload/own-request'
import { latin1Bytes } from '../../http/octets'

/**
 * Gives the octets of a request that the window made up, with the fields that it needs to be understood.
 *
 * @param authority where it is sent, for its Host
 */
export function newRequest(
  { method, target, fields, content }: Extract<OwnRequest, { readonly kind: 'new' }>,
  authority: string,
): Uint8Array {
  const names = new Set(fields.map(([name]) => name.toLowerCase()))
  const octets = Buffer.from(content ?? '', 'utf8')
  const head = [
    `${method} ${target} HTTP/1.1`,
    ...(names.has('host') ? [] : [`Host: ${authority}`]),
    ...fields.map(([name, value]) => `${name}: ${value}`),
    ...(content === null || names.has('content-length') || names.has('transfer-encoding')
      ? []
      : [`Content-Length: ${String(octets.byteLength)}`]),
    '\r\n',
  ].join('\r\n')
  return Buffer.concat([latin1Bytes(head), octets])
}
