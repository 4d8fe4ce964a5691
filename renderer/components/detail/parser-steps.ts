import type { Catalogue } from '../../text/catalogue'
import type { OctetSpan } from '../requests/octet-span'
import { readOctets } from './octets'
import type { WireHead } from './wire-head'

/** A stage of reading a request: behind the parser, where it stopped, or still ahead of it. */
export interface ParserStep {
  readonly state: 'ok' | 'bad' | 'ahead'
  readonly label: string
  readonly text: string
}

interface Source {
  readonly octets: Uint8Array
  readonly head: WireHead
  /** Up to where the parser had read. */
  readonly read: number
  /** The fault, by its code. */
  readonly reason: string | null
  readonly t: Catalogue['detail']
}

/** As many as stand beside each other in a detail of ordinary width; earlier ones are told as one. */
const MOST_FIELDS = 3
const LONGEST_TEXT = 28
const LF = 0x0a
const CR = 0x0d

/** Tells how far the parser had come when it stopped. */
export function parserSteps({ octets, head, read, reason, t }: Source): ParserStep[] {
  const line = head.startLine
  if (line === null) return [{ state: 'bad', label: t.requestLine, text: '' }]
  const say = (span: OctetSpan): string => shorten(readOctets(octets, span))
  // Between two lines nothing is half read: what comes next is wrong from its first octet.
  const betweenLines = octets[read - 1] === LF
  const inLine = head.fields.length === 0 && head.blank === null && !betweenLines

  const text = say(trimLineEnd(octets, line.span))
  const steps: ParserStep[] = [{ state: inLine ? 'bad' : 'ok', label: t.requestLine, text }]
  if (inLine) return [...steps, ahead(t.fields), ahead(t.content)]

  // A fault of the whole head is none of its fields'.
  const isWhole = head.blank !== null || reason === null
  const fields = head.fields.map((field, index): ParserStep => {
    const isLast = index === head.fields.length - 1
    return { state: isLast && !isWhole && !betweenLines ? 'bad' : 'ok', label: t.field, text: say(field.span) }
  })
  const skipped = Math.max(0, fields.length - MOST_FIELDS)
  if (skipped > 0) steps.push({ state: 'ok', label: t.fields, text: `… ${String(skipped)}` })
  steps.push(...fields.slice(skipped))
  if (isWhole) return [...steps, { state: 'bad', label: t.content, text: '' }]
  return betweenLines
    ? [...steps, { state: 'bad', label: t.field, text: '' }, ahead(t.content)]
    : [...steps, ahead(t.content)]
}

function ahead(label: string): ParserStep {
  return { state: 'ahead', label, text: '—' }
}

function trimLineEnd(octets: Uint8Array, { start, end }: OctetSpan): OctetSpan {
  let last = end
  while (last > start && (octets[last - 1] === LF || octets[last - 1] === CR)) last -= 1
  return { start, end: last }
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
}
