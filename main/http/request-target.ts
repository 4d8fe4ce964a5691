import { parseAuthority } from './authority'

/**
 * The four forms of a request target (RFC 9112 §3.2). Parts are as received: nothing is decoded.
 *
 *     request-target = origin-form / absolute-form / authority-form / asterisk-form
 */
export type RequestTarget =
  | { readonly form: 'origin'; readonly path: string; readonly query: string | undefined }
  | {
      readonly form: 'absolute'
      /** `http` or `https`. */
      readonly scheme: string
      /** Takes the place of Host (RFC 9112 §3.2.2); `parseAuthority` reads it. */
      readonly authority: string
      /** At least `/`. */
      readonly path: string
      readonly query: string | undefined
    }
  | { readonly form: 'authority'; readonly authority: string }
  | { readonly form: 'asterisk' }

// What a target may be made of. RFC 3986 would have fewer: browsers send `|`, `[` and `]` as they are, and people type
// letters beyond US-ASCII. None of them means anything here, so they can only fail to name a file. A fragment never
// belongs to a target, and white space and controls would have ended it.
const TARGET = /^[\x21\x22\x24-\x7e\x80-\xff]+$/

// `authority` ends at the first of "/", "?" and "#" (RFC 3986 §3.2). Only schemes of HTTP: we are no gateway.
const ABSOLUTE_FORM = /^(https?):\/\/([^/?]*)([^?]*)(?:\?(.*))?$/i

/**
 * Reads the request target of a method, or gives undefined when it is none of the forms that the method may use.
 *
 * The asterisk-form belongs to OPTIONS alone, the authority-form to CONNECT, and CONNECT has no other.
 *
 * @param target latin1 text as received
 */
export function parseTarget(method: string, target: string): RequestTarget | undefined {
  if (!TARGET.test(target)) return undefined
  if (method === 'CONNECT') return parseAuthorityForm(target)
  if (target.startsWith('/')) return { form: 'origin', ...splitQuery(target) }
  if (target === '*') return method === 'OPTIONS' ? { form: 'asterisk' } : undefined
  return parseAbsoluteForm(target)
}

// authority-form = uri-host ":" port: the port is never left out (RFC 9112 §3.2.3).
function parseAuthorityForm(target: string): RequestTarget | undefined {
  return parseAuthority(target)?.port === undefined ? undefined : { form: 'authority', authority: target }
}

function parseAbsoluteForm(target: string): RequestTarget | undefined {
  const match = ABSOLUTE_FORM.exec(target)
  if (match === null) return undefined
  const [, scheme = '', authority = '', path = '', query] = match
  if (parseAuthority(authority) === undefined) return undefined
  return { form: 'absolute', scheme: scheme.toLowerCase(), authority, path: path === '' ? '/' : path, query }
}

function splitQuery(target: string): { readonly path: string; readonly query: string | undefined } {
  const mark = target.indexOf('?')
  if (mark === -1) return { path: target, query: undefined }
  return { path: target.slice(0, mark), query: target.slice(mark + 1) }
}
