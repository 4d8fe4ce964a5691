import { decodeTarget } from '../../../preload/inert-text'
import type { HeadKind } from '../detail/wire-head'
import type { Voice } from '../requests/row-words'
import { valueOf, type ExchangeHeads } from './exchange-heads'

/** What a field's value comes to, worked out from it: nobody sent these words, so the tree puts them in brackets. */
export interface InferredValue {
  readonly label: string
  readonly value: string
}

/** A field as it stands in its head. */
export interface PlacedField {
  readonly kind: HeadKind
  /** In lower case. */
  readonly name: string
  readonly value: string
}

type Infer = (value: string, heads: ExchangeHeads, voice: Voice) => InferredValue | null

const FROM_REQUEST: Readonly<Record<string, Infer>> = {
  range: (value, { row }, voice) => ({
    label: voice.t.inferred.asksFor,
    value: sayRange(value, row.file?.size ?? null, voice),
  }),
  'if-range': (_value, { row }, { t }) => {
    if (row.status !== 206 && row.status !== 200) return null
    return { label: t.inferred.holds, value: row.status === 206 ? t.inferred.sameVersion : t.inferred.otherVersion }
  },
  'if-none-match': (_value, heads, voice) => compareVersion(heads, voice),
  'if-modified-since': sayDate,
  'if-unmodified-since': sayDate,
  'if-match': (_value, { row }, { t }) => {
    if (row.status === null || row.status >= 400) {
      return row.status === 412 ? { label: t.inferred.holds, value: t.inferred.otherVersion } : null
    }
    return { label: t.inferred.holds, value: t.inferred.sameVersion }
  },
  accept: (_value, { response }, { t }) => answered(valueOf(response, 'content-type'), t),
  'accept-language': (_value, { response }, { t }) => answered(valueOf(response, 'content-language'), t),
  'accept-encoding': (_value, { row, response }, { t }) => {
    if (response === null || row.sentBytes === 0) return null
    return answered(valueOf(response, 'content-encoding') ?? t.inferred.unpacked, t)
  },
  referer: sayTarget,
  'content-length': saySize,
}

const FROM_RESPONSE: Readonly<Record<string, Infer>> = {
  'content-length': saySize,
  'content-range': (value, _heads, { t, format }) => {
    const [, first, last, whole] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(value) ?? []
    if (whole === undefined) return null
    if (first === undefined) return { label: t.inferred.is, value: t.inferred.wholeIs(format.exactSize(Number(whole))) }
    const sizes = [Number(last) - Number(first) + 1, Number(first), Number(whole)].map((size) => format.exactSize(size))
    const [length = '', from = '', all = ''] = sizes
    return { label: t.inferred.is, value: t.inferred.partOf(length, from, all) }
  },
  date: sayDate,
  'last-modified': sayDate,
  expires: sayDate,
  location: sayTarget,
  'content-disposition': (value, _heads, { t }) => {
    const [, encoded] = /filename\*=utf-8''([^;\s]+)/i.exec(value) ?? []
    return encoded === undefined ? null : { label: t.inferred.reads, value: decodeTarget(encoded) }
  },
  'retry-after': (value, _heads, { t, format }) =>
    /^\d{1,9}$/.test(value) ? { label: t.inferred.is, value: format.span(Number(value) * 1000) } : null,
}

/** Works out what a field's value comes to; null where it says all there is. */
export function inferValue(field: PlacedField, heads: ExchangeHeads, voice: Voice): InferredValue | null {
  const known = field.kind === 'request' ? FROM_REQUEST : FROM_RESPONSE
  if (!Object.hasOwn(known, field.name)) return null
  return known[field.name]?.(field.value, heads, voice) ?? null
}

function compareVersion({ row }: ExchangeHeads, { t }: Voice): InferredValue | null {
  if (row.status === 304) return { label: t.inferred.holds, value: t.inferred.sameVersion }
  if (row.status !== 200 && row.status !== 206) return null
  return { label: t.inferred.holds, value: t.inferred.otherVersion }
}

function answered(value: string | null, t: Voice['t']): InferredValue | null {
  return value === null ? null : { label: t.inferred.answered, value }
}

function saySize(value: string, _heads: ExchangeHeads, { t, format }: Voice): InferredValue | null {
  // Below a thousand the digits say it as well.
  if (!/^\d{4,15}$/.test(value)) return null
  return { label: t.inferred.is, value: format.exactSize(Number(value)) }
}

function sayDate(value: string, _heads: ExchangeHeads, { t, format }: Voice): InferredValue | null {
  const at = /\bGMT$/.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(at) ? null : { label: t.inferred.reads, value: format.moment(at) }
}

function sayTarget(value: string, _heads: ExchangeHeads, { t }: Voice): InferredValue | null {
  const read = decodeTarget(value)
  return read === value ? null : { label: t.inferred.reads, value: read }
}

/**
 * Says which part a Range field asks for (RFC 9110 §14.1.2). For people only: what counts was decided in `main/http`.
 *
 * @param size of the file; null where there is none or it is not known
 */
export function sayRange(value: string, size: number | null, { t: { inferred: t }, format }: Voice): string {
  const members = /^bytes=(.+)$/i.exec(value)?.[1]?.split(',') ?? []
  const [, first = '', last = ''] = /^[ \t]*(\d*)-(\d*)[ \t]*$/.exec(members[0] ?? '') ?? []
  if (members.length > 1) return t.parts(members.length)
  if (first === '' && last === '') return t.notARange
  if (first === '') return t.lastBytes(format.exactSize(Math.min(Number(last), size ?? Infinity)))
  const from = Number(first)
  if (size !== null && from >= size) return t.beyondEnd(format.exactSize(size))
  if (last === '') {
    return size === null ? t.toSomeEnd(from) : t.toTheEnd(format.exactSize(from), format.exactSize(size - from))
  }
  const to = size === null ? Number(last) : Math.min(Number(last), size - 1)
  return to < from ? t.notARange : t.between(from, to, format.exactSize(to - from + 1))
}
