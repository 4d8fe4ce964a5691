/** The seam between the sockets and what is served: the server is given a `Handler` and knows nothing of files. */
import type { ContentFraming, RequestHead } from '../http/message'
import type { ResponsePlan } from '../http/response-plan'

/** One request as the handler sees it. */
export interface IncomingRequest {
  readonly exchangeId: number
  readonly head: RequestHead
  readonly framing: ContentFraming
  readonly connection: ConnectionFacts
  /**
   * The request's content as it arrives. Reading it answers `Expect: 100-continue` first (RFC 9110 §10.1.1).
   * What a handler leaves unread is never parsed as a request: the connection closes after the response.
   *
   * Throws when the content breaks HTTP, stops coming, or ends before its end. A handler lets that pass: the server
   * gives the answer that it calls for. Each piece is valid until the next one is asked for.
   */
  readonly content: AsyncIterable<Uint8Array>
  /** Aborts when the client has gone or the exchange is cut off. */
  readonly signal: AbortSignal
  /** Notes the moment at which it was known who answers, for the timing that is shown. */
  routed(): void
}

/** The two ends of a connection. Addresses are literals without brackets; IPv4-mapped IPv6 is given as IPv4. */
export interface ConnectionFacts {
  readonly connectionId: number
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localAddress: string
  readonly localPort: number
}

/** Decides an answer. Never writes; what it throws is a bug and becomes a 500 for that exchange alone. */
export type Handler = (request: IncomingRequest) => ResponsePlan | Promise<ResponsePlan>
