/**
 * What happened, as the server tells it: joins connections to clients, clients to exchanges, and counts everything.
 * Keeps time only while somebody watches.
 */
import type { SavingsView } from '../../preload/savings'
import type { TotalsView } from '../../preload/views'
import { fieldValue } from '../http/field-lines'
import type {
  ConnectionClosed,
  ConnectionHalfClosed,
  ConnectionOpened,
  ExchangeAborted,
  RequestBegun,
  RequestReceived,
  RequestRejected,
  ResponseFinished,
  ResponseProgress,
  ResponseStarted,
  ServerEvent,
} from '../server/events'
import { Clients } from './clients'
import type { ClientRecord, ClientWatcher } from './clients'
import { Connections } from './connections'
import type { ConnectionRecord } from './connections'
import { ExchangeLog } from './exchange-log'
import type { ExchangeOrigin, LogLimits, LogWatcher } from './exchange-log'
import { Deliveries } from './deliveries'
import type { ExchangeRecord } from './exchange-record'
import { asksOf, lintAnswer, lintRejection, lintRequest } from './lints'
import { OwnConnections } from './own-request/own-connections'
import type { NameLookup } from './reverse-names'
import { addSaving, savingOf } from './savings'
import type { Saving } from './savings'
import { secondCounter } from './span-counter'
import { Throughput } from './throughput'
import { TransferLog } from './transfers/transfer-log'
import type { TransferWatcher } from './transfers/transfers'

/** Who wants to know of every change. Called within the fold: must be quick and must not throw. */
export interface JournalWatcher extends LogWatcher, ClientWatcher, TransferWatcher {}

export type EndListener = (record: ExchangeRecord) => void

/** What an event of an exchange belongs to. */
interface Found {
  readonly connection: ConnectionRecord
  readonly client: ClientRecord
  readonly origin: ExchangeOrigin
  readonly isNew: boolean
}

/** How often figures that change with time alone, such as rates, are looked at. */
const TICK_MS = 500

export class Journal {
  readonly #now: () => number
  readonly #watchers = new Set<JournalWatcher>()
  readonly #endListeners = new Set<EndListener>()
  readonly #rate = secondCounter()
  readonly #deliveries = new Deliveries()
  #sentBytes = 0
  #saved: SavingsView | null = null
  #memoryBytes = 0
  #memoryAt = -Infinity
  #ticker: NodeJS.Timeout | undefined

  readonly connections = new Connections()
  readonly log: ExchangeLog
  readonly clients: Clients
  readonly throughput: Throughput
  readonly transferLog: TransferLog
  readonly ownConnections = new OwnConnections()

  constructor(options: {
    readonly now: () => number
    readonly lookUpName: NameLookup
    readonly logLimits?: LogLimits
    readonly mostClients?: number
  }) {
    this.#now = options.now
    this.throughput = new Throughput(options.now)
    const watcher = this.#tellAll()
    this.log = new ExchangeLog({ watcher, ...(options.logLimits && { limits: options.logLimits }) })
    this.clients = new Clients({
      watcher,
      lookUpName: options.lookUpName,
      ...(options.mostClients !== undefined && { limit: options.mostClients }),
    })
    const onSaved = (clientId: number, saving: Saving): void => {
      this.#save(clientId, saving)
    }
    this.transferLog = new TransferLog({ log: this.log, clients: this.clients, watcher, onSaved })
  }

