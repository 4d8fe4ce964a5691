/**
 * The exchanges in memory: every one that runs, and the last ones that have ended.
 *
 * Bounded twice: by the number of records, and by the octets of their heads. Both give up the exchange that ended
 * longest ago; one that runs is never given up, nor one that a person has marked, pinned or commented. Serving comes first: folding an event looks nothing up but the record,
 * and makes nothing but the record itself.
 */
import type {
  CloseCause,
  ExchangeAborted,
  RequestBegun,
  RequestReceived,
  RequestRejected,
  ResponseFinished,
  ResponseProgress,
  ResponseStarted,
} from '../server/events'
import type { ConnectionFacts } from '../server/handler'
import type { ExchangeState } from '../../preload/views'
import { fieldValue } from '../http/field-lines'
import type { ResponseSubject } from '../http/response-plan'
import { EndedExchanges } from './ended-exchanges'
import { changeNotes, KeptExchanges } from './exchange-notes'
import type { NotesChange } from './exchange-notes'
import { ExchangeRecord } from './exchange-record'
import { meanRate, measureRate, STALLED_MS } from './exchange-rate'
import { RowFiles } from './row-files'
import { TextPool } from './text-pool'

/** How much is kept: 50,000 records of some 300 octets, and 64 MiB of heads (inspector.md, "very many requests"). */
export const LOG_LIMITS: LogLimits = { records: 50_000, headBytes: 64 * 1024 * 1024 }

/** What follows in a User-Agent tells nobody anything. */
const LONGEST_AGENT = 256

/** A cleared log can be brought back for so long. */
export const UNDO_MS = 10_000

export interface LogLimits {
  readonly records: number
  readonly headBytes: number
}

/** Who wants to know what changes. Called within the fold: must be quick and must not throw. */
export interface LogWatcher {
  exchangeBegan(record: ExchangeRecord): void
  exchangeChanged(record: ExchangeRecord): void
  exchangeRemoved(record: ExchangeRecord): void
  /** Records came back at places of their own: only a whole new look shows them right. */
  exchangesRestored(): void
}

/** The connection that an exchange is on, and whose it is. */
export interface ExchangeOrigin {
  readonly connection: ConnectionFacts
  readonly clientId: number
}

type RequestLine = Pick<ExchangeRecord, 'method' | 'target' | 'version'>
const NOTHING_READ: RequestLine = { method: null, target: null, version: null }

interface Cleared {
  readonly exchanges: EndedExchanges
  readonly until: number
}

export class ExchangeLog {
  #limits: LogLimits
  readonly #watcher: LogWatcher
  readonly #texts = new TextPool()
  readonly #files = new RowFiles(this.#texts)
  #records = new Map<number, ExchangeRecord>()
  readonly #active = new Set<ExchangeRecord>()
  #ended = new EndedExchanges()
  readonly #kept = new KeptExchanges()
  #headBytes = 0
  #cleared: Cleared | null = null
  #exchanges = 0
  #evicted = 0

  constructor(options: { readonly limits?: LogLimits; readonly watcher: LogWatcher }) {
    this.#limits = options.limits ?? LOG_LIMITS
    this.#watcher = options.watcher
  }

  /** How many exchanges there have been. */
  get exchanges(): number {
    return this.#exchanges
  }

  /** The exchanges that run. */
  get active(): ReadonlySet<ExchangeRecord> {
    return this.#active
  }

  /** How many ended records left memory to keep within the limits. */
  get evicted(): number {
    return this.#evicted
  }

  /** Octets of heads that are held, those of a cleared log that can still come back included. */
  get headBytes(): number {
    return this.#headBytes
  }

  find(id: number): ExchangeRecord | undefined {
    return this.#records.get(id)
  }

