/** What the keys of the filter language find in a row. */
import type { ExchangeRow } from '../../preload/views'
import { decodeTarget } from '../../preload/inert-text'
import type { Flag, KeyName } from './vocabulary'

/** What is known of a client. */
export interface ClientFacts {
  readonly name: string | null
  readonly address: string
}

/** A transfer that moved nothing for so long is stalled; `row-look.ts` shows it so. */
const STALLED_AFTER_MS = 3000
/** Slow to begin with: the first byte came later than this. */
const SLOW_FIRST_BYTE_MS = 1000
/** Slow to send: after this time on average fewer octets per second than that. */
const SLOW_AFTER_MS = 5000
const SLOW_RATE = 100_000

/** A target longer than this is not searched beyond it. Requests that are meant are shorter. */
const LONGEST_TARGET = 4096

/** The path of the target as people read it. */
export function pathOf({ target }: ExchangeRow): string {
  if (target === null) return ''
  const end = target.indexOf('?')
  return readable(end < 0 ? target : target.slice(0, end))
}

/** What follows the question mark; null without one. */
export function queryOf({ target }: ExchangeRow): string | null {
  const start = target?.indexOf('?') ?? -1
  return target === null || start < 0 ? null : readable(target.slice(start + 1))
}

/** The whole target as people read it. */
export function targetOf({ target }: ExchangeRow): string {
  return target === null ? '' : readable(target)
}

const ENCODED = /[%\\]|[^\x20-\x7e]/

function readable(target: string): string {
  const text = target.length > LONGEST_TARGET ? target.slice(0, LONGEST_TARGET) : target
  return ENCODED.test(text) ? decodeTarget(text) : text
}

/** The name of the file that a row carries; null without a file. */
export function fileOf({ file, target }: ExchangeRow): string | null {
  if (file === null) return null
  // A shared file has no path below its share: its name is what was asked for.
  const path = file.path === '' ? readable(target ?? '').replace(/\?.*$/, '') : file.path
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Milliseconds from the first octet in to the end, or until now. */
export function durationOf(row: ExchangeRow, now: number): number {
  return row.elapsedMs ?? Math.max(0, now - row.at)
}

/** The figure of a key that has just one; null where the row has none. */
export function figureOf(key: KeyName, row: ExchangeRow, now: number): number | null {
  switch (key) {
    case 'status':
      return row.status
    case 'bytes':
      return row.sentBytes
    case 'size':
      return row.file?.size ?? null
    case 'rate':
      return row.bytesPerSecond
    case 'dur':
      return durationOf(row, now)
    case 'ttfb':
      return row.firstByteMs
    case 'port':
      return row.port ?? null
    case 'mark':
      return row.mark ?? null
    case 'transfer':
      return row.transferId ?? null
    default:
      return null
  }
}

/** Whether a flag is true of a row at a moment. */
export function hasFlag(flag: Flag, row: ExchangeRow, now: number): boolean {
  const { state } = row
  switch (flag) {
    case 'active':
      return state === 'receiving' || state === 'sending'
    case 'done':
      return row.elapsedMs !== null
    case 'complete':
    case 'malformed':
      return state === flag
    case 'partial':
      return row.status === 206
    case 'cached':
      return row.status === 304
    case 'aborted':
      return state === 'aborted-by-client' || state === 'aborted-by-server'
    case 'error':
      return row.status !== null && row.status >= 400
    case 'problem':
      return isEndedBadly(row) || isStalled(row, now)
    case 'stalled':
      return isStalled(row, now)
    case 'slow':
      return isSlow(row, now)
    case 'keepalive':
      return row.ordinal > 1
    case 'closed':
      return row.closeCause !== undefined
    case 'resumed':
      return row.part === 'resumed'
    case 'segmented':
      return row.part === 'segment'
    case 'pinned':
      return row.pinned === true
    case 'replayed':
      return row.replayed === true
  }
}

/** Whether a flag of a running row may change although nothing happens to it. */
export function dependsOnTime(flag: Flag): boolean {
  return flag === 'problem' || flag === 'stalled' || flag === 'slow'
}

function isStalled(row: ExchangeRow, now: number): boolean {
  return row.state === 'sending' && now - row.progressAt > STALLED_AFTER_MS
}

function isEndedBadly({ state }: ExchangeRow): boolean {
  return state === 'error' || state === 'malformed' || state === 'aborted-by-client' || state === 'aborted-by-server'
}

function isSlow(row: ExchangeRow, now: number): boolean {
  if ((row.firstByteMs ?? durationOf(row, now)) > SLOW_FIRST_BYTE_MS) return true
  const lasted = durationOf(row, now)
  return lasted > SLOW_AFTER_MS && row.sentBytes / (lasted / 1000) < SLOW_RATE
}
