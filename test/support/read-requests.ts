import type { FieldLine, RequestHead } from '../../main/http/message'
import { ProtocolError } from '../../main/http/protocol-error'
import { RequestParser } from '../../main/http/request-parser'
import { drain } from './parser-events'

/** What our parser makes of all the octets of a connection that ends behind them. */
export interface ReadRequests {
  /** Those whose head could be accepted; the content of the last may not be whole. */
  readonly requests: readonly ReadRequest[]
  readonly ending: Ending
}

export interface ReadRequest {
  readonly head: RequestHead
  /** Latin1 text, one character for each octet. */
  content: string
  /** Undefined until its end has come. */
  trailers: readonly FieldLine[] | undefined
}

/** What came behind the last whole request; `in: 'content'` when that is the content of one whose head was accepted. */
export type Ending =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'cut-off' | 'refused'
      readonly in: 'head' | 'content'
      /** Known when the request line could be read. */
      readonly method: string | undefined
      /** What it is refused with. */
      readonly status: number
    }

/** Reads all requests at once, as if nobody answered in between. */
export function readRequests(octets: Uint8Array): ReadRequests {
  const parser = new RequestParser()
  const requests: ReadRequest[] = []
  const partReached = () => (requests.at(-1)?.trailers === undefined && requests.length > 0 ? 'content' : 'head')
  try {
    parser.push(octets)
    drain(parser, (event) => {
      const last = requests.at(-1)
      if (event.kind === 'head') requests.push({ head: event.head, content: '', trailers: undefined })
      else if (event.kind === 'end' && last) last.trailers = event.trailers
      else if (event.kind === 'content' && last) last.content += Buffer.from(event.bytes).toString('latin1')
    })
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    const { method } = parser.rejected()
    return { requests, ending: { kind: 'refused', in: partReached(), method, status: error.status } }
  }
  if (parser.idle) return { requests, ending: { kind: 'nothing' } }
  return { requests, ending: { kind: 'cut-off', in: partReached(), method: parser.rejected().method, status: 400 } }
}
