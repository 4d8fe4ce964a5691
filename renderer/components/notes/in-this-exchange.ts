import { isKnownStatus, isReason, nameStatus } from '../../text/requests'
import type { RichText } from '../../text/rich-text'
import type { HeadKind } from '../detail/wire-head'
import type { Voice } from '../requests/row-words'
import { closesAfter, valueOf, type ExchangeHeads } from './exchange-heads'
import type { NoteSubject } from './note-subject'

type Say = (heads: ExchangeHeads, voice: Voice) => RichText | null

/** Request fields that Porthole acts on, or only names the client by; of all others it takes no notice. */
const HEEDED = new Set([
  'accept',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'transfer-encoding',
  'user-agent',
])

const OF_REQUEST: Readonly<Record<string, Say>> = {
  range: sayRangeOutcome,
  'if-range': ({ row, request }, { t: { here } }) => {
    if (valueOf(request, 'range') === null) return here.ifRangeAlone()
    if (row.status === 206) return here.ifRangeHeld()
    return row.status === 200 ? here.ifRangeStale() : null
  },
  'if-none-match': ({ row }, { t: { here } }) => {
    if (row.status === 304) return here.tagIsCurrent()
    return succeeded(row.status) ? here.tagIsOld() : null
  },
  'if-modified-since': ({ row, request }, { t: { here } }) => {
    if (valueOf(request, 'if-none-match') !== null) return here.tagCountsInstead()
    if (row.status === 304) return here.unchangedSince()
    return succeeded(row.status) ? here.changedSince() : null
  },
  'if-match': sayCondition,
  'if-unmodified-since': sayCondition,
  host: ({ row }, { t: { here } }) => {
    if (row.reason === 'host-not-ours') return here.hostNotOurs()
    return row.status === null || row.state === 'malformed' ? null : here.hostOurs()
  },
  connection: sayConnection,
  accept: ({ response }, { t: { here } }) => {
    const type = valueOf(response, 'content-type')
    return type === null ? null : here.gotType(type)
  },
  'accept-encoding': ({ row, response }, { t: { here } }) =>
    row.file !== null && row.sentBytes > 0 && valueOf(response, 'content-encoding') === null
      ? here.sentUnpacked()
      : null,
}

const OF_RESPONSE: Readonly<Record<string, Say>> = {
  connection: sayConnection,
  'content-length': ({ row }, { t: { here }, format }) => {
    if (row.method === 'HEAD') return here.lengthForHead()
    if (row.elapsedMs === null || row.contentLength === null) return null
    return row.sentBytes < row.contentLength ? here.lengthCut(format.exactSize(row.sentBytes)) : here.lengthWhole()
  },
}

/** A part of one of the two messages. */
interface PlacedSubject {
  readonly kind: HeadKind
  readonly subject: NoteSubject
}

/** Says what a part of a message came to in this very exchange; null where there is nothing to add to its note. */
export function sayHere({ kind, subject }: PlacedSubject, heads: ExchangeHeads, voice: Voice): RichText | null {
  const { row } = heads
  const { t } = voice
  if (subject.area === 'method') {
    return row.reason === 'method-not-allowed' && row.status !== null
      ? t.here.methodRefused(nameStatus(row.status))
      : null
  }
  if (subject.area === 'status') {
    const isOfAnswer = row.state !== 'aborted-by-client' && row.state !== 'aborted-by-server'
    return isOfAnswer && isReason(row.reason) ? [t.explanations[row.reason]] : null
  }
  if (subject.area !== 'field') return null
  const name = subject.name.toLowerCase()
  const known = kind === 'request' ? OF_REQUEST : OF_RESPONSE
  const say = Object.hasOwn(known, name) ? known[name] : undefined
  if (say !== undefined) return say(heads, voice)
  // The echo share answers with all that it was sent.
  const isOfFile = row.file !== null
  return kind === 'request' && isOfFile && !HEEDED.has(name) ? t.here.notHeeded() : null
}

function succeeded(status: number | null): boolean {
  return status === 200 || status === 206
}

function sayRangeOutcome({ row, request }: ExchangeHeads, { t: { here }, format }: Voice): RichText | null {
  const { status } = row
  if (status === null) return null
  if (row.method === 'HEAD') return here.rangeNotForHead()
  if (status === 206) return here.rangeSent()
  if (status === 416) return here.rangeBeyond(format.exactSize(row.file?.size ?? 0))
  if (status === 200) return valueOf(request, 'if-range') === null ? here.rangeIgnored() : here.rangeStale()
  return isKnownStatus(status) ? here.rangeNotReached(nameStatus(status)) : null
}

function sayCondition({ row }: ExchangeHeads, { t: { here } }: Voice): RichText | null {
  if (row.status === 412) return here.conditionFailed()
  return succeeded(row.status) || row.status === 304 ? here.conditionHeld() : null
}

/** The answer decides: whatever the client asked for, this is what was done (RFC 9112 §9.3, §9.6). */
function sayConnection({ response }: ExchangeHeads, { t: { here } }: Voice): RichText | null {
  if (response === null) return null
  return closesAfter(response) ? here.closes() : here.staysOpen()
}
