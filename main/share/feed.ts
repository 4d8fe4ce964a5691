/**
 * Everything the window shows, as a sequence of changes. One feed for each carrier: the desktop's window, or one
 * socket of the console.
 *
 * Serving comes first: a batch comes at most every 50 ms, none while nobody listens, and each is bounded. A listener
 * that is behind gets fewer, in which later changes have taken the place of earlier ones; how many did is counted.
 */
import type { FeedBatch, TotalsView } from '../../preload/views'
import type { ClientRecord } from './clients'
import type { ExchangeRecord } from './exchange-record'
import type { JournalWatcher } from './journal'
import { MOST_ROWS, PendingChanges } from './pending-changes'
import type { Transfer } from './transfers/transfer'

export const BATCH_INTERVAL_MS = 50

/** A listener with more batches than this unacknowledged is behind. */
const MOST_UNACKNOWLEDGED = 2
/**
 * From one batch to the next it takes at least so many times as long as the first took to make and to hand over: of a
 * flood of requests the feed costs a twentieth of our time, and rows wait for their turn instead of downloads.
 */
const PACE_FACTOR = 20
/** However long a batch took, the next one comes after so long: a person is watching. */
const LONGEST_PACE_MS = 1000

/** One that is behind, or that never acknowledges, still gets a batch this often. */
const BEHIND_INTERVAL_MS = 1000

/** The parts of the window's state that are sent whole when they change. */
export type WholePart = 'shares' | 'serving' | 'notices' | 'settings' | 'recent' | 'lab'
type WholeParts = Required<Pick<FeedBatch, WholePart>>

/** Where a feed gets what it sends. */
export interface FeedSource {
  watch(watcher: JournalWatcher): () => void
  totals(): Omit<TotalsView, 'merged'>
  /** The present value of each part. */
  readonly parts: { readonly [P in WholePart]: () => WholeParts[P] }
}

/** What a feed leaves to a snapshot. */
export interface SnapshotShare {
  /** The batch after this one follows on the snapshot. */
  readonly sequence: number
  /** In the order of their ids. */
  readonly records: readonly ExchangeRecord[]
}

export type BatchListener = (batch: FeedBatch) => void

export class Feed implements JournalWatcher {
  readonly #source: FeedSource
  readonly #now: () => number
  readonly #monotonic: () => number
  readonly #listeners = new Set<BatchListener>()
  #unwatch: (() => void) | undefined
  #timer: NodeJS.Timeout | undefined
  #sequence = 0
  #acknowledged = 0
  /** Whether changes have been missed since the last snapshot. */
  #hasRested = false
  #sentAt = -Infinity
  #paceMs = 0
  #merged = 0

  readonly #pending = new PendingChanges()
  readonly #parts = new Set<WholePart>()

  /** @param monotonic what the time that a batch takes is measured by */
  constructor(options: { readonly source: FeedSource; readonly now: () => number; readonly monotonic?: () => number }) {
    this.#source = options.source
    this.#now = options.now
    this.#monotonic = options.monotonic ?? (() => performance.now())
  }

  /** Updates that later ones took the place of because the listener was behind. */
  get merged(): number {
    return this.#merged
  }

  /**
   * Calls back with every batch from now on; returns the unsubscriber. All listeners of a feed get the same batches,
   * and any of them may acknowledge. What changed while nobody listened was not kept: a listener that comes back finds
   * a gap in the first batch, which makes it take a snapshot.
   */
  subscribe(listener: BatchListener): () => void {
    this.#listeners.add(listener)
    this.#unwatch ??= this.#source.watch(this)
    if (this.#hasRested) this.#breakSequence()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#rest()
    }
  }

