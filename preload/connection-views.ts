/** Connections as they cross between the processes: types only, plain data, like `views.ts`. */
import type { ExchangeState } from './views'

/** One TCP connection, with those of its exchanges that are still in memory. */
export interface ConnectionView {
  readonly id: number
  readonly clientId: number
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localAddress: string
  readonly localPort: number
  /** When it was accepted; milliseconds since the epoch, like every `…At`. */
  readonly openedAt: number
  /** When the client closed its half; null when it has not. */
  readonly halfClosedAt: number | null
  /** When it was closed altogether; null while it is open. */
  readonly closedAt: number | null
  /** Why it ended: a `CloseCause`; null while it is open. */
  readonly cause: string | null
  /** How TCP ended it: in order, or broken off; null while it is open. */
  readonly manner: 'fin' | 'reset' | null
  /** How many exchanges it has carried, those that have left memory included. */
  readonly exchanges: number
  /** How many of them were asked for before the answer to the one before was out. */
  readonly pipelined: number
  /** All octets in and out, heads and framing included; null while it is open. */
  readonly receivedBytes: number | null
  readonly sentBytes: number | null
  /** In the order in which they came. */
  readonly lane: readonly LaneExchange[]
}

/** What a lane shows of an exchange. */
export interface LaneExchange {
  readonly id: number
  /** 1 for the first on its connection. */
  readonly ordinal: number
  /** When its first octet came in. */
  readonly at: number
  /** How long it waited for the answers before it; null when it was its turn at once. */
  readonly queuedMs: number | null
  readonly firstByteMs: number | null
  /** Null while it runs. */
  readonly elapsedMs: number | null
  readonly method: string | null
  readonly target: string | null
  readonly state: ExchangeState
  readonly status: number | null
  readonly sentBytes: number
}

/** A connection among the others of its client. */
export interface ConnectionDetail {
  readonly connection: ConnectionView
  /** The nearest in time, oldest first. */
  readonly others: readonly ConnectionView[]
  /** How many connections of this client are in memory, this one included. */
  readonly known: number
  /** How many of those would not have been needed, had the one before been kept open. */
  readonly extraHandshakes: number
}
