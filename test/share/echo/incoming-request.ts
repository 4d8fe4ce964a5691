import { RequestParser } from '../../../main/http/request-parser'
import type { IncomingRequest } from '../../../main/server/handler'

const CONNECTION = {
  connectionId: 1,
  remoteAddress: '192.168.1.31',
  remotePort: 50_412,
  localAddress: '192.168.1.20',
  localPort: 8080,
}

/** Makes a request of its octets, as the server does: the head is parsed, the content is given piece by piece. */
export function incomingRequest(octets: string, connection: Partial<typeof CONNECTION> = {}): IncomingRequest {
  const parser = new RequestParser()
  parser.push(Buffer.from(octets, 'latin1'))
  const event = parser.next()
  if (event.kind !== 'head') throw new Error('Cannot make a request: its head is not whole')
  return {
    exchangeId: 1,
    head: event.head,
    framing: event.framing,
    connection: { ...CONNECTION, ...connection },
    content: contentOf(parser),
    signal: new AbortController().signal,
    routed: () => undefined,
  }
}

async function* contentOf(parser: RequestParser): AsyncGenerator<Uint8Array> {
  for (let event = parser.next(); event.kind === 'content'; event = parser.next()) yield event.bytes
}

/** Writes a request: the fields, a Host, and the content with its length when there is any. */
export function requestText(requestLine: string, fields: readonly string[] = [], content?: string): string {
  const length = content === undefined ? [] : [`Content-Length: ${String(content.length)}`]
  return [`${requestLine} HTTP/1.1`, 'Host: example.com', ...fields, ...length, '', content ?? ''].join('\r\n')
}
