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
import type { FileExchange } from './transfer'
import { carriesFile, Transfers } from './transfers'
import type { SavingListener, TransferWatcher } from './transfers'

export class TransferLog {
  readonly #log: ExchangeLog
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
    this.#log = log
    this.#clients = clients
    this.#evidence = new EvidenceWatch(exchangeChanged)
    this.transfers = new Transfers({ watcher: { ...watcher, exchangeChanged }, onSaved })
  }

  requested(event: RequestReceived): void {
    this.#evidence.asked(event)
  }

  started(record: ExchangeRecord): void {
    const client = this.#clients.find(record.clientId)
    if (this.transfers.isBrief(record)) {
      if (client !== undefined) client.files += 1
      return
    }
    if (this.transfers.isFirstRange(record)) this.#beginOthers(record)
    const transfer = this.transfers.begin(record)
    if (transfer === undefined || client === undefined || transfer.visit === client.visit) return
    transfer.visit = client.visit
    client.files += 1
  }

  progressed(record: ExchangeRecord, event: ResponseProgress): void {
    this.#beginLate(record)
    this.#samples.advance(record, event)
    this.transfers.advance(record)
  }

  ended(record: ExchangeRecord, event: ResponseFinished | ExchangeAborted): void {
    this.#samples.end(record, event)
    if (event.type === 'response-finished') this.#evidence.finished(record)
    const isDone = isWholeAtOnce(record) || this.#endTransfer(record)
    const client = this.#clients.find(record.clientId)
    if (isDone && client !== undefined) client.filesDone += 1
  }

  #endTransfer(record: ExchangeRecord): boolean {
    this.#beginLate(record)
    return this.transfers.end(record)
  }

  /** Somebody fetches a part of what was thought to be over soon: those that still run may be parts of the same. */
  #beginOthers({ id, clientId, file }: ExchangeRecord): void {
    for (const other of this.#log.active) {
      if (other.id !== id && other.clientId === clientId && other.file?.path === file?.path) this.#beginLate(other)
    }
  }

  /** What seemed to be brief is not: its transfer begins after all. Its file was counted when it began. */
  #beginLate(record: ExchangeRecord): void {
    if (record.transfer !== null) return
    const transfer = this.transfers.begin(record)
    const client = this.#clients.find(record.clientId)
    if (transfer !== undefined && client !== undefined) transfer.visit = client.visit
  }

  closed(event: ConnectionClosed): void {
    this.#evidence.closed(event)
  }

  /** Tells what has moved since the last time. */
  tick(): void {
    this.transfers.tick()
  }
}

/** Whether an exchange sent a whole file and no transfer was begun for it: none is needed then. */
function isWholeAtOnce(record: ExchangeRecord): boolean {
  return record.transfer === null && carriesFile(record) && record.file.ranges.length === 0 && hasSentAll(record)
}

function hasSentAll({ file, sentBytes }: FileExchange): boolean {
  return sentBytes === file.size
}
