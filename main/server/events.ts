/**
 * What the server tells of its work, in the order it happens. `share/exchange-log` folds these into rows.
 *
 * `at` is milliseconds since the epoch; `elapsedMs` is monotonic, from the first octet of the request.
 * Every exchange gives `request-received` or `request-rejected`, and before it `request-begun` when its head is slow to
 * come, then `response-started` if a head could be sent,
 * any number of `response-progress`, and exactly one of `response-finished` or `exchange-aborted`. A request whose head
 * was good and whose content breaks its framing gives `request-received` and, under the same id, `request-rejected`.
 */
import type { RequestHead } from '../http/message'
import type { ProtocolFaultCode } from '../http/protocol-error'
import type { ForeignProtocol } from '../http/foreign-protocol'
import type { ResponseSubject } from '../http/response-plan'
import type { ConnectionFacts } from './handler'
import type { TimeShares } from './time-spent'

export type ServerEvent =
  | ConnectionOpened
  | ConnectionHalfClosed
  | ConnectionClosed
  | RequestBegun
  | RequestReceived
  | RequestRejected
  | ResponseStarted
  | ResponseProgress
  | ResponseFinished
  | ExchangeAborted

export interface ConnectionOpened {
  readonly type: 'connection-opened'
  readonly connection: ConnectionFacts
  readonly at: number
}

/** Who ended a connection, and why. */
export type CloseCause =
  | 'client-closed'
  | 'client-reset'
  | 'client-asked' // Connection: close, or HTTP/1.0 without keep-alive
  | 'idle-timeout'
  | 'head-timeout'
  | 'content-timeout'
  | 'stalled-reader'
  | 'protocol-fault'
  | 'content-unread'
  | 'file-changed'
  | 'read-error'
  | 'handler-failed'
  | 'server-asked' // the plan's `close`, or content to HTTP/1.0 that only the end of the connection delimits
  | 'over-limit'
  | 'server-stopped'
  | 'user-disconnected'
  | 'lab-cut' // the fault lab's doing

/** The client has closed its half (a FIN): it asks nothing more, and may still wait for answers. */
export interface ConnectionHalfClosed {
  readonly type: 'connection-half-closed'
  readonly connectionId: number
  readonly at: number
}

/** How TCP ended it: in order, or broken off by either side (a RST). */
export type CloseManner = 'fin' | 'reset'

export interface ConnectionClosed {
  readonly type: 'connection-closed'
  readonly connectionId: number
  readonly at: number
  readonly cause: CloseCause
  readonly manner: CloseManner
  /** How many exchanges it carried. */
  readonly exchanges: number
  /** All octets that came in and that went to the system, heads and framing included. */
  readonly receivedBytes: number
  readonly sentBytes: number
  /**
   * What the client did to the connection once its last response was with the system: closed its half in order, or
   * reset it. Absent when we saw neither.
   */
  readonly clientEnd?: 'closed' | 'reset'
}

/** A request whose head takes its time: told so that it can be seen while it comes. */
export interface RequestBegun {
  readonly type: 'request-begun'
  readonly exchangeId: number
  readonly connectionId: number
  readonly ordinal: number
  /** When the first octet of the request came in. */
  readonly at: number
  /** As in `RequestReceived`. */
  readonly waitedMs: number
}

export interface RequestReceived {
  readonly type: 'request-received'
  readonly exchangeId: number
  readonly connectionId: number
  /** 1 for the first request on its connection. */
  readonly ordinal: number
  /** When the first octet of the request came in. */
  readonly at: number
  /** How long the connection had nothing to do before the first octet came; 0 for a pipelined request. */
  readonly waitedMs: number
  /** From the first octet to its turn, where it came while the answer to the one before was still being sent. */
  readonly queuedMs?: number | undefined
  /** From the first octet to the whole head. */
  readonly headElapsedMs: number
  readonly head: RequestHead
}

/** A request that broke HTTP, or that came from another protocol. Its row shows the bytes and the offending one. */
export interface RequestRejected {
  readonly type: 'request-rejected'
  readonly exchangeId: number
  readonly connectionId: number
  readonly ordinal: number
  readonly at: number
  readonly code: ProtocolFaultCode
  /** The status that is answered. */
  readonly status: number
  /** Offset in `bytes` of the first octet that could not be accepted; equals `bytes.length` when something is missing. */
  readonly offset: number
  /**
   * The message's octets from its first one, bounded to what the parser holds. Once content has been read they begin
   * within the content, at the part that could not be accepted.
   */
  readonly bytes: Uint8Array
  /** Set when the first octets are those of a protocol we know and do not speak. */
  readonly foreign?: ForeignProtocol
  /** Method and target when the request line could still be read. */
  readonly method?: string
  readonly target?: string
}

/**
 * When an exchange came to what lies between its head and its end, in milliseconds from the first octet of its request;
 * null for what has not happened.
 */
export interface ExchangeMarks {
  /** Known who answers. */
  readonly routed: number | null
  /** Known what is answered: a file has been opened and looked at, and nothing of it been read. */
  readonly decided: number | null
  /** The first piece of content is with the system. */
  readonly contentTaken: number | null
}

export interface ResponseStarted {
  readonly type: 'response-started'
  readonly exchangeId: number
  readonly at: number
  readonly elapsedMs: number
  readonly status: number
  /** The head exactly as handed to the system. */
  readonly headBytes: Uint8Array
  /** Octets of content announced; absent when the length was not known in advance. */
  readonly contentLength?: number | undefined
  readonly subject?: ResponseSubject | undefined
  readonly marks?: ExchangeMarks
}

/** At most four a second for one exchange. */
export interface ResponseProgress extends TimeShares {
  readonly type: 'response-progress'
  readonly exchangeId: number
  readonly at: number
  /** Octets of content handed to the system so far: framing and head not counted. */
  readonly sentBytes: number
  readonly elapsedMs: number
}

export interface ResponseFinished extends TimeShares {
  readonly type: 'response-finished'
  readonly exchangeId: number
  readonly at: number
  readonly status: number
  readonly sentBytes: number
  /** Octets of request content received, without framing. */
  readonly receivedBytes: number
  readonly elapsedMs: number
  readonly marks?: ExchangeMarks
}

/** Why an exchange ended before its last octet. */
export type AbortCause =
  | 'client-closed'
  | 'client-reset'
  | 'stalled-reader'
  | 'content-timeout'
  | 'file-changed'
  | 'read-error'
  | 'handler-failed'
  | 'server-stopped'
  | 'user-disconnected'
  | 'lab-cut' // the fault lab's doing

export interface ExchangeAborted extends TimeShares {
  readonly type: 'exchange-aborted'
  readonly exchangeId: number
  readonly at: number
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly elapsedMs: number
  readonly cause: AbortCause
  readonly marks?: ExchangeMarks
}

export type ServerListener = (event: ServerEvent) => void
