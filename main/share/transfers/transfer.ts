import { lintSet } from '../../../preload/lints'
import type { OctetSpan } from '../../../preload/sent-spans'
import type { SavedAmount } from '../../../preload/savings'
import { spansOfContent } from '../../../preload/sent-spans'
import type { SpanPairs, TransferState, TransferView } from '../../../preload/transfer-views'
import type { RowFile } from '../../../preload/views'
import type { ExchangeRecord } from '../exchange-record'
import { fewerStretches, SpanUnion } from './span-union'

/** More stretches than these cannot be told apart in a drawing, nor more requests in a list. */
const MOST_DRAWN = 64
const MOST_IDS = 64

const NOTHING_SPARED: SavedAmount = { times: 0, bytes: 0 }
const SENT_TWICE = lintSet('sent-twice')

/** What a client holds of an older version of the file, and the request that went on with this one. */
export interface Predecessor {
  readonly transfer: Transfer
  readonly exchange: ExchangeRecord
}

/** Which octets of the file were asked for, handed over, and handed over again. */
interface Octets {
  readonly asked: SpanUnion
  readonly covered: SpanUnion
  readonly twice: SpanUnion
}

/** An exchange that carries octets of a file. */
export type FileExchange = ExchangeRecord & { readonly file: RowFile }

/** What one client has of one version of a file. Changed in place; `toView` makes the copy that others get. */
export class Transfer {
  readonly id: number
  readonly clientId: number
  readonly file: RowFile
  readonly entityTag: string | null
  readonly startedAt: number
  progressAt: number
  endedAt: number | null = null
  /** How much content each running exchange had sent when it was last counted. */
  readonly running = new Map<ExchangeRecord, number>()
  exchangeIds: number[] = []
  exchanges = 0
  resumes = 0
  segments = 0
  predecessor: Predecessor | null = null
  /** Whether the window knows of it. */
  isTold = false
  /** The visit of its client that it was last counted in. */
  visit = 0

  /** What it counts for in the ledger of what was saved, for octets of the file that nobody asked for. */
  #spared = NOTHING_SPARED
  #kept: Octets | undefined
  #sentBytes = 0

  constructor(id: number, first: FileExchange) {
    this.id = id
    this.clientId = first.clientId
    this.file = first.file
    this.entityTag = first.entityTag
    this.startedAt = this.progressAt = first.progressAt
  }

  get state(): TransferState {
    if (this.running.size > 0) return 'running'
    if (this.coveredBytes >= this.file.size) return 'complete'
    return this.missingBytes > 0 ? 'incomplete' : 'parts'
  }

  /** What was handed over, as stretches in order. */
  get covered(): readonly OctetSpan[] {
    return this.#octets.covered.stretches
  }

  get coveredBytes(): number {
    return this.#octets.covered.bytes
  }

