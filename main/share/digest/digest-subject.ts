/** What there is to digest of an exchange: which octets of which version of a file went to its client. */
import { spansOfContent, type OctetSpan } from '../../../preload/sent-spans'
import type { RowFile } from '../../../preload/views'
import type { ExchangeRecord } from '../exchange-record'
import type { Transfer } from '../transfers/transfer'

/** Beyond so many spans, what each of them hashes to is nothing that anybody compares. */
const MOST_SPANS = 256

/** Octets that went out, by the exchanges that carried exactly these. */
export interface SentSpan extends OctetSpan {
  readonly exchangeIds: readonly number[]
}

export interface DigestSubject {
  readonly shareId: number
  /** Path below the share, `/`-separated. */
  readonly path: string
  readonly size: number
  /** Names the version that was sent. */
  readonly entityTag: string
  /** Whether every octet of the file went out, so that it makes sense to digest it whole. */
  readonly isWhole: boolean
  /** In the order of the file. */
  readonly spans: readonly SentSpan[]
  readonly leftOut: number
}

/** Where the others of a transfer are found. */
export interface SubjectSources {
  readonly transfer: Pick<Transfer, 'state' | 'exchangeIds'> | undefined
  readonly find: (id: number) => ExchangeRecord | undefined
}

/** Undefined while it runs, and when it carried no octet of a version of a file that has a name. */
export function digestSubject(record: ExchangeRecord, { transfer, find }: SubjectSources): DigestSubject | undefined {
  const { file, entityTag } = record
  if (file === null || entityTag === null || !carriedSome(record)) return undefined
  const others = (transfer?.exchangeIds ?? []).map(find).filter((each) => each !== undefined)
  const carriers = others.includes(record) ? others : [...others, record]
  const spans = joinEqual(carriers.filter((each) => isOfVersion(each, file, entityTag) && carriedSome(each)))
  return {
    shareId: file.shareId,
    path: file.path,
    size: file.size,
    entityTag,
    isWhole: transfer === undefined ? isAllOf(spans, file.size) : transfer.state === 'complete',
    spans: spans.slice(0, MOST_SPANS),
    leftOut: Math.max(0, spans.length - MOST_SPANS),
  }
}

/** What has to be read: everything, or only what went out. Stretches in order. */
export function stretchesOf({ isWhole, size, spans }: DigestSubject): readonly OctetSpan[] {
  if (isWhole) return [{ start: 0, end: size }]
  const stretches: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const before = stretches.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}

function carriedSome({ method, status, hasEnded, sentBytes }: ExchangeRecord): boolean {
  return hasEnded && method === 'GET' && (status === 200 || status === 206) && sentBytes > 0
}

function isOfVersion({ file, entityTag }: ExchangeRecord, { shareId, path, size }: RowFile, tag: string): boolean {
  return file?.shareId === shareId && file.path === path && file.size === size && entityTag === tag
}

function isAllOf(spans: readonly OctetSpan[], size: number): boolean {
  return spans.some(({ start, end }) => start === 0 && end === size)
}

/** Lists each span once, however many exchanges carried it. */
function joinEqual(records: readonly ExchangeRecord[]): readonly SentSpan[] {
  const byPlace = new Map<string, OctetSpan & { readonly exchangeIds: number[] }>()
  for (const { id, file, sentBytes } of records) {
    if (file === null) continue
    for (const { start, end } of spansOfContent(file, 0, sentBytes)) {
      const place = `${String(start)}-${String(end)}`
      const known = byPlace.get(place)
      if (known === undefined) byPlace.set(place, { start, end, exchangeIds: [id] })
      else if (!known.exchangeIds.includes(id)) known.exchangeIds.push(id)
    }
  }
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end)
}
