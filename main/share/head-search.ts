/** Looks for a filter's terms in the heads that are kept, without holding up those who download. */
import { Buffer } from 'node:buffer'
import type { HeadFindings, HeadSearch, HeadTerm } from '../../preload/head-search'
import { textMatcher } from '../../preload/text-match'
import { Slices } from '../files/slices'
import type { ExchangeLog } from './exchange-log'
import type { ExchangeRecord } from './exchange-record'

/** More exchanges than this are told in a further part, so that the first ones are seen early. */
const MOST_AT_ONCE = 5000

/** One exchange's heads as text, made when a term asks for them. */
class Heads {
  readonly #record: ExchangeRecord
  #request: string | undefined
  #response: string | undefined

  constructor(record: ExchangeRecord) {
    this.#record = record
  }

  get request(): string {
    this.#request ??= toText(this.#record.requestHead)
    return this.#request
  }

  get response(): string {
    this.#response ??= toText(this.#record.responseHead)
    return this.#response
  }
}

/** Gives the exchanges after `afterId`, and those to be searched again, that the terms are true of. */
export async function searchHeads(log: ExchangeLog, search: HeadSearch): Promise<HeadFindings> {
  const matchers = search.terms.map(headMatcher)
  const matches = matchers.map((): number[] => [])
  const gone: number[] = []
  const open: number[] = []
  const look = (record: ExchangeRecord): void => {
    // One that has not been answered yet may still be; one that never was, has no head to look at.
    if (!record.hasEnded && record.responseHead === null) open.push(record.id)
    if (record.requestHead === null && record.responseHead === null) {
      if (record.hasEnded) gone.push(record.id)
      return
    }
    const heads = new Heads(record)
    for (const [at, isMatch] of matchers.entries()) if (isMatch(heads)) matches[at]?.push(record.id)
  }

  const slices = new Slices()
  for (const id of search.again) {
    const record = log.find(id)
    if (record !== undefined) look(record)
    if (slices.isOver) await slices.rest()
  }
  let searchedTo = search.afterId
  let count = 0
  for (const record of log.records()) {
    if (record.id <= search.afterId) continue
    if (count === MOST_AT_ONCE) return { matches, gone, open, searchedTo, more: true }
    look(record)
    searchedTo = record.id
    count += 1
    if (slices.isOver) await slices.rest()
  }
  return { matches, gone, open, searchedTo, more: false }
}

function headMatcher({ side, field, test }: HeadTerm): (heads: Heads) => boolean {
  const within = field === null ? textMatcher(test === null ? EVERYTHING : octetsOf(test)) : fieldMatcher(field, test)
  switch (side) {
    case 'request':
      return (heads) => within(heads.request)
    case 'response':
      return (heads) => within(heads.response)
    case 'either':
      return (heads) => within(heads.request) || within(heads.response)
  }
}

const EVERYTHING = { kind: 'contains', text: '' } as const

/** Heads are read one character for each octet, so what is looked for has to be as well. */
function octetsOf(test: NonNullable<HeadTerm['test']>): NonNullable<HeadTerm['test']> {
  return { ...test, text: Buffer.from(test.text, 'utf8').toString('latin1') }
}

/** A field line by its name: what is between the colon and the end of the line, white space around it left out. */
function fieldMatcher(field: string, test: HeadTerm['test']): (head: string) => boolean {
  const start = `\n${field}:`
  const isMatch = test === null ? undefined : textMatcher(octetsOf(test))
  return (head) => {
    const lower = head.toLowerCase()
    for (let at = lower.indexOf(start); at >= 0; at = lower.indexOf(start, at + 1)) {
      if (isMatch === undefined) return true
      const lineEnd = head.indexOf('\n', at + 1)
      const value = head.slice(at + start.length, lineEnd < 0 ? head.length : lineEnd).trim()
      if (isMatch(value)) return true
    }
    return false
  }
}

function toText(bytes: Uint8Array | null): string {
  return bytes === null ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
