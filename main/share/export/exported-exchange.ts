import type { ClientView, ExchangeDetail } from '../../../preload/views'
import type { KeptHead } from './kept-head'

/** An exchange with all that a file may want to say of it. */
export interface ExportedExchange {
  readonly detail: ExchangeDetail
  readonly requestHead: KeptHead | undefined
  readonly responseHead: KeptHead | undefined
  /** What its client is called: a name, or else an address. */
  readonly client: string
}

/** What is exported, and by whom. Exchanges are made one by one, while they are written. */
export interface ExportSource {
  readonly program: { readonly name: string; readonly version: string }
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly count: number
  readonly exchanges: Iterable<ExportedExchange>
  readonly clients: readonly ClientView[]
}