  /** Tells the watcher of every change from now on; returns the function that ends it. */
  watch(watcher: JournalWatcher): () => void {
    this.#watchers.add(watcher)
    this.#ticker ??= setInterval(() => {
      this.#tick()
    }, TICK_MS).unref()
    return () => {
      this.#watchers.delete(watcher)
      if (this.#watchers.size > 0) return
      clearInterval(this.#ticker)
      this.#ticker = undefined
    }
  }

  /** Calls back with every exchange that ends; returns the function that stops it. */
  onEnd(listener: EndListener): () => void {
    this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }

  /** Everything since the program started. `merged` belongs to whoever listens. */
  totals(): Omit<TotalsView, 'merged'> {
    const now = this.#now()
    // Asking the system for the resident size is too dear for every batch.
    if (Math.abs(now - this.#memoryAt) >= 1000) {
      this.#memoryAt = now
      this.#memoryBytes = process.memoryUsage.rss()
    }
    return {
      exchanges: this.log.exchanges,
      active: this.log.active.size,
      sentBytes: this.#sentBytes,
      bytesPerSecond: this.#rate.ratePerSecond(now),
      evicted: this.log.evicted,
      ...(this.#saved !== null && { saved: this.#saved }),
      memoryBytes: this.#memoryBytes,
    }
  }

  /** Whose connection it is; null when it is not open. */
  clientOf(connectionId: number): number | null {
    return this.connections.find(connectionId)?.clientId ?? null
  }

  record(event: ServerEvent): void {
    switch (event.type) {
      case 'connection-opened':
        this.#open(event)
        break
      case 'connection-half-closed':
        this.#halfClose(event)
        break
      case 'connection-closed':
        this.#close(event)
        break
      case 'request-begun':
        this.#begin(event)
        break
      case 'request-received':
        this.#receive(event)
        break
      case 'request-rejected':
        this.#reject(event)
        break
      case 'response-started':
        this.#start(event)
        break
      case 'response-progress':
        this.#progress(event)
        break
      case 'response-finished':
      case 'exchange-aborted':
        this.#end(event)
        break
    }
  }

  #open(event: ConnectionOpened): void {
    const client = this.clients.connect(event.connection.remoteAddress, event.at)
    this.connections.open(event, client.id)
  }

  #halfClose({ connectionId, at }: ConnectionHalfClosed): void {
    const connection = this.connections.find(connectionId)
    if (connection !== undefined) connection.halfClosedAt = at
  }

  #close(event: ConnectionClosed): void {
    this.transferLog.closed(event)
    const connection = this.connections.close(event)
    if (connection === undefined) return
    if (connection.last !== null) this.log.endConnection(connection.last, event.cause)
    connection.last = null
    const client = this.clients.find(connection.clientId)
    if (client !== undefined) this.clients.disconnect(client, event.at)
  }

  #begin(event: RequestBegun): void {
    const found = this.#find(event)
    if (found === undefined) return
    const record = this.log.begin(event, found.origin)
    this.ownConnections.mark(record)
    this.connections.carry(found.connection, record)
    this.clients.begin(found.client, event.at)
  }

  #receive(event: RequestReceived): void {
    const found = this.#find(event)
    if (found === undefined) return
    const { client, connection, origin, isNew } = found
    this.transferLog.requested(event)
    const record = this.log.receive(event, origin)
    this.ownConnections.mark(record)
    record.asks = asksOf(event.head.fields)
    record.lints |= lintRequest(record.asks)
    if (event.queuedMs !== undefined) connection.pipelined += 1
    if (isNew) {
      this.connections.carry(connection, record)
      this.clients.begin(client, event.at)
    }
    this.clients.recognise(client, fieldValue(event.head.fields, 'user-agent'))
  }

  #reject(event: RequestRejected): void {
    const found = this.#find(event)
    if (found === undefined) return
    const record = this.log.reject(event, found.origin)
    record.lints |= lintRejection(event)
    this.ownConnections.mark(record)
    if (!found.isNew) return
    this.connections.carry(found.connection, record)
    this.clients.begin(found.client, event.at)
  }

  #start(event: ResponseStarted): void {
    this.log.start(event)
    const record = this.log.find(event.exchangeId)
    if (record === undefined) return
    record.lints |= lintAnswer(record, (answered) => this.#deliveries.has(answered))
    this.transferLog.started(record)
  }

  #progress(event: ResponseProgress): void {
    const record = this.log.find(event.exchangeId)
    if (record === undefined) return
    const before = record.sentBytes
    this.log.progress(event)
    this.transferLog.progressed(record, event)
    this.#count(record, event.at, record.sentBytes - before)
  }

  #end(event: ResponseFinished | ExchangeAborted): void {
    const before = this.log.find(event.exchangeId)?.sentBytes ?? 0
    const record = event.type === 'response-finished' ? this.log.finish(event) : this.log.abort(event)
    if (record === undefined) return
    this.transferLog.ended(record, event)
    const saving = savingOf(record)
    if (saving !== undefined) this.#save(record.clientId, saving)
    this.#deliveries.end(record)
    this.#count(record, event.at, record.sentBytes - before)
    const client = this.clients.find(record.clientId)
    if (client !== undefined) this.clients.end(client, event.at)
    this.throughput.end(record)
    for (const listener of this.#endListeners) listener(record)
  }

  #count(record: ExchangeRecord, at: number, octets: number): void {
    if (octets <= 0) return
    this.#sentBytes += octets
    this.#rate.add(at, octets)
    this.throughput.send(record.clientId, at, octets)
    const client = this.clients.find(record.clientId)
    if (client !== undefined) this.clients.count(client, at, octets)
  }

  #save(clientId: number, saving: Saving): void {
    this.#saved = addSaving(this.#saved ?? {}, saving)
    const client = this.clients.find(clientId)
    if (client !== undefined) client.saved = addSaving(client.saved ?? {}, saving)
  }

  /** What an exchange belongs to, and whether it is a new one; undefined when its connection was never told of. */
  #find({ connectionId, exchangeId }: RequestBegun | RequestReceived | RequestRejected): Found | undefined {
    const connection = this.connections.find(connectionId)
    if (connection === undefined) return undefined
    const client = this.clients.find(connection.clientId)
    if (client === undefined) return undefined
    const origin = { connection, clientId: client.id }
    return { connection, client, origin, isNew: this.log.find(exchangeId) === undefined }
  }

  #tick(): void {
    const now = this.#now()
    this.log.tick(now)
    this.clients.tick(now)
    this.transferLog.tick()
  }

  #tellAll(): JournalWatcher {
    const watchers = this.#watchers
    return {
      exchangeBegan: (record) => {
        for (const each of watchers) each.exchangeBegan(record)
      },
      exchangeChanged: (record) => {
        for (const each of watchers) each.exchangeChanged(record)
      },
      exchangeRemoved: (record) => {
        for (const each of watchers) each.exchangeRemoved(record)
      },
      exchangesRestored: () => {
        for (const each of watchers) each.exchangesRestored()
      },
      clientChanged: (client) => {
        for (const each of watchers) each.clientChanged(client)
      },
      clientRemoved: (client) => {
        for (const each of watchers) each.clientRemoved(client)
      },
      transferChanged: (transfer) => {
        for (const each of watchers) each.transferChanged(transfer)
      },
      transferRemoved: (transfer) => {
        for (const each of watchers) each.transferRemoved(transfer)
      },
    }
  }
}
