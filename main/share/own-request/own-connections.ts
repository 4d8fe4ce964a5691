import type { ConnectionFacts } from '../../server/handler'
import type { SocketEnd } from '../../server/ask-octets'
import type { ExchangeRecord } from '../exchange-record'

/** The connections that we opened to ourselves: what comes over them is marked as our own. */
export class OwnConnections {
  readonly #listeners = new Map<string, (record: ExchangeRecord) => void>()

  /** Calls back with every exchange that begins on the connection with this far end; returns the unsubscriber. */
  add(ourEnd: SocketEnd, onExchange: (record: ExchangeRecord) => void): () => void {
    const key = keyOf(ourEnd)
    this.#listeners.set(key, onExchange)
    return () => this.#listeners.delete(key)
  }

  /** Marks an exchange that has just begun, if it is one of ours. */
  mark(record: ExchangeRecord): void {
    if (this.#listeners.size === 0) return
    const { remoteAddress, remotePort }: ConnectionFacts = record.connection
    const listener = this.#listeners.get(keyOf({ address: remoteAddress, port: remotePort }))
    if (listener === undefined || record.replayed) return
    record.replayed = true
    listener(record)
  }
}

function keyOf({ address, port }: SocketEnd): string {
  return `${address} ${String(port)}`
}
