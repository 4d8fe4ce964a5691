/**
 * Joins exchanges into transfers: those of one client and one version of a file, while the client has not got all of it.
 *
 * Only what carries octets of a file counts: HEAD, 304 and our own requests never do. A range goes on with the latest
 * transfer of its version. A whole file starts it over when that has stopped short, and stands for itself beside one
 * that still runs: two programs behind one address, or a page that is loaded twice.
 */
import type { ExchangeRecord } from '../exchange-record'
import type { Saving } from '../savings'
import { Transfer } from './transfer'
import type { FileExchange } from './transfer'

/** So many are remembered; beyond it, those that ended longest ago are forgotten. */
const MOST_TRANSFERS = 1000
/** A client that comes back later is another one: addresses are given anew. */
const JOIN_WITHIN_MS = 6 * 60 * 60 * 1000

/** A file up to this size that is fetched whole is over before anybody could join it. */
const BRIEF_BYTES = 256 * 1024

/** Who wants to know of transfers. Called within the fold: must be quick and must not throw. */
export interface TransferWatcher {
  transferChanged(transfer: Transfer): void
  transferRemoved(transfer: Transfer): void
  /** Something that the row says of its transfer has changed. */
  exchangeChanged(record: ExchangeRecord): void
}

/** Takes in what Range kept from being sent to a client. */
export type SavingListener = (clientId: number, saving: Saving) => void

export class Transfers {
  readonly #watcher: TransferWatcher
  readonly #onSaved: SavingListener
  readonly #most: number
  /** All that are remembered, the one that began first first. */
  readonly #all = new Set<Transfer>()
  /** Those that an exchange may join, by client and path. */
  readonly #open = new Map<number, Map<string, Transfer[]>>()
  /** Those that have moved since the last tick. */
  readonly #moved = new Set<Transfer>()
  #nextId = 1

  constructor(options: {
    readonly watcher: TransferWatcher
    readonly onSaved: SavingListener
    readonly most?: number
  }) {
    this.#watcher = options.watcher
    this.#onSaved = options.onSaved
    this.#most = options.most ?? MOST_TRANSFERS
  }

  /** Gives a transfer that is remembered. */
  find(id: number): Transfer | undefined {
    for (const transfer of this.#all) if (transfer.id === id) return transfer
    return undefined
  }

  /** Those that the window shows, in the order in which they began. */
  told(): Transfer[] {
    return [...this.#all].filter(({ isTold }) => isTold)
  }

  /** Whether an exchange will most likely be all there is of its transfer: then it need not begin one until it is known. */
  isBrief(record: ExchangeRecord): boolean {
    if (!carriesFile(record) || record.file.ranges.length > 0 || record.file.size > BRIEF_BYTES) return false
    return this.#openOf(record).length === 0
  }

  /** Whether an exchange is a range and nothing of its file is known that it could go on with. */
  isFirstRange(record: ExchangeRecord): boolean {
    return carriesFile(record) && record.file.ranges.length > 0 && this.#openOf(record).length === 0
  }

  /** Takes in an exchange whose response has begun, and gives its transfer; undefined when it carries no file. */
  begin(record: ExchangeRecord): Transfer | undefined {
    if (!carriesFile(record)) return undefined
    const transfer = this.#findFor(record) ?? this.#create(record)
    const others = transfer.running.size === 0 ? [] : [...transfer.running.keys()]
    const sparedBytes = transfer.sparedBy(record)
    if (sparedBytes > 0) this.#onSaved(record.clientId, { kind: 'resumed', times: 1, bytes: sparedBytes })
    transfer.begin(record)
    record.transfer = transfer
    record.transferId = transfer.id
    record.part = others.length > 0 ? 'segment' : transfer.exchanges > 1 ? 'resumed' : null
    for (const other of others) this.#makeSegment(other)
    this.#judgeMix(transfer)
    if (transfer.exchanges > 1) this.#tell(transfer)
    return transfer
  }

  /** Counts what an exchange has sent. Told with the next tick only: progress is told often enough. */
  advance(record: ExchangeRecord): void {
    const { transfer } = record
    if (transfer === null) return
    transfer.advance(record)
    if (transfer.isTold) this.#moved.add(transfer)
  }

  /** Takes in that an exchange has ended; gives whether that makes its transfer complete. */
  end(record: ExchangeRecord): boolean {
    const { transfer } = record
    if (transfer === null) return false
    record.transfer = null
    const isWhole = !transfer.isTold && transfer.isAllOf(record)
    if (!isWhole) {
      transfer.end(record)
      const spared = transfer.countSpared()
      if (spared.bytes !== 0) this.#onSaved(record.clientId, { kind: 'parts', ...spared })
    }
    const isComplete = isWhole || transfer.state === 'complete'
    if (isComplete) this.#close(transfer)
    // One request that sent a whole file: its row says it all.
    if (isComplete && !transfer.isTold) {
      record.transferId = null
      this.#forget(transfer)
    } else if (transfer.isTold || transfer.state === 'incomplete') this.#tell(transfer)
    return isComplete
  }

  /** Tells of those that have moved. */
  tick(): void {
    for (const transfer of this.#moved) this.#watcher.transferChanged(transfer)
    this.#moved.clear()
  }

  #findFor(record: FileExchange): Transfer | undefined {
    const isWhole = record.file.ranges.length === 0
    return this.#openOf(record).findLast(
      (transfer) =>
        transfer.isOfVersion(record) &&
        record.progressAt - transfer.progressAt <= JOIN_WITHIN_MS &&
        !(isWhole && transfer.running.size > 0),
    )
  }

  #create(record: FileExchange): Transfer {
    const transfer = new Transfer(this.#nextId, record)
    this.#nextId += 1
    transfer.predecessor = this.#predecessorOf(record)
    this.#all.add(transfer)
    const byPath = this.#open.get(record.clientId) ?? new Map<string, Transfer[]>()
    this.#open.set(record.clientId, byPath)
    byPath.set(record.file.path, [...(byPath.get(record.file.path) ?? []), transfer])
    if (this.#all.size > this.#most) this.#forgetOldest()
    return transfer
  }

  /** A range that goes on in the middle of another version than the client has begun with. */
  #predecessorOf(record: FileExchange): Transfer['predecessor'] {
    const isRange = record.file.ranges.length > 0
    const before = this.#openOf(record).findLast(
      (transfer) =>
        transfer.file.shareId === record.file.shareId &&
        !transfer.isOfVersion(record) &&
        transfer.coveredBytes > 0 &&
        record.progressAt - transfer.progressAt <= JOIN_WITHIN_MS,
    )
    return isRange && before !== undefined ? { transfer: before, exchange: record } : null
  }

