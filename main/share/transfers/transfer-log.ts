/** What the journal tells of transfers: which exchanges belong together, what they spent their time on, what arrived. */
import type {
  ConnectionClosed,
  ExchangeAborted,
  RequestReceived,
  ResponseFinished,
  ResponseProgress,
} from '../../server/events'
import type { Clients } from '../clients'
import { EvidenceWatch } from '../evidence'
import type { ExchangeLog } from '../exchange-log'
import type { ExchangeRecord } from '../exchange-record'
import { SampleKeeper } from './sample-keeper'
import { Transfers } from './transfers'
import type { SavingListener, TransferWatcher } from './transfers'

export class TransferLog {
  readonly #clients: Clients
  readonly #evidence: EvidenceWatch
  readonly #samples = new SampleKeeper()
  readonly transfers: Transfers

  constructor(options: {
    readonly log: ExchangeLog
    readonly clients: Clients
    readonly watcher: TransferWatcher
    readonly onSaved: SavingListener
  }) {
    const { log, clients, watcher, onSaved } = options
    // A record may have left the log by the time that something is known of it.
    const exchangeChanged = (record: ExchangeRecord): void => {
      if (log.find(record.id) === record) watcher.exchangeChanged(record)
    }
    this.#clients = clients
    this.#evidence = new EvidenceWatch(exchangeChanged)
    this.transfers = new Transfers({ watcher: { ...watcher, exchangeChanged }, onSaved })
  }

  requested(event: RequestReceived): void {
    this.#evidence.asked(event)
  }

  started(record: ExchangeRecord): void {
    const transfer = this.transfers.begin(record)
    const client = this.#clients.find(record.clientId)
    if (transfer === undefined || client === undefined || transfer.visit === client.visit) return
    transfer.visit = client.visit
    client.files += 1
  }

  progressed(record: ExchangeRecord, event: ResponseProgress): void {
    this.#samples.advance(record, event)
    this.transfers.advance(record)
  }

  ended(record: ExchangeRecord, event: ResponseFinished | ExchangeAborted): void {
    this.#samples.end(record, event)
    if (event.type === 'response-finished') this.#evidence.finished(record)
    const isDone = this.transfers.end(record)
    const client = this.#clients.find(record.clientId)
    if (isDone && client !== undefined) client.filesDone += 1
  }

  closed(event: ConnectionClosed): void {
    this.#evidence.closed(event)
  }

  /** Tells what has moved since the last time. */
  tick(): void {
    this.transfers.tick()
  }
}
