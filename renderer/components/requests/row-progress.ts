import type { TransferView } from '../../../preload/transfer-views'
import type { ExchangeRow } from '../../../preload/views'
import { spansOfContent } from '../../../preload/sent-spans'
import type { OctetSpan } from './octet-span'

/** What the Progress cell says and draws. */
export interface RowProgress {
  readonly amount: Amount | null
  /** Null where a bar would say nothing: no length is known, or all of it was sent. */
  readonly bar: ProgressBar | null
}

/** `of`: how far into the whole; `sent` and `received`: octets of content that went that way. */
export type Amount =
  | { readonly kind: 'of'; readonly octets: number; readonly whole: number }
  | { readonly kind: 'sent' | 'received'; readonly octets: number }

/** Drawn on the whole length of the file: what this exchange has sent of it, and where it goes on. */
export interface ProgressBar {
  readonly whole: number
  readonly sent: readonly OctetSpan[]
  /** What all requests of the same transfer have sent, this one included. */
  readonly together?: readonly OctetSpan[]
  /** Where the next octet will come from; null once the exchange has ended. */
  readonly edge: number | null
}

/** Octets that go out in one piece: how fast says nothing of the way they take. */
export const LEAST_FOR_RATE = 65_536

/** Less of the whole than this reads better as a plain size: `1.2 MB`, not `0.00 / 4.70 GB`. */
const SMALLEST_SHARE = 0.01

/**
 * Gives what the Progress cell shows of an exchange.
 *
 * @param transfer that it is a part of, where there is more to it than this exchange
 */
export function progressOf(row: ExchangeRow, transfer?: TransferView): RowProgress {
  if (row.receivedBytes > row.sentBytes) return { amount: { kind: 'received', octets: row.receivedBytes }, bar: null }
  if (row.state === 'receiving') return { amount: null, bar: null }

  const whole = wholeOf(row)
  if (whole === null || !isIncomplete(row)) return { amount: { kind: 'sent', octets: row.sentBytes }, bar: null }
  const bar: ProgressBar = {
    whole,
    sent: sentSpans(row),
    ...(transfer && { together: transfer.covered.map(([start, end]) => ({ start, end })) }),
    edge: row.state === 'sending' ? reachedOffset(row) : null,
  }
  return { amount: amountOf(row, whole), bar }
}

/** The length that a bar is drawn on: the whole file's, or the content's where it is no file. Never 0. */
function wholeOf(row: ExchangeRow): number | null {
  const whole = row.file?.size ?? row.contentLength
  return whole === null || whole === 0 ? null : whole
}

function isIncomplete(row: ExchangeRow): boolean {
  switch (row.state) {
    case 'sending':
    case 'partial':
    case 'aborted-by-client':
    case 'aborted-by-server':
      return true
    default:
      return false
  }
}

function amountOf(row: ExchangeRow, whole: number): Amount {
  // A part that was asked for and sent is counted; a download under way, or cut off, is measured from the file's start.
  const octets = row.state === 'partial' ? row.sentBytes : reachedOffset(row)
  return octets < whole * SMALLEST_SHARE ? { kind: 'sent', octets: row.sentBytes } : { kind: 'of', octets, whole }
}

/** Gives the stretches of the file that an exchange has handed over: its ranges filled in the order they are sent. */
export function sentSpans({ file, sentBytes }: ExchangeRow): readonly OctetSpan[] {
  return spansOfContent(file ?? { ranges: [] }, 0, sentBytes)
}

/** The offset in the file up to which an exchange has come: where the next octet would be read. */
export function reachedOffset(row: ExchangeRow): number {
  return sentSpans(row).at(-1)?.end ?? row.file?.ranges[0]?.[0] ?? 0
}