  #openOf({ clientId, file }: FileExchange): readonly Transfer[] {
    return this.#open.get(clientId)?.get(file.path) ?? []
  }

  /** What had begun alone is a segment as soon as there is another. */
  #makeSegment(record: ExchangeRecord): void {
    if (record.part !== null) return
    record.part = 'segment'
    this.#watcher.exchangeChanged(record)
  }

  /** A segment that begins later may show that the client fetches all of the new version after all. */
  #judgeMix(transfer: Transfer): void {
    if (transfer.predecessor === null) return
    const { exchange, transfer: before } = transfer.predecessor
    const { isMixed } = transfer
    if (exchange.mixed === isMixed) return
    exchange.mixed = isMixed
    this.#watcher.exchangeChanged(exchange)
    this.#tell(before)
    this.#tell(transfer)
  }

  #tell(transfer: Transfer): void {
    transfer.isTold = true
    this.#moved.delete(transfer)
    this.#watcher.transferChanged(transfer)
  }

  /** Lets no exchange join it any more. */
  #close(transfer: Transfer): void {
    const byPath = this.#open.get(transfer.clientId)
    const left = byPath?.get(transfer.file.path)?.filter((each) => each !== transfer) ?? []
    if (left.length > 0) byPath?.set(transfer.file.path, left)
    else byPath?.delete(transfer.file.path)
    if (byPath?.size === 0) this.#open.delete(transfer.clientId)
  }

  #forget(transfer: Transfer): void {
    this.#close(transfer)
    this.#all.delete(transfer)
    this.#moved.delete(transfer)
    transfer.predecessor = null
    if (transfer.isTold) this.#watcher.transferRemoved(transfer)
  }

  #forgetOldest(): void {
    for (const transfer of this.#all) {
      if (transfer.running.size > 0) continue
      this.#forget(transfer)
      return
    }
  }
}

/** Whether a response carries octets of a file that somebody fetches. */
export function carriesFile(record: ExchangeRecord): record is FileExchange {
  const { file, method, status, replayed } = record
  return file !== null && file.size > 0 && method === 'GET' && (status === 200 || status === 206) && !replayed
}