  /** Octets that were asked for and have not been handed over. */
  get missingBytes(): number {
    return Math.max(0, this.#octets.asked.bytes - this.#octets.covered.bytes)
  }

  /** Whether there are octets that the client has of the version before and did not ask for of this one. */
  get isMixed(): boolean {
    const held = this.predecessor?.transfer.covered ?? []
    return held.some((span) => !this.#octets.asked.hasAll(span))
  }

  isOfVersion({ file, entityTag }: ExchangeRecord): boolean {
    return file?.shareId === this.file.shareId && file.size === this.file.size && entityTag === this.entityTag
  }

  /** Takes one more exchange in, which has begun to send. */
  begin(exchange: FileExchange): void {
    if (this.running.size === 0 && this.exchanges > 0) this.resumes += 1
    this.running.set(exchange, 0)
    this.exchanges += 1
    this.exchangeIds.push(exchange.id)
    if (this.exchangeIds.length > MOST_IDS) this.exchangeIds.shift()
    this.segments = Math.max(this.segments, this.running.size)
    this.progressAt = exchange.progressAt
    this.endedAt = null
    if (this.exchanges > 1) for (const span of askedSpans(exchange.file)) this.#octets.asked.add(span)
  }

  /** Counts what an exchange has sent since it was last counted. */
  advance(exchange: ExchangeRecord): void {
    const counted = this.running.get(exchange)
    if (counted === undefined || exchange.file === null) return
    this.running.set(exchange, exchange.sentBytes)
    this.progressAt = exchange.progressAt
    for (const span of spansOfContent(exchange.file, counted, exchange.sentBytes)) {
      this.#sentBytes += span.end - span.start
      for (const again of this.#octets.covered.add(span)) {
        this.#octets.twice.add(again)
        // With stretches joined that do not touch, it may be for the first time after all.
        if (this.#octets.covered.roughBytes === 0) exchange.lints |= SENT_TWICE
      }
    }
  }

  /** Whether this is the only exchange so far, and has sent the whole file in one go: nothing has to be joined then. */
  isAllOf({ file, sentBytes }: ExchangeRecord): boolean {
    return this.exchanges === 1 && file?.ranges.length === 0 && sentBytes === file.size
  }

  /** Counts the rest of an exchange that has ended. */
  end(exchange: ExchangeRecord): void {
    this.advance(exchange)
    this.running.delete(exchange)
    if (this.running.size === 0) this.endedAt = exchange.progressAt
  }

  /**
   * Octets that need not be sent again when an exchange goes on where this one broke off: without Range, the file would
   * have been sent from its first octet on.
   */
  sparedBy({ file }: FileExchange): number {
    if (this.exchanges === 0 || this.state !== 'incomplete') return 0
    const { covered } = this.#octets
    const again = askedSpans(file).reduce((sum, span) => sum + covered.bytesOf(span), 0)
    return Math.max(0, covered.bytes - again)
  }

  /** Counts anew what was never asked for, and gives by how much that has changed. */
  countSpared(): SavedAmount {
    const before = this.#spared
    const isPart = this.state === 'parts'
    this.#spared = isPart ? { times: 1, bytes: this.file.size - this.coveredBytes } : NOTHING_SPARED
    return { times: this.#spared.times - before.times, bytes: this.#spared.bytes - before.bytes }
  }

  toView(): TransferView {
    const roughBytes = Math.max(this.#octets.asked.roughBytes, this.#octets.covered.roughBytes)
    return {
      id: this.id,
      clientId: this.clientId,
      shareId: this.file.shareId,
      path: this.file.path,
      size: this.file.size,
      entityTag: this.entityTag,
      state: this.state,
      covered: toPairs(this.#octets.covered.stretches),
      coveredBytes: this.#octets.covered.bytes,
      twice: toPairs(this.#octets.twice.stretches),
      twiceBytes: this.#sentBytes - this.#octets.covered.bytes,
      missingBytes: this.missingBytes,
      ...(roughBytes > 0 && { roughBytes }),
      exchangeIds: [...this.exchangeIds],
      exchanges: this.exchanges,
      resumes: this.resumes,
      segments: this.segments,
      startedAt: this.startedAt,
      progressAt: this.progressAt,
      endedAt: this.endedAt,
      ...this.#mixedWith(),
    }
  }

  /** Made when they are first wanted: most transfers are one request that is over before. */
  get #octets(): Octets {
    if (this.#kept === undefined) {
      this.#kept = { asked: new SpanUnion(), covered: new SpanUnion(), twice: new SpanUnion() }
      for (const span of askedSpans(this.file)) this.#kept.asked.add(span)
    }
    return this.#kept
  }

  #mixedWith(): Pick<TransferView, 'mixedWith'> {
    if (this.predecessor === null || !this.isMixed) return {}
    const { transfer, exchange } = this.predecessor
    const { id, entityTag, coveredBytes } = transfer
    return { mixedWith: { transferId: id, entityTag, coveredBytes, exchangeId: exchange.id } }
  }
}

function askedSpans({ ranges, size }: RowFile): readonly OctetSpan[] {
  if (ranges.length === 0) return [{ start: 0, end: size }]
  return ranges.map(([first, last]) => ({ start: first, end: last + 1 }))
}

function toPairs(stretches: readonly OctetSpan[]): SpanPairs {
  return fewerStretches(stretches, MOST_DRAWN).map(({ start, end }) => [start, end] as const)
}