  /** Gives all records in the order of their ids. */
  records(): ExchangeRecord[] {
    return [...this.#records.values()]
  }

  /** Begins an exchange whose request is still being read. */
  begin(event: RequestBegun, origin: ExchangeOrigin): ExchangeRecord {
    const record = this.#begin(event, origin, NOTHING_READ)
    record.waitedMs = event.waitedMs
    return record
  }

  /** Takes in a request whose head is whole. It may be a new one, or one that was being read. */
  receive(event: RequestReceived, origin: ExchangeOrigin): ExchangeRecord {
    const { method, target, version, bytes } = event.head
    const known = this.#records.get(event.exchangeId)
    if (known !== undefined) Object.assign(known, this.#pooled({ method, target, version }))
    const record = known ?? this.#begin(event, origin, { method, target, version })
    record.headElapsedMs = event.headElapsedMs
    record.waitedMs = event.waitedMs
    record.queuedMs = event.queuedMs ?? null
    const agent = fieldValue(event.head.fields, 'user-agent')
    if (agent !== undefined) record.agent = this.#texts.keep(agent.slice(0, LONGEST_AGENT))
    this.#keepRequestHead(record, bytes)
    if (known !== undefined) this.#watcher.exchangeChanged(record)
    return record
  }

  /** Marks an exchange as malformed. It may be a new one, or one whose content broke its framing. */
  reject(event: RequestRejected, origin: ExchangeOrigin): ExchangeRecord {
    const { method = null, target = null } = event
    const known = this.#records.get(event.exchangeId)
    if (known?.method === null) Object.assign(known, this.#pooled({ method, target, version: null }))
    const record = known ?? this.#begin(event, origin, { method, target, version: null })
    record.state = 'malformed'
    record.reason = event.code
    record.faultOffset = event.offset
    record.foreign = event.foreign ?? null
    this.#keepRequestHead(record, event.bytes)
    this.#watcher.exchangeChanged(record)
    return record
  }

  start(event: ResponseStarted): void {
    const record = this.#records.get(event.exchangeId)
    if (record === undefined) return
    if (record.state !== 'malformed') record.state = 'sending'
    record.status = event.status
    record.contentLength = event.contentLength ?? null
    record.firstByteMs = event.elapsedMs
    record.marks = event.marks ?? null
    record.progressAt = event.at
    record.bytesPerSecond = 0
    if (event.subject !== undefined) this.#describe(record, event.subject)
    record.responseHead = this.#keep(event.headBytes)
    this.#watcher.exchangeChanged(record)
  }

  progress(event: ResponseProgress): void {
    const record = this.#records.get(event.exchangeId)
    if (record === undefined) return
    // Nothing was sent before the head was, and that was the last progress.
    record.pace ??= { fromAt: record.progressAt, fromBytes: 0 }
    if (event.sentBytes > record.sentBytes) record.progressAt = event.at
    record.sentBytes = event.sentBytes
    measureRate(record, record.pace, event.at)
    this.#watcher.exchangeChanged(record)
  }

  /** Ends an exchange and gives its record; undefined when it was not known or had ended before. */
  finish(event: ResponseFinished): ExchangeRecord | undefined {
    const record = this.#records.get(event.exchangeId)
    if (record === undefined || record.hasEnded) return undefined
    record.status = event.status
    if (record.state !== 'malformed') record.state = endState(event.status)
    this.#end(record, event)
    return record
  }

  /** Ends an exchange before its last octet and gives its record; undefined when it was not known or had ended. */
  abort(event: ExchangeAborted): ExchangeRecord | undefined {
    const record = this.#records.get(event.exchangeId)
    if (record === undefined || record.hasEnded) return undefined
    if (record.state !== 'malformed') {
      const byClient = event.cause === 'client-closed' || event.cause === 'client-reset'
      record.state = byClient ? 'aborted-by-client' : 'aborted-by-server'
      record.reason = event.cause
    }
    this.#end(record, event)
    return record
  }

  /** Tells of the last exchange on a connection why that has ended. */
  endConnection(record: ExchangeRecord, cause: CloseCause): void {
    if (this.#records.get(record.id) !== record) return
    record.closeCause = cause
    this.#watcher.exchangeChanged(record)
  }

  /** Lowers the rate of transfers that have stopped moving, and lets go of what can no longer be brought back. */
  tick(now: number): void {
    if (this.#cleared !== null && now >= this.#cleared.until) this.#forgetCleared()
    for (const record of this.#active) {
      if (now - record.progressAt < STALLED_MS || (record.bytesPerSecond ?? 0) === 0) continue
      record.bytesPerSecond = 0
      record.pace = { fromAt: now, fromBytes: record.sentBytes }
      this.#watcher.exchangeChanged(record)
    }
  }

  /** Holds other limits from now on. */
  changeLimits(limits: Partial<LogLimits>): void {
    this.#limits = { ...this.#limits, ...limits }
    this.#keepWithinLimits()
  }

  /**
   * Changes what a person has noted of exchanges. An id that is not known is passed over.
   *
   * @returns false, with nothing changed, when more exchanges would be kept than there may be
   */
  annotate(ids: readonly number[], change: NotesChange): boolean {
    const records = ids.map((id) => this.#records.get(id)).filter((record) => record !== undefined)
    if (!this.#kept.hasRoomFor(records, change)) return false
    for (const record of records) {
      record.notes = changeNotes(record.notes, change)
      if (this.#kept.follow(record)) this.#ended.unshift(record)
      this.#watcher.exchangeChanged(record)
    }
    // What is kept no longer may have to leave, and its heads with it.
    this.#ended.lookAtHeadsAgain()
    this.#keepWithinLimits()
    return true
  }

  /**
   * Takes all that have ended out of the log, but for those that are pinned, and gives their number. `restore` brings
   * them back within 10 s.
   */
  clear(now: number): number {
    this.#forgetCleared()
    const exchanges = new EndedExchanges()
    let count = 0
    for (const record of this.#takeEnded()) {
      if (record.notes?.pinned === true) {
        this.#ended.push(record)
        continue
      }
      exchanges.push(record)
      this.#kept.forget(record)
      this.#records.delete(record.id)
      this.#watcher.exchangeRemoved(record)
      count += 1
    }
    if (count > 0) this.#cleared = { exchanges, until: now + UNDO_MS }
    return count
  }

  /** Brings back what the last `clear` took, and gives the number; 0 when it is too late. */
  restore(now: number): number {
    if (this.#cleared !== null && now >= this.#cleared.until) this.#forgetCleared()
    if (this.#cleared === null) return 0
    const { exchanges } = this.#cleared
    this.#cleared = null
    const returned = [...exchanges]
    for (const record of returned) this.#kept.follow(record)
    const all = [...returned, ...this.#records.values()].sort((one, other) => one.id - other.id)
    this.#records = new Map(all.map((record) => [record.id, record]))
    this.#ended.prepend(exchanges)
    this.#keepWithinLimits()
    this.#watcher.exchangesRestored()
    return returned.length
  }

  #begin(
    event: RequestBegun | RequestReceived | RequestRejected,
    origin: ExchangeOrigin,
    line: RequestLine,
  ): ExchangeRecord {
    const { method, target } = line
    const record = new ExchangeRecord({
      id: event.exchangeId,
      at: event.at,
      clientId: origin.clientId,
      connection: origin.connection,
      ordinal: event.ordinal,
      method: method === null ? null : this.#texts.keep(method),
      target: target === null ? null : this.#texts.keep(target),
      version: line.version,
    })
    this.#records.set(record.id, record)
    this.#active.add(record)
    this.#exchanges += 1
    this.#watcher.exchangeBegan(record)
    return record
  }

  #pooled({ method, target, version }: RequestLine): RequestLine {
    return {
      method: method === null ? null : this.#texts.keep(method),
      target: target === null ? null : this.#texts.keep(target),
      version,
    }
  }

  #describe(record: ExchangeRecord, subject: ResponseSubject): void {
    record.reason ??= subject.reason ?? null
    record.entityTag = subject.entityTag === undefined ? null : this.#texts.keep(subject.entityTag)
    record.file = this.#files.of(subject)
    record.lab = subject.lab ?? null
  }

  #end(record: ExchangeRecord, event: ResponseFinished | ExchangeAborted): void {
    record.sentBytes = event.sentBytes
    record.receivedBytes = event.receivedBytes
    record.elapsedMs = event.elapsedMs
    record.marks = event.marks ?? record.marks
    record.progressAt = event.at
    record.bytesPerSecond = meanRate(record)
    record.pace = null
    this.#active.delete(record)
    this.#ended.push(record)
    this.#watcher.exchangeChanged(record)
    this.#keepWithinLimits()
  }

  #keepRequestHead(record: ExchangeRecord, bytes: Uint8Array): void {
    this.#headBytes -= record.requestHead?.byteLength ?? 0
    record.requestHead = this.#keep(bytes)
  }

  /** Takes a head into the budget. A small view of a large buffer is copied, or it would keep all of that alive. */
  #keep(bytes: Uint8Array): Uint8Array {
    this.#headBytes += bytes.byteLength
    return bytes.buffer.byteLength > 2 * bytes.byteLength ? new Uint8Array(bytes) : bytes
  }

  #keepWithinLimits(): void {
    while (this.#records.size > this.#limits.records) {
      const record = this.#ended.shift()
      if (record === null) break
      if (record.notes !== null) {
        this.#kept.setAside(record)
        continue
      }
      this.#records.delete(record.id)
      this.#releaseHeads(record)
      this.#evicted += 1
      this.#watcher.exchangeRemoved(record)
    }
    if (this.#headBytes > this.#limits.headBytes) this.#dropHeads()
  }

  /** Gives up heads, those of a cleared log before any other: nobody can look at them now. */
  #dropHeads(): void {
    for (const record of this.#cleared?.exchanges ?? []) this.#releaseHeads(record)
    while (this.#headBytes > this.#limits.headBytes) {
      const record = this.#ended.shiftHeads()
      if (record === null) break
      if (record.notes === null) this.#releaseHeads(record)
    }
  }

  /** Gives all that have ended, in the order in which they did, and lets go of them. */
  #takeEnded(): readonly ExchangeRecord[] {
    const ended = [...this.#kept.takeAside(), ...this.#ended]
    this.#ended = new EndedExchanges()
    for (const record of ended) record.endedNext = null
    return ended
  }

  #releaseHeads(record: ExchangeRecord): void {
    this.#headBytes -= (record.requestHead?.byteLength ?? 0) + (record.responseHead?.byteLength ?? 0)
    record.requestHead = null
    record.responseHead = null
  }

  #forgetCleared(): void {
    for (const record of this.#cleared?.exchanges ?? []) this.#releaseHeads(record)
    this.#cleared = null
  }
}

function endState(status: number): ExchangeState {
  if (status >= 400) return 'error'
  if (status === 304) return 'not-modified'
  return status === 206 ? 'partial' : 'complete'
}
