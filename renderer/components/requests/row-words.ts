import { lintsIn } from '../../../preload/lints'
import type { ExchangeRow } from '../../../preload/views'
import { decodeTarget, escapeForLog } from '../../../preload/inert-text'
import type { Catalogue } from '../../text/catalogue'
import type { Format } from '../../text/format'
import { isReason } from '../../text/requests'
import type { RowLook } from './row-look'
import type { Amount } from './row-progress'

/** What the current language says and how it writes figures. */
export interface Voice {
  readonly t: Catalogue
  readonly format: Format
}

/** The word for a look, as it stands in titles and labels. */
export function sayLook(look: RowLook, { states }: Catalogue): string {
  const words: { readonly [L in RowLook]: string } = {
    receiving: states.receiving,
    sending: states.sending,
    stalled: states.stalled,
    complete: states.complete,
    partial: states.partial,
    'not-modified': states.notModified,
    'aborted-by-client': states.abortedByClient,
    'aborted-by-server': states.abortedByServer,
    error: states.error,
    malformed: states.malformed,
  }
  return words[look]
}

/** Why the row is not simply a file that was sent, in the words that stand in it; null when nothing needs saying. */
export function sayReason(row: ExchangeRow, t: Catalogue): string | null {
  const why = reasonOf(row, t)
  if (row.replayed !== true) return why
  return why === null ? t.exchange.ownRow : `${t.exchange.ownRow} · ${why}`
}

function reasonOf(row: ExchangeRow, t: Catalogue): string | null {
  if (row.target === null && row.state === 'receiving') return t.requests.readingRequest
  if (row.target === null && row.state !== 'malformed') return t.requests.neverWhole
  if (row.mixed === true) return t.transfers.mixedReason
  // That a client left is told by the icon and the bar already.
  const tampered = row.lab === undefined ? null : t.lab.tampered
  if (row.state === 'aborted-by-client' || !isReason(row.reason)) return tampered
  return nameProtocol(row, t) ?? t.reasons[row.reason]
}

/** Names the protocol that knocked; null for HTTP, and for one that this window has no word for. */
export function nameProtocol({ foreign }: ExchangeRow, { protocols }: Catalogue): string | null {
  return foreign !== undefined && Object.hasOwn(protocols, foreign)
    ? protocols[foreign as keyof typeof protocols]
    : null
}

export function sayAmount(amount: Amount, format: Format): string {
  return amount.kind === 'of' ? format.progress(amount.octets, amount.whole) : format.exactSize(amount.octets)
}

export function sayAmountExactly(amount: Amount, { requests }: Catalogue): string {
  switch (amount.kind) {
    case 'of':
      return requests.bytesOf(amount.octets, amount.whole)
    case 'sent':
      return requests.bytesSent(amount.octets)
    case 'received':
      return requests.bytesReceived(amount.octets)
  }
}

/** The ranges of a row: `1.07 GB–` to the end, `1.0–2.0 GB`, `0–99 B and 2 more`; empty for a whole file. */
export function sayRange({ file }: ExchangeRow, { t, format }: Voice): string {
  const [first, ...more] = file?.ranges ?? []
  if (file === null || first === undefined) return ''
  const range = sayOneRange(first, file.size, format)
  return more.length === 0 ? range : t.requests.moreRanges(range, more.length)
}

function sayOneRange([first, last]: readonly [number, number], size: number, format: Format): string {
  const from = format.exactSize(first)
  if (last + 1 >= size) return `${from}–`
  const to = format.exactSize(last + 1)
  const unit = to.slice(to.lastIndexOf(' '))
  if (first === 0) return `0–${to}`
  return `${from.endsWith(unit) ? from.slice(0, -unit.length) : from}–${to}`
}

/** The names of Porthole's own notes of a row, in a line. */
export function sayLints({ lints }: ExchangeRow, t: Catalogue): string {
  return lintsIn(lints)
    .map((lint) => t.lintNames[lint])
    .join(t.lints.between)
}

/** What a person noted of a row, as a screen reader says it. */
function sayNotes({ mark, pinned, comment }: ExchangeRow, { keeping }: Catalogue): string[] {
  return [
    ...(mark === undefined ? [] : [keeping.markNumber(mark)]),
    ...(pinned === true ? [keeping.pinned] : []),
    ...(comment !== undefined ? [keeping.hasComment] : []),
  ]
}

/** A longer target tells no more. */
const LONGEST_TARGET = 200

/** What was asked, in a few words and with nothing in them that could do harm: `GET /film.mkv`. */
export function nameRequest({ method, target }: ExchangeRow, { requests }: Catalogue): string {
  if (method === null && target === null) return requests.unreadRequest
  return [escapeForLog(method ?? ''), decodeTarget((target ?? '').slice(0, LONGEST_TARGET))].join(' ').trim()
}

/** The sentence that a screen reader says of a row. */
export function sayRow({ row, look, name }: { row: ExchangeRow; look: RowLook; name: string }, t: Catalogue): string {
  const request = nameRequest(row, t)
  const outcome = [row.status === null ? '' : String(row.status), sayLook(look, t)].join(' ').trim()
  const why = sayReason(row, t)
  const ended = why === null || why === outcome ? outcome : `${outcome}, ${why}`
  return t.requests.rowLabel(request, name, [ended, ...sayNotes(row, t)].join(t.requests.comma))
}
