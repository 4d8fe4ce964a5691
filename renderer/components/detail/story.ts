import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { decodeTarget } from '../../../preload/inert-text'
import { isKnownStatus, isReason, nameStatus } from '../../text/requests'
import type { RichText } from '../../text/rich-text'
import { closesAfter, readHeads, valueOf, type HeadText } from '../notes/exchange-heads'
import type { OctetSpan } from '../requests/octet-span'
import { lookOf, statusHue, type RowHue } from '../requests/row-look'
import { LEAST_FOR_RATE, reachedOffset } from '../requests/row-progress'
import { nameProtocol } from '../requests/row-words'
import type { Voice } from '../requests/row-words'
import { decodeOctets } from './octets'
import { findTab, type TabKey } from './detail-tabs'
import { requestLine } from './request-line'
import { tellRebuilt } from './rebuilt-story'
import { NO_WISHES, readWishes, type RequestWishes, type Wish } from './request-wishes'
import type { RelatedRequests } from './related-requests'
import { tellAftermath, tellOrigin, tellWhence, type RelationSubject } from './story-relations'
import { tellDecision, tellWishes, type ToldWish } from './story-wishes'

/** Leads from a sentence to what shows what it says: a tab, and octets in it, or another request. */
export type StoryRef =
  | { readonly kind: 'tab'; readonly tab: TabKey; readonly span: OctetSpan | null; readonly label: string }
  | { readonly kind: 'request'; readonly id: number; readonly label: string }

/** One thing that happened, in sentences. */
export interface StoryStep {
  /** Milliseconds from the first octet of the request; null when it is not known. */
  readonly at: number | null
  readonly sentences: readonly RichText[]
  /** Where what it speaks of is to be seen. */
  readonly refs: readonly StoryRef[]
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
  /** The other requests that it has to do with. */
  readonly related: RelatedRequests
  /** Whether another request can still be shown. */
  readonly isInMemory: (id: number) => boolean
}

interface Known extends StorySubject {
  readonly relation: RelationSubject
  /** The request's octets; null when they have left memory. */
  readonly head: Uint8Array | null
  readonly wishes: RequestWishes
  /** The fields of the answer; null while there is none, or once its octets have left memory. */
  readonly response: HeadText | null
}

/** Tells what happened, from what is known and nothing else. */
export function tellStory(subject: StorySubject, voice: Voice): StoryStep[] {
  const { row, detail } = subject
  if (detail.rebuilt === true) return tellRebuilt(subject, voice)
  const head = detail.requestHead === null ? null : decodeOctets(detail.requestHead)
  const known = {
    ...subject,
    head,
    wishes: head === null ? NO_WISHES : readWishes(head),
    response: readHeads(row, detail).response,
    relation: { ...subject, id: row.id, replayed: row.replayed === true },
  }
  const steps = [arrival(known, voice), request(known, voice)]
  if (row.state === 'receiving' || isNeverWhole(row)) return steps
  steps.push(answer(known, voice))
  if (row.sentBytes >= LEAST_FOR_RATE || row.state === 'sending') steps.push(transfer(known, voice))
  if (row.state !== 'sending' && row.state !== 'malformed') steps.push(ending(known, voice))
  return steps
}

function step(at: number | null, sentences: readonly RichText[], about: Partial<StoryStep> = {}): StoryStep {
  return { at, sentences, refs: [], hue: null, ...about }
}

function arrival({ row, detail, client, relation }: Known, voice: Voice): StoryStep {
  const { t } = voice
  const host = detail.remoteAddress.includes(':') ? `[${detail.remoteAddress}]` : detail.remoteAddress
  const address = `${host}:${String(detail.remotePort)}`
  const says = row.ordinal === 1 ? t.detail.opened(client, address) : t.detail.reused(client, address, row.ordinal)
  const place = t.story.place(t.detail.connection, row.connectionId, row.ordinal)
  const whence = tellWhence(relation, voice)
  return step(0, [says, ...whence.says], { refs: [...refTo('connection', place), ...whence.refs] })
}

/** Leads to a tab, where there is one of that name. */
function refTo(name: string, label: string): StoryRef[] {
  const tab = findTab(name)
  return tab === undefined ? [] : [{ kind: 'tab', tab, span: null, label }]
}

function refsToWishes(told: readonly ToldWish[], label: (wish: Wish) => string): StoryRef[] {
  return told.flatMap(({ of }) =>
    of === null ? [] : [{ kind: 'tab', tab: 'request', span: of.span, label: label(of) } as const],
  )
}

