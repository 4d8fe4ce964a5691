import { latin1Text, LF } from './octets'

/** Protocols that are told apart from HTTP/1.x by their first octets. */
export type ForeignProtocol = 'tls' | 'http2' | 'ssh' | 'rtsp' | 'smb' | 'socks' | 'binary'

type Octet = number | { readonly from: number; readonly to: number }

/** How a protocol begins. */
interface Signature {
  readonly protocol: ForeignProtocol
  readonly octets: readonly Octet[]
}

const ANY: Octet = { from: 0x00, to: 0xff }

function ascii(text: string): readonly Octet[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}

const SIGNATURES: readonly Signature[] = [
  // A TLS record of type handshake, version 3.x (RFC 8446 §5.1).
  { protocol: 'tls', octets: [0x16, 0x03, { from: 0x00, to: 0x04 }] },
  // The connection preface of HTTP/2 (RFC 9113 §3.4), as far as it could pass for a request line.
  { protocol: 'http2', octets: ascii('PRI * HTTP/2.0\r\n') },
  // The identification string of SSH (RFC 4253 §4.2): protocol 2.0, or 1.x of old.
  { protocol: 'ssh', octets: ascii('SSH-2.0-') },
  { protocol: 'ssh', octets: ascii('SSH-1.') },
  // A NetBIOS session message that holds an SMB header: version 1, version 2 and later, or encrypted.
  { protocol: 'smb', octets: [0x00, ANY, ANY, ANY, { from: 0xfc, to: 0xff }, ...ascii('SMB')] },
  // SOCKS 5 with a list of at most 9 methods (RFC 1928 §3), and SOCKS 4 asking to connect or to bind.
  { protocol: 'socks', octets: [0x05, { from: 0x01, to: 0x09 }] },
  { protocol: 'socks', octets: [0x04, { from: 0x01, to: 0x02 }] },
]

/** A byte order mark begins a text that somebody saved wrongly, not another protocol. */
const BYTE_ORDER_MARK: readonly Octet[] = [0xef, 0xbb, 0xbf]

// RTSP shares the syntax of HTTP but for the name of the protocol (RFC 7826 §20).
const LONGEST_LINE = 16_384
const RTSP_REQUEST_LINE = /^[^\r\n]* RTSP\/\d\.\d\r?\n/

/**
 * Names the protocol that begins with these octets, or gives undefined when it may be HTTP/1.x or too little has come
 * to tell. More octets never change a name once given.
 *
 * @param bytes the first octets of a message; some 20 tell all protocols but RTSP, which needs its first line
 */
export function recogniseForeign(bytes: Uint8Array): ForeignProtocol | undefined {
  const answer = classify(bytes)
  return answer === 'undecided' || answer === 'none' ? undefined : answer
}

/** Like `recogniseForeign`, but tells a message that is no such protocol from one of which too little has come. */
export function classify(bytes: Uint8Array): ForeignProtocol | 'undecided' | 'none' {
  const [first] = bytes
  if (first === undefined) return 'undecided'
  let isOpen = false
  for (const { protocol, octets } of SIGNATURES) {
    const match = matchPrefix(octets, bytes)
    if (match === 'whole') return protocol
    if (match === 'so-far') isOpen = true
  }
  if (isText(first)) return isRtsp(bytes) ? 'rtsp' : 'none'
  const mark = matchPrefix(BYTE_ORDER_MARK, bytes)
  if (mark === 'whole') return 'none'
  return isOpen || mark === 'so-far' ? 'undecided' : 'binary'
}

function matchPrefix(octets: readonly Octet[], bytes: Uint8Array): 'whole' | 'so-far' | 'no' {
  for (const [at, expected] of octets.entries()) {
    const octet = bytes[at]
    if (octet === undefined) return 'so-far'
    if (typeof expected === 'number' ? octet !== expected : octet < expected.from || octet > expected.to) return 'no'
  }
  return 'whole'
}

/** Tells whether a message that begins with this octet could have been typed: visible US-ASCII and white space. */
export function isText(octet: number): boolean {
  return (octet >= 0x20 && octet < 0x7f) || (octet >= 0x09 && octet <= 0x0d)
}

function isRtsp(bytes: Uint8Array): boolean {
  const end = bytes.subarray(0, LONGEST_LINE).indexOf(LF)
  return end !== -1 && RTSP_REQUEST_LINE.test(latin1Text(bytes.subarray(0, end + 1)))
}
