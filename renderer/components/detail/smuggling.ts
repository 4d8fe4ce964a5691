import type { smugglingNames } from '../../text/autopsy'
import type { OctetSpan } from '../requests/octet-span'
import { latin1, readOctets } from './octets'
import type { WireHead } from './wire-head'

/** A shape that request smuggling takes: something that two programs in a row can read differently (RFC 9112 §11.2). */
export type SmugglingPattern = keyof typeof smugglingNames

const PATTERNS: Readonly<Record<string, SmugglingPattern>> = {
  'content-length-conflict': 'two-lengths',
  'content-length-malformed': 'disguised-length',
  'length-and-transfer-encoding': 'length-and-coding',
  'transfer-encoding-malformed': 'disguised-coding',
  'transfer-encoding-unsupported': 'disguised-coding',
  'transfer-encoding-in-1.0': 'coding-in-1.0',
  'bare-lf': 'line-feed-alone',
  'bare-cr': 'carriage-return-alone',
  'obs-fold': 'folded-line',
  'chunk-size-malformed': 'chunk-size',
  'chunk-extension-malformed': 'chunk-extension',
  'chunk-extension-too-large': 'chunk-extension',
  'chunk-end-missing': 'chunk-size',
  'host-repeated': 'two-hosts',
}
/** Faults in a line that are harmless unless the line is one of those that say where the content ends. */
const IN_A_LINE = /^(?:space-before-colon|field-name-malformed|control-in-value|space-before-first-field)$/
// In what begins a line, or in what a broken name leaves of it.
const NEAR_CODING = /transfer[-_ ]?encoding/i
const NEAR_LENGTH = /content[-_ ]?length/i

/** Names the shape that a broken request has; null for an ordinary slip. */
export function findPattern(code: string | null, octets: Uint8Array, head: WireHead): SmugglingPattern | null {
  if (code === null) return null
  if (Object.hasOwn(PATTERNS, code)) return PATTERNS[code] ?? null
  if (!IN_A_LINE.test(code)) return null
  const last = head.fields.at(-1)
  const line = last === undefined ? '' : readOctets(octets, { start: last.span.start, end: last.lineEnd.end })
  const rest = head.unread === null ? '' : readOctets(octets, firstLine(octets, head.unread))
  if (NEAR_CODING.test(line + rest)) return 'disguised-coding'
  return NEAR_LENGTH.test(line + rest) ? 'disguised-length' : null
}

/** A request that another program could find within a broken one. */
export interface HiddenRequest extends OctetSpan {
  /** Its request line, as inert text. */
  readonly line: string
}

/** Gives what another program could take for a second request: the first request line after the first line. */
export function findHiddenRequest(octets: Uint8Array, head: WireHead): HiddenRequest | null {
  const from = head.startLine?.span.end ?? 0
  const text = latin1(octets, { start: from, end: octets.length })
  const match = /(?<=[\r\n])[A-Z]{3,10} [^\s]{1,200} HTTP\/1\.[01](?=[\r\n]|$)/.exec(text)
  if (match === null) return null
  const start = from + match.index
  return { start, end: octets.length, line: readOctets(octets, { start, end: start + match[0].length }) }
}

function firstLine(octets: Uint8Array, { start, end }: OctetSpan): OctetSpan {
  const feed = octets.subarray(start, end).indexOf(0x0a)
  return { start, end: feed < 0 ? end : start + feed }
}
