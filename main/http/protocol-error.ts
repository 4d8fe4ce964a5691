import type { ForeignProtocol } from './foreign-protocol'

/** Each way in which a request can break the message syntax of RFC 9112, or a limit of ours. */
export type ProtocolFaultCode =
  | 'foreign-protocol'
  | 'method-malformed'
  | 'method-too-long'
  | 'request-line-malformed'
  | 'target-malformed'
  | 'target-too-long'
  | 'version-malformed'
  | 'version-unsupported'
  | 'bare-lf'
  | 'bare-cr'
  | 'space-before-first-field'
  | 'field-name-malformed'
  | 'space-before-colon'
  | 'colon-missing'
  | 'obs-fold'
  | 'control-in-value'
  | 'head-too-large'
  | 'too-many-fields'
  | 'host-missing'
  | 'host-repeated'
  | 'host-malformed'
  | 'content-length-malformed'
  | 'content-length-conflict'
  | 'content-too-large'
  | 'transfer-encoding-malformed'
  | 'transfer-encoding-unsupported'
  | 'transfer-encoding-in-1.0'
  | 'length-and-transfer-encoding'
  | 'chunk-size-malformed'
  | 'chunk-extension-malformed'
  | 'chunk-extension-too-large'
  | 'chunk-end-missing'
  | 'trailers-too-large'
  | 'head-timeout'
  | 'head-incomplete'

/** The message that was being read cannot be accepted; the connection must close after the answer (RFC 9112 §9.6). */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly code: ProtocolFaultCode
  /** The status to answer: 400, 408, 413, 414, 431, 501 or 505. */
  readonly status: number
  /** Offset of the first octet that could not be accepted, counted from the message's first octet. */
  readonly offset: number
  readonly foreign: ForeignProtocol | undefined

  constructor(
    code: ProtocolFaultCode,
    at: { readonly status: number; readonly offset: number; readonly foreign?: ForeignProtocol },
  ) {
    super(`Cannot accept the request: ${code} at offset ${String(at.offset)}`)
    this.code = code
    this.status = at.status
    this.offset = at.offset
    this.foreign = at.foreign
  }
}

/**
 * The status that answers each fault. For a foreign protocol see below.
 *
 * 505 is about the major version (RFC 9110 §15.6.6), 501 about a method or transfer coding that we do not know
 * (RFC 9112 §3, §6.1), 414 and 431 about lengths (RFC 9110 §15.5.15, RFC 6585 §5); everything else is simply bad.
 */
const STATUS: Partial<Readonly<Record<ProtocolFaultCode, number>>> = {
  'method-too-long': 501,
  'target-too-long': 414,
  'version-unsupported': 505,
  'head-too-large': 431,
  'too-many-fields': 431,
  'content-too-large': 413,
  'transfer-encoding-unsupported': 501,
  'chunk-extension-too-large': 413,
  'trailers-too-large': 431,
  'head-timeout': 408,
}

/**
 * Makes the error for a fault with the status that belongs to it.
 *
 * @param offset counted from the message's first octet
 */
export function protocolError(code: ProtocolFaultCode, offset: number): ProtocolError {
  return new ProtocolError(code, { status: STATUS[code] ?? 400, offset })
}

/** Makes the error for a message of another protocol: 505 where it says a version as HTTP does, 400 where it does not. */
export function foreignProtocolError(foreign: ForeignProtocol): ProtocolError {
  const status = foreign === 'http2' || foreign === 'rtsp' ? 505 : 400
  return new ProtocolError('foreign-protocol', { status, offset: 0, foreign })
}
