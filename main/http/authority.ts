import { parseIpv6 } from './ipv6'

/** The `uri-host [ ":" port ]` of a Host field, an absolute-form or an authority-form (RFC 9110 §7.2). */
export interface Authority {
  /** In lower case; an IPv6 address without brackets and in the text form of RFC 5952. Never empty. */
  readonly host: string
  /** From 0 to 65535; undefined when none is given, which the empty port of `host:` also means. */
  readonly port: number | undefined
}

// RFC 3986 §3.2.2, §3.2.3. userinfo has no place in http (RFC 9110 §4.2.4), and an IPvFuture has no address.
//
//     host     = IP-literal / IPv4address / reg-name
//     reg-name = *( unreserved / pct-encoded / sub-delims )
//     port     = *DIGIT
const AUTHORITY = /^(?:\[([0-9A-Fa-f:.]+)\]|((?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+))(?::(\d*))?$/

/**
 * Reads an authority, or gives undefined when the text is none.
 *
 * The host may be any name that the grammar allows: whether it is ours is asked elsewhere.
 */
export function parseAuthority(text: string): Authority | undefined {
  const match = AUTHORITY.exec(text)
  if (match === null) return undefined
  const [, literal, name, digits = ''] = match
  const host = literal === undefined ? name?.toLowerCase() : parseIpv6(literal)
  if (host === undefined) return undefined
  if (digits === '') return { host, port: undefined }
  const port = Number(digits)
  return port <= 65_535 ? { host, port } : undefined
}
