/**
 * The methods that we know: those of RFC 9110 §9.1 and PATCH of RFC 5789. Every other well-formed one is answered 501
 * by a share of files (RFC 9110 §9.1). Methods are case-sensitive: `get` is not GET.
 */
export const KNOWN_METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
])

/** Tells whether we know what the method means. */
export function isKnownMethod(method: string): boolean {
  return KNOWN_METHODS.has(method)
}