  /** Tells how far the listener has come. */
  acknowledge(sequence: number): void {
    if (sequence > this.#sequence || sequence <= this.#acknowledged) return
    const wasBehind = this.#isBehind()
    this.#acknowledged = sequence
    if (!wasBehind || this.#isBehind() || this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#schedule()
  }

  /**
   * Starts anew from a snapshot that is taken now. It holds the newest records only, so that a long log does not hold
   * up those who are being served; the older ones follow in batches, newest first. With nobody to follow the feed it
   * holds them all.
   *
   * @param records all there are, in the order of their ids
   */
  restart(records: readonly ExchangeRecord[]): SnapshotShare {
    this.#forgetPending()
    this.#acknowledged = this.#sequence
    // With nobody listening, what comes after the snapshot will have been missed.
    this.#hasRested = this.#unwatch === undefined
    if (this.#hasRested || records.length <= MOST_ROWS) return { sequence: this.#sequence, records }
    this.#pending.addOlder(records.slice(0, -MOST_ROWS).reverse())
    this.#schedule()
    return { sequence: this.#sequence, records: records.slice(-MOST_ROWS) }
  }

  /** Says that a part which is sent whole has changed. */
  partChanged(part: WholePart): void {
    if (this.#listeners.size === 0) return
    this.#parts.add(part)
    this.#schedule()
  }

  exchangeBegan(record: ExchangeRecord): void {
    this.#pending.add(record)
    this.#schedule()
  }

  exchangeChanged(record: ExchangeRecord): void {
    if (this.#pending.patch(record) && this.#isBehind()) this.#merged += 1
    this.#schedule()
  }

  exchangeRemoved(record: ExchangeRecord): void {
    this.#pending.remove(record)
    this.#schedule()
  }

  exchangesRestored(): void {
    // Rows that come back belong between those that the listener has: only a snapshot shows them right.
    this.#breakSequence()
  }

  clientChanged(client: ClientRecord): void {
    this.#pending.changeClient(client)
    this.#schedule()
  }

  clientRemoved(client: ClientRecord): void {
    this.#pending.removeClient(client)
    this.#schedule()
  }

  transferChanged(transfer: Transfer): void {
    this.#pending.changeTransfer(transfer)
    this.#schedule()
  }

  transferRemoved(transfer: Transfer): void {
    this.#pending.removeTransfer(transfer)
    this.#schedule()
  }

  /** Ends the feed for all its listeners. */
  close(): void {
    this.#listeners.clear()
    this.#rest()
  }

  /** Leaves a gap, which makes the listener take a snapshot. */
  #breakSequence(): void {
    this.#hasRested = false
    this.#forgetPending()
    this.#sequence += 1
    this.#parts.add('serving')
    this.#schedule()
  }

  #rest(): void {
    this.#hasRested = true
    this.#unwatch?.()
    this.#unwatch = undefined
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#forgetPending()
  }

  #isBehind(): boolean {
    return this.#sequence - this.#acknowledged > MOST_UNACKNOWLEDGED
  }

  /** The first change starts the clock, so that what belongs together travels together. */
  #schedule(): void {
    if (this.#timer !== undefined) return
    // The clock may have been set back meanwhile.
    const sinceMs = Math.max(0, this.#now() - this.#sentAt)
    const intervalMs = this.#isBehind() ? BEHIND_INTERVAL_MS : this.#paceMs
    const waitMs = Math.max(BATCH_INTERVAL_MS, intervalMs - sinceMs)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#send()
    }, waitMs)
  }

  #send(): void {
    const beganAt = this.#monotonic()
    this.#sequence += 1
    this.#sentAt = this.#now()
    const batch = this.#takeBatch()
    for (const listener of this.#listeners) listener(batch)
    this.#paceMs = Math.min(LONGEST_PACE_MS, (this.#monotonic() - beganAt) * PACE_FACTOR)
    if (this.#pending.hasRows) this.#schedule()
  }

  #takeBatch(): FeedBatch {
    return {
      sequence: this.#sequence,
      ...this.#pending.take(this.#now()),
      totals: { ...this.#source.totals(), merged: this.#merged },
      ...this.#takeParts(),
    }
  }

  #takeParts(): Partial<WholeParts> {
    const { parts } = this.#source
    const changed = this.#parts
    const taken = {
      ...(changed.has('shares') && { shares: parts.shares() }),
      ...(changed.has('serving') && { serving: parts.serving() }),
      ...(changed.has('notices') && { notices: parts.notices() }),
      ...(changed.has('settings') && { settings: parts.settings() }),
      ...(changed.has('recent') && { recent: parts.recent() }),
      ...(changed.has('lab') && { lab: parts.lab() }),
    }
    changed.clear()
    return taken
  }

  #forgetPending(): void {
    this.#pending.clear()
    this.#parts.clear()
  }
}
