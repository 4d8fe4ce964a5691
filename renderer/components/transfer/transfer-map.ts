/** What the map of a file draws: which octets went to one client, by which of its requests. */
import { spansOfContent, type OctetSpan } from '../../../preload/sent-spans'
import type { SpanPairs, TransferView } from '../../../preload/transfer-views'
import type { ExchangeRow, RowFile } from '../../../preload/views'

/** More lines than these are no picture any more. */
const MOST_LANES = 24

/** One request: what it asked for and what it sent. */
export interface Lane {
  readonly id: number
  readonly asked: readonly OctetSpan[]
  readonly sent: readonly OctetSpan[]
  /** Octets of the file that it sent. */
  readonly sentBytes: number
  readonly isThis: boolean
  readonly isRunning: boolean
}

export interface TransferMap {
  readonly size: number
  readonly covered: readonly OctetSpan[]
  readonly twice: readonly OctetSpan[]
  /** What running requests are still to send. */
  readonly sending: readonly OctetSpan[]
  /** What was not handed over and is not on its way. */
  readonly missing: readonly OctetSpan[]
  readonly coveredBytes: number
  readonly twiceBytes: number
  /** Octets that the figures may be off by. */
  readonly roughBytes: number
  /** The selected request first, then the others, the newest first. */
  readonly lanes: readonly Lane[]
  /** Of those that run. */
  readonly bytesPerSecond: number
  /** How many requests have no line. */
  readonly leftOut: number
}

/** Whether an exchange carries octets of a file. */
export function carriesFile(row: ExchangeRow): row is ExchangeRow & { readonly file: RowFile } {
  const { file, method, status } = row
  return file !== null && file.size > 0 && method === 'GET' && (status === 200 || status === 206)
}

/**
 * Draws up the map of a transfer.
 *
 * @param transfer that the row is a part of; undefined where it stands alone
 * @param find gives the row of an exchange that is still in the log
 */
export function mapTransfer(
  row: ExchangeRow & { readonly file: RowFile },
  transfer: TransferView | undefined,
  find: (id: number) => ExchangeRow | undefined,
): TransferMap {
  const others = (transfer?.exchangeIds ?? []).filter((id) => id !== row.id).reverse()
  const found = others.flatMap((id) => {
    const each = find(id)
    return each !== undefined && carriesFile(each) ? [each] : []
  })
  const drawn = [row, ...found.slice(0, MOST_LANES - 1)]
  const lanes = drawn.map((each) => laneOf(each, row.id))
  const own = lanes[0]?.sent ?? []
  const covered = transfer === undefined ? own : toSpans(transfer.covered)
  const sending = lanes.flatMap((lane) => (lane.isRunning ? gapsIn(lane.asked, covered) : []))
  const sendingInOrder = sending.toSorted((one, other) => one.start - other.start)
  const unsent = gapsIn([{ start: 0, end: row.file.size }], covered)
  return {
    size: row.file.size,
    covered,
    twice: transfer === undefined ? [] : toSpans(transfer.twice),
    sending,
    missing: gapsIn(unsent, sendingInOrder),
    coveredBytes: transfer?.coveredBytes ?? sum(own),
    twiceBytes: transfer?.twiceBytes ?? 0,
    roughBytes: transfer?.roughBytes ?? 0,
    lanes,
    bytesPerSecond: drawn.filter(isRunning).reduce((rate, each) => rate + (each.bytesPerSecond ?? 0), 0),
    leftOut: Math.max(0, (transfer?.exchanges ?? 1) - lanes.length),
  }
}

/** The requests that carried an octet, of those that have a line. */
export function carriersOf({ lanes }: TransferMap, offset: number): readonly Lane[] {
  return lanes.filter(({ sent }) => sent.some(({ start, end }) => offset >= start && offset < end))
}

/** Whether the octet was handed over at all. */
export function isCovered({ covered }: TransferMap, offset: number): boolean {
  return covered.some(({ start, end }) => offset >= start && offset < end)
}

/** The pieces that nobody has sent, once nothing runs. */
export function widest(spans: readonly OctetSpan[]): OctetSpan | undefined {
  return spans.reduce<OctetSpan | undefined>(
    (best, span) => (best === undefined || span.end - span.start > best.end - best.start ? span : best),
    undefined,
  )
}

function laneOf(row: ExchangeRow & { readonly file: RowFile }, thisId: number): Lane {
  const { file, sentBytes } = row
  const sent = spansOfContent(file, 0, sentBytes)
  const asked =
    file.ranges.length === 0
      ? [{ start: 0, end: file.size }]
      : file.ranges.map(([first, last]) => ({ start: first, end: last + 1 }))
  return {
    id: row.id,
    asked,
    sent,
    sentBytes: sum(sent),
    isThis: row.id === thisId,
    isRunning: isRunning(row),
  }
}

function isRunning({ state }: ExchangeRow): boolean {
  return state === 'sending'
}

function toSpans(pairs: SpanPairs): readonly OctetSpan[] {
  return pairs.map(([start, end]) => ({ start, end }))
}

export function sum(spans: readonly OctetSpan[]): number {
  return spans.reduce((octets, { start, end }) => octets + end - start, 0)
}

/** What of `spans` is not in `covered`, which is in order. */
export function gapsIn(spans: readonly OctetSpan[], covered: readonly OctetSpan[]): OctetSpan[] {
  return spans.flatMap(({ start, end }) => {
    const gaps: OctetSpan[] = []
    let from = start
    for (const each of covered) {
      if (each.end <= from) continue
      if (each.start >= end) break
      if (each.start > from) gaps.push({ start: from, end: each.start })
      from = each.end
    }
    if (from < end) gaps.push({ start: from, end })
    return gaps
  })
}
