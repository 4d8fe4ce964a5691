import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { decodeTarget, escapeForLog } from '../../../preload/inert-text'
import { isKnownStatus, isReason, nameStatus } from '../../text/requests'
import type { RichText } from '../../text/rich-text'
import type { OctetSpan } from '../requests/octet-span'
import { lookOf, statusHue, type RowHue } from '../requests/row-look'
import { LEAST_FOR_RATE, reachedOffset } from '../requests/row-progress'
import { nameProtocol } from '../requests/row-words'
import type { Voice } from '../requests/row-words'
import { decodeOctets } from './octets'
import { NO_WISHES, readWishes, type RequestWishes } from './request-wishes'

/** One thing that happened, in sentences. */
export interface StoryStep {
  /** Milliseconds from the first octet of the request; null when it is not known. */
  readonly at: number | null
  readonly sentences: readonly RichText[]
  /** Octets of the request that it speaks of. */
  readonly octets: OctetSpan | null
  /** The hue of what is stressed, where it says how something ended. */
  readonly hue: RowHue | null
}

/** What a story is told of. */
export interface StorySubject {
  readonly row: ExchangeRow
  readonly detail: ExchangeDetail
  /** What the client is called; inert text. */
  readonly client: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

interface Known extends StorySubject {
  /** The request's octets; null when they have left memory. */
  readonly head: Uint8Array | null
  readonly wishes: RequestWishes
}

/** A longer request line tells no more, and pushes the rest of the story out of sight. */
const LONGEST_LINE = 200

/** Tells what happened, from what is known and nothing else. */
export function tellStory(subject: StorySubject, voice: Voice): StoryStep[] {
  const { row, detail } = subject
  const head = detail.requestHead === null ? null : decodeOctets(detail.requestHead)
  const known = { ...subject, head, wishes: head === null ? NO_WISHES : readWishes(head) }
  const steps = [arrival(known, voice), request(known, voice)]
  if (row.state === 'receiving') return steps
  steps.push(answer(known, voice))
  if (row.sentBytes >= LEAST_FOR_RATE || row.state === 'sending') steps.push(transfer(known, voice))
  if (row.state !== 'sending' && row.state !== 'malformed') steps.push(ending(known, voice))
  return steps
}

function step(at: number | null, sentences: readonly RichText[], about: Partial<StoryStep> = {}): StoryStep {
  return { at, sentences, octets: null, hue: null, ...about }
}

function arrival({ row, detail, client }: Known, { t }: Voice): StoryStep {
  const host = detail.remoteAddress.includes(':') ? `[${detail.remoteAddress}]` : detail.remoteAddress
  const address = `${host}:${String(detail.remotePort)}`
  const says = row.ordinal === 1 ? t.detail.opened(client, address) : t.detail.reused(client, address, row.ordinal)
  return step(0, [says])
}

function request({ row, detail, head, wishes }: Known, { t, format }: Voice): StoryStep {
  const at = detail.timing.headComplete
  if (row.state === 'receiving') return step(null, [t.detail.sending()])
  if (row.state === 'malformed') return step(at, brokenRequest(detail, head?.length ?? 0, t), { hue: 'malformed' })

  const line = requestLine(row)
  const sentences = [head === null ? t.detail.sentUncounted(line) : t.detail.sent(head.length, line)]
  if (wishes.range !== null) sentences.push(t.detail.askedRange(wishes.range))
  if (wishes.onlySameVersion) sentences.push(t.detail.askedSameVersion())
  if (wishes.onlyIfChanged) sentences.push(t.detail.askedIfChanged())
  if (row.receivedBytes > 0) sentences.push(t.detail.sentContent(format.exactSize(row.receivedBytes)))
  return step(at, sentences, { octets: wishes.octets })
}

function brokenRequest({ row }: ExchangeDetail, length: number, t: Voice['t']): RichText[] {
  const protocol = nameProtocol(row, t)
  if (protocol !== null) return [t.detail.sentForeign(length, protocol)]
  const rule = isReason(row.reason) ? [[t.explanations[row.reason]]] : []
  return [t.detail.sentBroken(length), ...rule]
}

function requestLine({ method, target }: ExchangeRow): string {
  const line = `${escapeForLog(method ?? '')} ${decodeTarget(target ?? '')}`.trim()
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line
}

function answer({ row, detail, wishes }: Known, { t }: Voice): StoryStep {
  const { responseStarted, ended } = detail.timing
  if (row.status === null) {
    return step(responseStarted ?? ended, [ended === null ? t.detail.answering() : t.detail.answeredNothing()])
  }
  const sentences = [t.detail.answered(nameStatus(row.status), meaningOf(row, t))]
  if (wishes.onlySameVersion && row.status === 206) sentences.push(t.detail.stillMatches())
  if (wishes.onlySameVersion && row.status === 200) sentences.push(t.detail.noLongerMatches())
  if (row.state === 'malformed') sentences.push(t.detail.closedAfter())
  return step(responseStarted, sentences, { hue: statusHue(row.status) })
}

/** Why this status: the reason where there is one, else what the status means. */
function meaningOf({ state, status, reason }: ExchangeRow, t: Voice['t']): string {
  // The reason of an early end or of a broken request is told where that is told.
  const isOfAnswer = state !== 'malformed' && state !== 'aborted-by-client' && state !== 'aborted-by-server'
  if (isOfAnswer && isReason(reason)) return t.explanations[reason]
  return status !== null && isKnownStatus(status) ? t.statuses[status] : ''
}

function transfer({ row, detail, now }: Known, { t, format }: Voice): StoryStep {
  const at = detail.timing.responseStarted
  const size = format.exactSize(row.sentBytes)
  const isStalled = lookOf(row, now) === 'stalled'
  const rate = format.rate(isStalled ? 0 : (row.bytesPerSecond ?? 0))
  if (row.state !== 'sending') return step(at, [t.detail.wentOut(size, rate)])
  const says = row.sentBytes === 0 ? t.detail.nothingOut() : t.detail.goesOut(size, rate)
  if (!isStalled) return step(at, [says])
  return step(at, [says, t.detail.stalled(format.span(now - row.progressAt))], { hue: 'stalled' })
}

function ending({ row, detail }: Known, voice: Voice): StoryStep {
  const { t, format } = voice
  const at = detail.timing.ended
  if (row.state === 'aborted-by-client' || row.state === 'aborted-by-server') {
    return step(at, earlyEnd(row, voice), { hue: 'aborted' })
  }
  if (row.sentBytes === 0) return step(at, [t.detail.endedWithout()])
  const size = format.exactSize(row.sentBytes)
  return step(at, [row.state === 'partial' ? t.detail.endedPart(size) : t.detail.endedWhole(size)])
}

function earlyEnd(row: ExchangeRow, { t, format }: Voice): RichText[] {
  const byClient = row.state === 'aborted-by-client'
  const cause = byClient || !isReason(row.reason) ? [] : [[t.explanations[row.reason]]]
  if (row.sentBytes === 0) return [byClient ? t.detail.leftBeforeContent() : t.detail.weEndedBeforeContent(), ...cause]

  const reached = reachedOffset(row)
  const whole = row.file?.size ?? row.contentLength
  const place = whole === null || whole === 0 ? format.exactSize(reached) : format.percent(reached / whole)
  const leaving = row.reason === 'client-reset' ? t.detail.clientBrokeOff : t.detail.clientLeft
  const says = byClient ? leaving : t.detail.weEnded
  return [says(place, reached), ...cause, ...missing(row, { t, format })]
}

/** What the request had asked for and did not get. */
function missing({ file, ...row }: ExchangeRow, { t, format }: Voice): RichText[] {
  if (file === null || file.ranges.length > 1) return []
  const reached = reachedOffset({ ...row, file })
  const end = (file.ranges[0]?.[1] ?? file.size - 1) + 1
  if (end <= reached) return []
  return [t.detail.notSent(format.exactSize(end - reached), format.exactSize(reached), format.exactSize(end))]
}