function request({ row, detail, head, wishes, relation }: Known, voice: Voice): StoryStep {
  const { t, format } = voice
  const at = detail.timing.headComplete
  if (row.state === 'receiving') return step(null, [t.detail.sending()])
  if (isNeverWhole(row)) return step(detail.timing.ended, [t.detail.neverWhole()], { hue: 'aborted' })
  if (row.state === 'malformed') return step(at, brokenRequest(detail, head?.length ?? 0, t), { hue: 'malformed' })

  const line = requestLine(row)
  const sentences = [head === null ? t.detail.sentUncounted(line) : t.detail.sent(head.length, line)]
  const told = tellWishes(row, wishes, voice)
  const origin = tellOrigin(relation, voice)
  sentences.push(...told.map(({ says }) => says), ...origin.says)
  if (row.receivedBytes > 0) sentences.push(t.detail.sentContent(format.exactSize(row.receivedBytes)))
  const first = told.find(({ of }) => of !== null)
  const refs = refsToWishes(first === undefined ? [] : [first], ({ span }) =>
    t.detail.refBytes(span.start, span.end - 1),
  )
  const here = refs.length > 0 ? refs : refTo('request', t.detail.request)
  return step(at, sentences, { refs: [...here, ...origin.refs] })
}

function brokenRequest({ row }: ExchangeDetail, length: number, t: Voice['t']): RichText[] {
  const protocol = nameProtocol(row, t)
  if (protocol !== null) return [t.detail.sentForeign(length, protocol)]
  const rule = isReason(row.reason) ? [[t.explanations[row.reason]]] : []
  return [t.detail.sentBroken(length), ...rule]
}

/** Whether an exchange ended while its request was still being read. */
function isNeverWhole({ target, state, elapsedMs }: ExchangeRow): boolean {
  return target === null && state !== 'malformed' && elapsedMs !== null
}

function answer({ row, detail, wishes, response }: Known, { t, format }: Voice): StoryStep {
  const { responseStarted, ended } = detail.timing
  if (row.status === null) {
    return step(responseStarted ?? ended, [ended === null ? t.detail.answering() : t.detail.answeredNothing()])
  }
  const sentences = [t.detail.answered(nameStatus(row.status), meaningOf(row, t))]
  const told = row.state === 'malformed' ? [] : tellDecision(row, wishes, { t, format })
  sentences.push(...told.map(({ says }) => says))
  const location = valueOf(response, 'location')
  if (location !== null) sentences.push(t.story.sentOnTo(decodeTarget(location)))
  if (row.method === 'HEAD' && row.contentLength !== null && row.status === 200) {
    sentences.push(t.story.learnedLength(format.exactSize(row.contentLength)))
  }
  if (row.state === 'malformed') sentences.push(t.detail.closedAfter())
  const refs = refsToWishes(told, ({ name }) => name)
  return step(responseStarted, sentences, {
    hue: statusHue(row.status),
    refs: refs.length > 0 ? refs : refTo('response', t.detail.response),
  })
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
  const refs = refTo('transfer', t.story.transfer)
  if (row.state !== 'sending') return step(at, [t.detail.wentOut(size, rate)], { refs })
  const says = row.sentBytes === 0 ? t.detail.nothingOut() : t.detail.goesOut(size, rate)
  if (!isStalled) return step(at, [says], { refs })
  return step(at, [says, t.detail.stalled(format.span(now - row.progressAt))], { hue: 'stalled', refs })
}

function ending({ row, detail, response, relation }: Known, voice: Voice): StoryStep {
  const { t, format } = voice
  const at = detail.timing.ended
  const aftermath = tellAftermath(relation, voice)
  const refs = [...refTo('timing', t.detail.timing), ...aftermath.refs]
  if (row.state === 'aborted-by-client' || row.state === 'aborted-by-server') {
    return step(at, [...earlyEnd(row, voice), ...aftermath.says], { hue: 'aborted', refs })
  }
  const connection = response === null ? [] : [closesAfter(response) ? t.story.closed() : t.story.staysOpen()]
  const after = [...connection, ...aftermath.says]
  if (row.sentBytes === 0) return step(at, [t.detail.endedWithout(), ...after], { refs })
  const size = format.exactSize(row.sentBytes)
  const says = row.state === 'partial' ? t.detail.endedPart(size) : t.detail.endedWhole(size)
  return step(at, [says, ...after], { refs })
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
