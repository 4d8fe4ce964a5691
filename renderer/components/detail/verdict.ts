import type { ExchangeRow } from '../../../preload/views'
import type { RichText } from '../../text/rich-text'
import type { IconName } from '../icons'
import { isReason } from '../../text/requests'
import { lookIcon, type RowLook } from '../requests/row-look'
import { reachedOffset } from '../requests/row-progress'
import type { Voice } from '../requests/row-words'

/** How far bytes surely got: a rung of the ladder of evidence. */
export interface Rung {
  /** `maybe`: as much as can be said is how much at most. */
  readonly tone: 'yes' | 'maybe' | 'no' | 'open'
  readonly icon: IconName
  readonly label: string
  readonly figure: string
}

/** Whether the client has what it asked for, as far as Porthole can know. */
export interface Verdict {
  readonly title: string
  /** From 0 to 1, where there is a whole to measure by and it was not reached. */
  readonly share: number | null
  readonly says: RichText
  readonly rungs: readonly Rung[]
}

/**
 * Judges an exchange by what is known, and never by more: what was written to the system is not what was received.
 */
export function judge(row: ExchangeRow, look: RowLook, voice: Voice): Verdict {
  return {
    title: titleOf(look, voice),
    share: shareOf(row),
    says: summary(row, voice),
    rungs: rungsOf(row, look, voice),
  }
}

function titleOf(look: RowLook, { t: { detail } }: Voice): string {
  const titles: { readonly [L in RowLook]: string } = {
    receiving: detail.verdictReceiving,
    sending: detail.verdictSending,
    stalled: detail.verdictStalled,
    complete: detail.verdictComplete,
    partial: detail.verdictPartial,
    'not-modified': detail.verdictNotModified,
    'aborted-by-client': detail.verdictAborted,
    'aborted-by-server': detail.verdictAborted,
    error: detail.verdictError,
    malformed: detail.verdictMalformed,
  }
  return titles[look]
}

function shareOf(row: ExchangeRow): number | null {
  const whole = wholeOf(row)
  return whole === null || !isUnderWayOrCut(row) ? null : reachedOffset(row) / whole
}

function wholeOf(row: ExchangeRow): number | null {
  const whole = row.file?.size ?? row.contentLength
  return whole === 0 ? null : whole
}

function isUnderWayOrCut({ state }: ExchangeRow): boolean {
  return state === 'sending' || state === 'aborted-by-client' || state === 'aborted-by-server'
}

function summary(row: ExchangeRow, { t, format }: Voice): RichText {
  const { detail } = t
  const size = format.exactSize(row.sentBytes)
  const whole = wholeOf(row)
  const progress = whole === null ? null : format.progress(reachedOffset(row), whole)
  switch (row.state) {
    case 'receiving':
      return detail.saysReceiving()
    case 'sending':
      return progress === null ? detail.saysSendingUnmeasured(size) : detail.saysSending(progress)
    case 'partial':
      return whole === null ? detail.saysComplete(size) : detail.saysPartial(size, format.exactSize(whole))
    case 'aborted-by-client':
    case 'aborted-by-server':
      return progress === null ? detail.saysAbortedUnmeasured(size) : detail.saysAborted(progress, size)
    case 'error':
    case 'malformed':
      if (isReason(row.reason)) return [t.explanations[row.reason]]
      return row.sentBytes === 0 ? detail.saysWithoutContent() : detail.saysComplete(size)
    case 'complete':
    case 'not-modified':
      return row.sentBytes === 0 ? detail.saysWithoutContent() : detail.saysComplete(size)
  }
}

/** Nothing to climb where no content was to be sent. */
function rungsOf(row: ExchangeRow, look: RowLook, { t: { detail }, format }: Voice): Rung[] {
  if (row.state === 'receiving' || (row.sentBytes === 0 && !isUnderWayOrCut(row))) return []
  const figure = format.exactSize(row.sentBytes)
  const tone = row.sentBytes === 0 ? 'open' : 'yes'
  return [
    { tone, icon: 'state-complete', label: detail.rungQueued, figure },
    { tone, icon: 'state-complete', label: detail.rungHanded, figure },
    receivedRung(row, detail, figure),
    lastRung(row, look, detail),
  ]
}

/** Only the client knows what it received. What it did afterwards may show it; else there is an upper bound. */
function receivedRung({ evidence, sentBytes }: ExchangeRow, detail: Voice['t']['detail'], figure: string): Rung {
  const label = detail.rungReceived
  if (evidence === 'next-request' || evidence === 'closed-in-order') {
    return { tone: 'yes', icon: 'state-complete', label, figure }
  }
  return { tone: sentBytes === 0 ? 'open' : 'maybe', icon: 'state-partial', label, figure: `≤ ${figure}` }
}

function lastRung({ state, reason, evidence }: ExchangeRow, look: RowLook, detail: Voice['t']['detail']): Rung {
  const icon = lookIcon(look)
  if (evidence !== undefined) return evidenceRung(evidence, detail)
  switch (state) {
    case 'aborted-by-client':
      // What TCP showed of it: an orderly close, or a reset.
      return { tone: 'no', icon, label: detail.rungClientClosed, figure: reason === 'client-reset' ? 'RST' : 'FIN' }
    case 'aborted-by-server':
      return { tone: 'no', icon, label: detail.rungWeClosed, figure: '' }
    case 'sending':
      return { tone: 'open', icon, label: look === 'stalled' ? detail.verdictStalled : detail.rungGoingOn, figure: '' }
    default:
      return { tone: 'yes', icon: 'state-complete', label: detail.rungEnded, figure: '' }
  }
}

function evidenceRung(evidence: NonNullable<ExchangeRow['evidence']>, detail: Voice['t']['detail']): Rung {
  switch (evidence) {
    case 'next-request':
      return { tone: 'yes', icon: 'state-complete', label: detail.rungNextRequest, figure: '' }
    case 'closed-in-order':
      return { tone: 'yes', icon: 'state-complete', label: detail.rungClosedInOrder, figure: 'FIN' }
    case 'broken':
      return { tone: 'no', icon: 'state-aborted-by-client', label: detail.rungBroken, figure: 'RST' }
  }
}
