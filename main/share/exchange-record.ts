import { Buffer } from 'node:buffer'
import type { LintSet } from '../../preload/lints'
import type { Evidence, TransferPart } from '../../preload/transfer-views'
import type { ExchangeDetail, ExchangeRow, ExchangeState, RowFile } from '../../preload/views'
import type { CloseCause, ExchangeMarks } from '../server/events'
import type { ConnectionFacts } from '../server/handler'
import { rowNotes } from './exchange-notes'
import type { ExchangeNotes } from './exchange-notes'
import type { Pace } from './exchange-rate'
import { lintsOf } from './lints'
import type { Asks } from './lints'
import type { TimeSamples } from './transfers/time-samples'
import type { Transfer } from './transfers/transfer'

/** What is known of an exchange when its first event comes. Texts are given already pooled. */
export interface ExchangeBeginning {
  readonly id: number
  readonly at: number
  readonly clientId: number
  readonly connection: ConnectionFacts
  readonly ordinal: number
  readonly method: string | null
  readonly target: string | null
  readonly version: string | null
}

/**
 * One exchange in memory. Changed in place as events come, 2,000 times a second and more; whoever looks at it gets a
 * copy made by `toRow` or `toDetail`. Every field is set once in the constructor, so that all records have one shape.
 */
export class ExchangeRecord {
  readonly id: number
  readonly at: number
  readonly clientId: number
  readonly connection: ConnectionFacts
  readonly ordinal: number
  method: string | null
  target: string | null
  version: string | null
  /** The beginning of the User-Agent field's value; null when none was sent. */
  agent: string | null = null

  state: ExchangeState = 'receiving'
  status: number | null = null
  reason: string | null = null
  sentBytes = 0
  receivedBytes = 0
  contentLength: number | null = null
  file: RowFile | null = null
  /** With the file's path it names one version of the file. */
  entityTag: string | null = null
  bytesPerSecond: number | null = null
  progressAt: number
  headElapsedMs: number | null = null
  /** How long its connection had been free; null when it is not known. */
  waitedMs: number | null = null
  /** How long it waited for the answers before it; null when it was its turn at once. */
  queuedMs: number | null = null
  marks: ExchangeMarks | null = null
  /** Why its connection ended, if this was the last on it. */
  closeCause: CloseCause | null = null
  firstByteMs: number | null = null
  elapsedMs: number | null = null

  requestHead: Uint8Array | null = null
  responseHead: Uint8Array | null = null
  /** Offset of the offending octet, or null when the request was well formed. */
  faultOffset: number | null = null
  foreign: string | null = null
  /** How the fault lab served it wrongly on purpose. */
  lab: readonly string[] | null = null
  /** Whether we sent the request ourselves, and the exchange that it asks again, if it does. */
  replayed = false
  repeats: number | null = null
  /** What its fields ask for, and the notes that hold of it beyond what the rest of the record tells; see `lints`. */
  asks: Asks = 0
  lints: LintSet = 0

  /** The transfer that it is a part of: the number for good, the transfer itself while it runs. */
  transferId: number | null = null
  transfer: Transfer | null = null
  part: TransferPart | null = null
  /** Whether it went on with another version of the file than the client had begun with. */
  mixed = false
  evidence: Evidence | null = null
  /** What it did over time, once there has been progress; few exchanges last that long. */
  samples: TimeSamples | null = null

  /** What a person has noted of it. While there is anything, it does not leave memory. */
  notes: ExchangeNotes | null = null

  /** Where `bytesPerSecond` is measured from, once there has been progress; few exchanges last that long. */
  pace: Pace | null = null

  /** The record that ended next after this one; see `ExchangeLog`. */
  endedNext: ExchangeRecord | null = null

  constructor(beginning: ExchangeBeginning) {
    this.id = beginning.id
    this.at = beginning.at
    this.clientId = beginning.clientId
    this.connection = beginning.connection
    this.ordinal = beginning.ordinal
    this.method = beginning.method
    this.target = beginning.target
    this.version = beginning.version
    this.progressAt = beginning.at
  }

  get hasEnded(): boolean {
    return this.elapsedMs !== null
  }
}

/** A head that was whole sooner is not told apart from one that came at once. */
const SEEN_MS = 1

/** Gives the line of the request table for an exchange, as it stands now. */
export function toRow(record: ExchangeRecord): ExchangeRow {
  const lints = lintsOf(record)
  return {
    id: record.id,
    at: record.at,
    clientId: record.clientId,
    connectionId: record.connection.connectionId,
    ordinal: record.ordinal,
    method: record.method,
    target: record.target,
    version: record.version,
    ...(record.agent !== null && { agent: record.agent }),
    port: record.connection.remotePort,
    state: record.state,
    status: record.status,
    reason: record.reason,
    ...(record.foreign !== null && { foreign: record.foreign }),
    ...(record.lab !== null && { lab: record.lab }),
    ...(record.replayed && { replayed: true }),
    sentBytes: record.sentBytes,
    receivedBytes: record.receivedBytes,
    contentLength: record.contentLength,
    file: record.file,
    bytesPerSecond: record.bytesPerSecond,
    progressAt: record.progressAt,
    ...(record.closeCause !== null && { closeCause: record.closeCause }),
    ...(record.headElapsedMs !== null && record.headElapsedMs >= SEEN_MS && { headMs: record.headElapsedMs }),
    ...(record.queuedMs !== null && { queuedMs: record.queuedMs }),
    firstByteMs: record.firstByteMs,
    elapsedMs: record.elapsedMs,
    ...(record.transferId !== null && { transferId: record.transferId }),
    ...(record.part !== null && { part: record.part }),
    ...(record.mixed && { mixed: true }),
    ...(record.evidence !== null && { evidence: record.evidence }),
    ...(lints !== 0 && { lints }),
    ...(record.notes !== null && rowNotes(record.notes)),
  }
}

/** Gives everything that is kept of an exchange, its heads included. */
export function toDetail(record: ExchangeRecord): ExchangeDetail {
  return {
    row: toRow(record),
    requestHead: toBase64(record.requestHead),
    responseHead: toBase64(record.responseHead),
    faultOffset: record.faultOffset,
    remoteAddress: record.connection.remoteAddress,
    remotePort: record.connection.remotePort,
    localAddress: record.connection.localAddress,
    localPort: record.connection.localPort,
    timing: {
      waited: record.waitedMs,
      turn: record.queuedMs,
      headComplete: record.headElapsedMs,
      routed: record.marks?.routed ?? null,
      decided: record.marks?.decided ?? null,
      responseStarted: record.firstByteMs,
      contentTaken: record.marks?.contentTaken ?? null,
      ended: record.elapsedMs,
    },
    entityTag: record.entityTag,
    time: record.samples?.toView() ?? null,
    ...(record.repeats !== null && { repeats: record.repeats }),
  }
}

function toBase64(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
