import { Buffer } from 'node:buffer'
import type { RequestHead } from '../../http/message'
import type { IncomingRequest } from '../../server/handler'
import type { ContentDigest } from './digest-content'
import { contentText, readableText } from './readable-text'

/** One end of a connection. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** What the echo says of a request, in whatever form: gathered once, so that all forms say the same. */
export interface EchoFacts {
  readonly method: string
  readonly target: string
  /** `HTTP/1.1` as it stood in the request line. */
  readonly version: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly client: Endpoint
  readonly server: Endpoint
  /** The lines of the head without their line ends, the request line first. */
  readonly lines: readonly string[]
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly headBytes: Uint8Array
  /** Null when the request has no content: neither Content-Length nor Transfer-Encoding. */
  readonly content: EchoedContent | null
}

export interface EchoedContent {
  readonly size: number
  readonly sha256: string
  /** The beginning of it; null when it is not text. */
  readonly text: string | null
  /** Whether there is more of it than `text`. */
  readonly isCut: boolean
}

/** Gathers what is told of a request. All text is made readable: UTF-8 is shown as the characters that it means. */
export function gatherFacts(
  { head, connection }: IncomingRequest,
  content: ContentDigest | undefined,
  at: number,
): EchoFacts {
  return {
    method: head.method,
    target: readableText(head.target),
    version: versionOf(head),
    at,
    client: { address: connection.remoteAddress, port: connection.remotePort },
    server: { address: connection.localAddress, port: connection.localPort },
    lines: linesOf(head).map(readableText),
    fields: head.fields.map(({ name, value }) => ({ name, value: readableText(value) })),
    headBytes: head.bytes,
    content: content === undefined ? null : echoContent(content),
  }
}

/** The lines of a head without their line ends and without the blank one that ends it; latin1 text. */
export function linesOf({ bytes }: Pick<RequestHead, 'bytes'>): string[] {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1', 0, bytes.length - 4)
    .split('\r\n')
}

// Not `head.version`: that is the one we read it as, and a client may have said HTTP/1.2.
function versionOf(head: RequestHead): string {
  const [requestLine = ''] = linesOf(head)
  return requestLine.slice(requestLine.lastIndexOf(' ') + 1)
}

function echoContent({ size, sha256, sample }: ContentDigest): EchoedContent {
  const isCut = size > sample.length
  return { size, sha256, text: contentText(sample, { isCut }) ?? null, isCut }
}
