import { createContext } from 'svelte'
import type { PortholeApi } from '../../preload/contract'
import type { FeedBatch, HostView, Snapshot, TotalsView } from '../../preload/views'
import { Clients } from './clients.svelte'
import { LabState } from './lab.svelte'
import { FieldValues } from './field-values.svelte'
import { Notices } from './notices.svelte'
import { RequestLog } from './request-log.svelte'
import { ServingState } from './serving.svelte'
import { SettingsState } from './settings.svelte'
import { Shares } from './shares.svelte'
import { Throughput } from './throughput.svelte'
import { Transfers } from './transfers.svelte'

const NOTHING_YET: TotalsView = {
  exchanges: 0,
  active: 0,
  sentBytes: 0,
  bytesPerSecond: 0,
  evicted: 0,
  merged: 0,
  memoryBytes: 0,
}

/** Batches that come while a snapshot is on its way; a longer queue means that the snapshot will not come. */
const WAITING_BATCHES = 1000

/**
 * Everything the window knows, fed by snapshots and batches alone.
 *
 * A batch that does not follow on the last one makes it take a new snapshot; batches that arrive meanwhile wait, and
 * those that the snapshot already holds are dropped.
 */
export class Session {
  readonly #api: PortholeApi
  readonly #afterDrawing: (callback: () => void) => void
  #sequence = -1
  #waiting: FeedBatch[] | null = []
  #acknowledging = false

  readonly notices = new Notices()
  readonly log = new RequestLog()
  readonly fields: FieldValues
  readonly clients = new Clients()
  readonly transfers = new Transfers()
  readonly serving: ServingState
  readonly shares: Shares
  readonly settings: SettingsState
  readonly throughput: Throughput
  readonly lab: LabState
  totals = $state.raw<TotalsView>(NOTHING_YET)
  /** The machine and shell we run in; null until the first snapshot. */
  host = $state.raw<HostView | null>(null)

  /**
   * @param afterDrawing calls back once what was applied is on the screen; main merges what we have not seen yet
   */
  constructor(api: PortholeApi, afterDrawing: (callback: () => void) => void) {
    this.#api = api
    this.#afterDrawing = afterDrawing
    this.fields = new FieldValues(api)
    this.serving = new ServingState(api, this.notices)
    this.shares = new Shares(api, this.notices)
    this.settings = new SettingsState(api, this.notices)
    this.throughput = new Throughput(api, this.notices)
    this.lab = new LabState(api, this.notices)
  }

  /** Listens to the feed and takes the first snapshot; gives the function that stops listening. */
  start(): () => void {
    const stop = this.#api.onBatch((batch) => {
      this.apply(batch)
    })
    void this.resynchronise()
    return stop
  }

  /** Takes a fresh snapshot and goes on from it, as after a gap in the feed or a lost connection. */
  async resynchronise(): Promise<void> {
    this.#waiting = []
    try {
      this.#take(await this.#api.takeSnapshot(undefined))
    } catch (error) {
      this.notices.tellBug(error)
    }
  }

  apply(batch: FeedBatch): void {
    if (this.#waiting !== null) {
      if (this.#waiting.length < WAITING_BATCHES) this.#waiting.push(batch)
      return
    }
    if (batch.sequence <= this.#sequence) return
    if (batch.sequence !== this.#sequence + 1) {
      void this.resynchronise()
      return
    }
    this.#sequence = batch.sequence
    this.log.apply(batch)
    this.clients.apply(batch.clients, batch.clientsRemoved)
    this.transfers.apply(batch)
    this.totals = batch.totals
    this.shares.apply(batch.shares)
    if (batch.recent !== undefined) this.shares.recent = batch.recent
    this.serving.apply(batch.serving)
    this.settings.apply(batch.settings)
    this.lab.apply(batch.lab)
    if (batch.notices !== undefined) this.notices.replace(batch.notices)
    this.#acknowledgeSoon()
  }

  /** Puts text on the clipboard; tells whether it is there. */
  async copy(text: string): Promise<boolean> {
    try {
      await this.#api.copyText(text)
      return true
    } catch (error) {
      this.notices.tellBug(error)
      return false
    }
  }

  /** Tells main that a notice has been read. */
  async dismissNotice(id: number): Promise<void> {
    try {
      await this.#api.dismissNotice(id)
    } catch (error) {
      this.notices.tellBug(error)
    }
  }

  #take(snapshot: Snapshot): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    this.#sequence = snapshot.sequence
    this.host = snapshot.host
    this.settings.apply(snapshot.settings)
    this.lab.apply(snapshot.lab)
    this.log.replace(snapshot.rows)
    this.clients.replace(snapshot.clients)
    this.transfers.replace(snapshot.transfers)
    this.totals = snapshot.totals
    this.shares.apply(snapshot.shares)
    this.shares.recent = snapshot.recent
    this.serving.apply(snapshot.serving)
    this.notices.replace(snapshot.notices)
    this.#acknowledgeSoon()
    for (const batch of waiting) this.apply(batch)
  }

  #acknowledgeSoon(): void {
    if (this.#acknowledging) return
    this.#acknowledging = true
    this.#afterDrawing(() => {
      this.#acknowledging = false
      // A carrier that has gone away is told of by whoever holds it; there is nobody to acknowledge to.
      this.#api.acknowledge(this.#sequence).catch(() => undefined)
    })
  }
}

export const [getSession, setSession] = createContext<Session>()
