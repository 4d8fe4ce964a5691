import { parseAuthority } from './authority'
import type { FieldFault } from './field-section'
import { isNamed } from './field-lines'
import type { FieldLine, HttpVersion } from './message'

/**
 * Checks Host as RFC 9112 §3.2 demands: exactly one valid line in HTTP/1.1, at most one in HTTP/1.0, which knew none.
 * Whether it names us is not asked here.
 *
 *     Host = uri-host [ ":" port ]      (RFC 9110 §7.2)
 */
export function checkHost(fields: readonly FieldLine[], version: HttpVersion): FieldFault | undefined {
  let host: string | undefined
  for (const [line, field] of fields.entries()) {
    if (!isNamed(field, 'host')) continue
    if (host !== undefined) return { kind: 'fault', code: 'host-repeated', line }
    host = field.value
    // An empty Host is for targets without an authority, which http has none of (RFC 9110 §4.2.1).
    if (parseAuthority(host) === undefined) return { kind: 'fault', code: 'host-malformed', line }
  }
  return host === undefined && version === '1.1' ? { kind: 'fault', code: 'host-missing' } : undefined
}
