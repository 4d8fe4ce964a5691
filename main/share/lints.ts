/**
 * Which notes hold for an exchange. What the record itself tells is read off it when a row is made; what only the
 * request's fields tell is kept as a few bits when it comes in. Costs no look-up for a request that is nothing special.
 */
import { lintSet } from '../../preload/lints'
import type { LintId, LintSet } from '../../preload/lints'
import { findPattern } from '../../preload/smuggling'
import { selectRanges } from '../http/byte-range'
import { isNamed } from '../http/field-lines'
import type { FieldLine } from '../http/message'
import type { RequestRejected } from '../server/events'
import { readKeptHead } from './export/kept-head'
import type { ExchangeRecord } from './exchange-record'

/** What the fields of a request ask for, as far as notes need it: a set of bits. */
export type Asks = number
const HOST = 1
const RANGE = 2
const IF_RANGE = 4
const CONDITIONAL = 8

const ASKING: readonly (readonly [name: string, bit: Asks])[] = [
  ['host', HOST],
  ['range', RANGE],
  ['if-range', IF_RANGE],
  ['if-none-match', CONDITIONAL],
  ['if-modified-since', CONDITIONAL],
]

/** Gives what the fields of a request ask for. */
export function asksOf(fields: readonly FieldLine[]): Asks {
  let asks = 0
  for (const field of fields) {
    for (const [name, bit] of ASKING) if (isNamed(field, name)) asks |= bit
  }
  return asks
}

const NO_HOST = lintSet('no-host')
const STALE_IF_RANGE = lintSet('stale-if-range')
const RANGE_IGNORED = lintSet('range-ignored')
const REFETCH = lintSet('unconditional-refetch')
const SMUGGLING = lintSet('smuggling')
const HTTP_1_0 = lintSet('http-1.0')
const PIPELINED = lintSet('pipelined')
const MIXED = lintSet('mixed-versions')
const LAB = lintSet('lab')
const REPLAYED = lintSet('replayed')

/** Reasons that a row already has, and that are worth a note. */
const OF_REASON: ReadonlyMap<string, LintSet> = new Map(
  Object.entries({
    'bare-lf': 'bare-lf',
    'content-length-conflict': 'double-content-length',
    'length-and-transfer-encoding': 'length-and-coding',
    'obs-fold': 'folded-line',
    'foreign-protocol': 'foreign-protocol',
    'head-timeout': 'timed-out',
    'content-timeout': 'timed-out',
    'stalled-reader': 'timed-out',
    'host-missing': 'no-host',
    'method-unknown': 'unknown-method',
    'malformed-path': 'bad-path',
    'hidden-dot-file': 'withheld',
    'hidden-secret': 'withheld',
    'link-leaves-share': 'withheld',
    'not-a-regular-file': 'withheld',
    'host-not-ours': 'other-host',
    'range-not-satisfiable': 'range-unsatisfiable',
    'precondition-failed': 'precondition-failed',
    'file-changed': 'file-changed',
    'too-many-open-files': 'disk-trouble',
    'drive-does-not-answer': 'disk-trouble',
    'share-vanished': 'disk-trouble',
    'read-error': 'disk-trouble',
    'forbidden-by-system': 'disk-trouble',
  } satisfies Record<string, LintId>).map(([reason, lint]) => [reason, lintSet(lint)]),
)

/** Gives all notes that hold for an exchange as it stands. */
export function lintsOf(record: ExchangeRecord): LintSet {
  let lints = record.lints
  if (record.version === '1.0') lints |= HTTP_1_0
  if (record.queuedMs !== null) lints |= PIPELINED
  if (record.reason !== null) lints |= OF_REASON.get(record.reason) ?? 0
  if (record.mixed) lints |= MIXED
  if (record.lab !== null) lints |= LAB
  if (record.replayed) lints |= REPLAYED
  return lints
}

/** Gives the notes of a request whose head is whole. HTTP/1.1 without Host is refused before (RFC 9112 §3.2). */
export function lintRequest(asks: Asks): LintSet {
  return (asks & HOST) === 0 ? NO_HOST : 0
}

/** Gives the notes of a request that broke HTTP. */
export function lintRejection({ code, bytes, offset }: RequestRejected): LintSet {
  return findPattern(code, bytes, offset) === null ? 0 : SMUGGLING
}

/** Gives the notes of an answer that has just begun; `knows` tells whether its client was handed this version before. */
export function lintAnswer(record: ExchangeRecord, knows: (record: ExchangeRecord) => boolean): LintSet {
  const { asks, status, method, file, replayed } = record
  if (file === null || status !== 200 || method !== 'GET') return 0
  if ((asks & RANGE) !== 0) return lintWhole(record, file.size)
  return (asks & CONDITIONAL) === 0 && !replayed && knows(record) ? REFETCH : 0
}

/** Why somebody who asked for a part got the whole: the condition on it failed, or it is no range that we serve. */
function lintWhole({ requestHead, asks }: ExchangeRecord, size: number): LintSet {
  // An empty file has no part to give.
  if (size === 0) return 0
  if ((asks & IF_RANGE) === 0) return RANGE_IGNORED
  const lines = readKeptHead(requestHead)?.fields.filter(({ name }) => name.toLowerCase() === 'range') ?? []
  const isServable = selectRanges(lines.map(({ value }) => value).join(', '), size).kind !== 'whole'
  return isServable ? STALE_IF_RANGE : RANGE_IGNORED
}
