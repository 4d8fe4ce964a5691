import type { ExchangeDetail } from '../../preload/views'
import type { Variation } from '../../preload/own-request'

/**
 * Tells whether an answer is the one that the rule of a variation leads us to expect. A server may well answer
 * otherwise and be right: it need not know ranges, and what it answers may have changed since.
 */
export function isAsExpected(variation: Variation, before: ExchangeDetail, after: ExchangeDetail): boolean {
  const { status, sentBytes } = after.row
  switch (variation) {
    case 'same':
    case 'http-1.0':
      return status === before.row.status
    case 'head':
      return status === before.row.status && sentBytes === 0
    case 'whole':
      return status === 200
    case 'range':
      return status === 206
    case 'if-none-match':
      return status === 304
    case 'no-host':
      // HTTP/1.0 knows no Host (RFC 9112 §3.2).
      return before.row.version === '1.0' ? status === before.row.status : status === 400
    case 'options':
      return status === 200 || status === 204
  }
}

/** Gives the ways in which a request can be asked again: those that would say what it said already are left out. */
export function usefulVariations({ row, responseHead, requestHead }: ExchangeDetail): readonly Variation[] {
  if (requestHead === null) return []
  if (row.state === 'malformed' || row.method === null) return ['same']
  const request = atob(requestHead)
  const hasField = (pattern: RegExp): boolean => pattern.test(request)
  const hasTag = responseHead !== null && /^etag:/im.test(atob(responseHead))
  const useful: { readonly [V in Variation]: boolean } = {
    same: !hasField(/^(?:transfer-encoding:|content-length:[ \t]*0*[1-9])/im),
    head: row.method !== 'HEAD',
    whole: hasField(/^(?:range|if-[a-z-]+):/im),
    range: !hasField(/^range:[ \t]*bytes=0-999[ \t]*$/im),
    'if-none-match': hasTag,
    'http-1.0': row.version !== '1.0',
    'no-host': hasField(/^host:/im),
    options: row.method !== 'OPTIONS',
  }
  return (Object.keys(useful) as Variation[]).filter((variation) => useful[variation])
}
