/**
 * How the contract travels over the console's WebSocket: JSON texts, one message each. The socket is at `./ws` beside
 * the page. Types only.
 *
 * The page sends `call`; each is answered by exactly one `answer` or `failure` with the same id, in any order. A
 * `failure` is a bug or a breach of the contract, as a rejected promise is over IPC; what a user can act on is a value.
 * `batch` comes unasked from the moment the socket is open.
 */
import type { FeedBatch } from './views'

/** A command of the contract. An argument of `undefined` is left out, as JSON does. */
export interface CallMessage {
  readonly type: 'call'
  /** Chosen by the page; must differ from those of its calls that are still unanswered. */
  readonly id: number
  readonly command: string
  readonly argument?: unknown
}

/** All that a page sends. */
export type FromPage = CallMessage

/** All that a page receives. */
export type ToPage =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'batch'; readonly batch: FeedBatch }
