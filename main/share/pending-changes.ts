import type { ExchangeRow, FeedBatch } from '../../preload/views'
import type { ClientRecord } from './clients'
import { toRow } from './exchange-record'
import type { ExchangeRecord } from './exchange-record'
import type { Transfer } from './transfers/transfer'

/** Rows of each kind in one batch; the rest goes into the next. 2,000 rows are some 700 kB of JSON. */
export const MOST_ROWS = 2000
const MOST_REMOVED = 20_000
/** A transfer may be some 5 kB of JSON; most are a tenth of that. */
const MOST_TRANSFERS = 200

/** What of a batch comes out of the journal. */
export type JournalChanges = Pick<
  FeedBatch,
  'added' | 'patched' | 'removed' | 'clients' | 'clientsRemoved' | 'transfers' | 'transfersRemoved'
>

/** What has changed since the last batch. Holds records, not rows: a row is made when it is sent, as it then is. */
export class PendingChanges {
  readonly #added = new Set<ExchangeRecord>()
  /** Records that a snapshot left out. They come when there is room beside the new ones. */
  readonly #older = new Set<ExchangeRecord>()
  readonly #patched = new Set<ExchangeRecord>()
  readonly #removed = new Set<number>()
  readonly #clients = new Set<ClientRecord>()
  readonly #clientsRemoved = new Set<number>()
  readonly #transfers = new Set<Transfer>()
  readonly #transfersRemoved = new Set<number>()

  /** Whether rows are waiting: those of a flood do not fit into one batch. */
  get hasRows(): boolean {
    return this.#added.size + this.#older.size + this.#patched.size + this.#removed.size + this.#transfers.size > 0
  }

  add(record: ExchangeRecord): void {
    this.#added.add(record)
  }

  /** @param records that the window does not have yet, in the order in which it shall get them */
  addOlder(records: Iterable<ExchangeRecord>): void {
    for (const record of records) this.#older.add(record)
  }

  /** Gives whether the change has merged into one that was waiting already. */
  patch(record: ExchangeRecord): boolean {
    if (this.#added.has(record) || this.#older.has(record) || this.#patched.has(record)) return true
    this.#patched.add(record)
    return false
  }

  remove(record: ExchangeRecord): void {
    this.#patched.delete(record)
    // What was never sent need not be taken back.
    if (!this.#added.delete(record) && !this.#older.delete(record)) this.#removed.add(record.id)
  }

  changeClient(client: ClientRecord): void {
    this.#clients.add(client)
  }

  removeClient(client: ClientRecord): void {
    this.#clients.delete(client)
    this.#clientsRemoved.add(client.id)
  }

  changeTransfer(transfer: Transfer): void {
    this.#transfers.add(transfer)
  }

  removeTransfer(transfer: Transfer): void {
    this.#transfers.delete(transfer)
    this.#transfersRemoved.add(transfer.id)
  }

  /** Takes out as much as one batch may hold. */
  take(now: number): JournalChanges {
    const changes = {
      added: this.#takeAdded(),
      patched: takeFrom(this.#patched, MOST_ROWS).map(toRow),
      removed: takeFrom(this.#removed, MOST_REMOVED),
      clients: Array.from(this.#clients, (client) => client.toView(now)),
      ...(this.#clientsRemoved.size > 0 && { clientsRemoved: [...this.#clientsRemoved] }),
      ...this.#takeTransfers(),
    }
    this.#clients.clear()
    this.#clientsRemoved.clear()
    return changes
  }

  clear(): void {
    for (const each of [this.#added, this.#older, this.#patched]) each.clear()
    for (const each of [this.#removed, this.#clientsRemoved, this.#transfersRemoved]) each.clear()
    this.#clients.clear()
    this.#transfers.clear()
  }

  #takeTransfers(): Pick<JournalChanges, 'transfers' | 'transfersRemoved'> {
    const transfers = takeFrom(this.#transfers, MOST_TRANSFERS).map((transfer) => transfer.toView())
    const removed = [...this.#transfersRemoved]
    this.#transfersRemoved.clear()
    return {
      ...(transfers.length > 0 && { transfers }),
      ...(removed.length > 0 && { transfersRemoved: removed }),
    }
  }

  #takeAdded(): ExchangeRow[] {
    const added = takeFrom(this.#added, MOST_ROWS)
    return [...added, ...takeFrom(this.#older, MOST_ROWS - added.length)].map(toRow)
  }
}

/** Takes the members that were added first out of the set. */
function takeFrom<T>(members: Set<T>, limit: number): T[] {
  const taken: T[] = []
  for (const member of members) {
    if (taken.length === limit) break
    taken.push(member)
    members.delete(member)
  }
  return taken
}
