/**
 * The messages of HTTP/1.1 as plain values: what the parser gives and the response writer takes.
 *
 * Field names and values are latin1 text: one character per octet as it crossed the wire (RFC 9112 §2.2 asks for a
 * superset of US-ASCII), so that nothing is lost between the wire and the window.
 */

/**
 * The versions that are served (RFC 9112 §2.3). A higher minor version is read as 1.1 (RFC 9110 §6.2); every other
 * major version is refused by the parser.
 */
export type HttpVersion = '1.0' | '1.1'

/** One field line of a request, as received (RFC 9110 §5.1): the name keeps its case, the value has lost only its OWS. */
export interface FieldLine {
  readonly name: string
  readonly value: string
}

/** A request's head: everything before its content. */
export interface RequestHead {
  readonly method: string
  /** The request target exactly as received; see `request-target.ts` for what it means. */
  readonly target: string
  readonly version: HttpVersion
  readonly fields: readonly FieldLine[]
  /** The octets from the first of the method to the last LF of the blank line. Owned by the head, never reused. */
  readonly bytes: Uint8Array
}

/** How much content follows a head (RFC 9112 §6.3). */
export type ContentFraming =
  { readonly kind: 'none' } | { readonly kind: 'length'; readonly length: number } | { readonly kind: 'chunked' }

/** What `RequestParser.next()` has found in the bytes pushed so far. */
export type ParserEvent =
  | { readonly kind: 'need-more' }
  | { readonly kind: 'head'; readonly head: RequestHead; readonly framing: ContentFraming }
  /** A piece of the content without its framing. A view of the pushed chunk: valid until the next `push`. */
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly trailers: readonly FieldLine[] }

/** A field line of a response. Values are written as latin1; whoever makes one keeps CR, LF and NUL out. */
export type ResponseField = readonly [name: string, value: string]
