import type { ConnectionClosed, RequestReceived } from '../server/events'
import type { ExchangeRecord } from './exchange-record'

/**
 * Finds what shows that the octets of an exchange arrived, or that they may not have. That they are with the system is
 * all a sender knows by itself; what the client does next on the same connection says more.
 */
export class EvidenceWatch {
  readonly #onEvidence: (record: ExchangeRecord) => void
  /** The last exchange of each open connection that sent content to its end, until something is known of it. */
  readonly #last = new Map<number, ExchangeRecord>()

  constructor(onEvidence: (record: ExchangeRecord) => void) {
    this.#onEvidence = onEvidence
  }

  /** Takes in that an exchange has ended with all its content sent. */
  finished(record: ExchangeRecord): void {
    if (record.sentBytes > 0) this.#last.set(record.connection.connectionId, record)
  }

  /** Takes in the next request on a connection. One that was there before says nothing of what came after it. */
  asked({ connectionId, queuedMs }: Pick<RequestReceived, 'connectionId' | 'queuedMs'>): void {
    if (queuedMs !== undefined) this.#last.delete(connectionId)
    else this.#conclude(connectionId, 'next-request')
  }

  closed({ connectionId, clientEnd }: Pick<ConnectionClosed, 'connectionId' | 'clientEnd'>): void {
    if (clientEnd === undefined) this.#last.delete(connectionId)
    else this.#conclude(connectionId, clientEnd === 'closed' ? 'closed-in-order' : 'broken')
  }

  #conclude(connectionId: number, evidence: NonNullable<ExchangeRecord['evidence']>): void {
    const record = this.#last.get(connectionId)
    if (record === undefined) return
    this.#last.delete(connectionId)
    record.evidence = evidence
    this.#onEvidence(record)
  }
}
