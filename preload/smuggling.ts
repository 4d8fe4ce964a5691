/** What in a broken request another program could read differently: the ground of request smuggling (RFC 9112 §11.2). */

/** A shape that request smuggling takes. */
export type SmugglingPattern =
  | 'two-lengths'
  | 'length-and-coding'
  | 'disguised-coding'
  | 'disguised-length'
  | 'coding-in-1.0'
  | 'line-feed-alone'
  | 'carriage-return-alone'
  | 'folded-line'
  | 'chunk-size'
  | 'chunk-extension'
  | 'two-hosts'

const PATTERNS: ReadonlyMap<string, SmugglingPattern> = new Map([
  ['content-length-conflict', 'two-lengths'],
  ['content-length-malformed', 'disguised-length'],
  ['length-and-transfer-encoding', 'length-and-coding'],
  ['transfer-encoding-malformed', 'disguised-coding'],
  ['transfer-encoding-unsupported', 'disguised-coding'],
  ['transfer-encoding-in-1.0', 'coding-in-1.0'],
  ['bare-lf', 'line-feed-alone'],
  ['bare-cr', 'carriage-return-alone'],
  ['obs-fold', 'folded-line'],
  ['chunk-size-malformed', 'chunk-size'],
  ['chunk-extension-malformed', 'chunk-extension'],
  ['chunk-extension-too-large', 'chunk-extension'],
  ['chunk-end-missing', 'chunk-size'],
  ['host-repeated', 'two-hosts'],
])
/** Faults in a line that are harmless unless the line is one of those that say where the content ends. */
const IN_A_LINE = /^(?:space-before-colon|field-name-malformed|control-in-value|space-before-first-field)$/
const NEAR_CODING = /transfer[-_ ]?encoding/i
const NEAR_LENGTH = /content[-_ ]?length/i
const LF = 0x0a
/** More of a line tells nothing more of its name. */
const LOOKED_AT = 256

/**
 * Names the shape that a broken request has; null for an ordinary slip.
 *
 * @param code of the fault, a `ProtocolFaultCode`
 * @param octets of the request
 * @param offset of the fault in them
 */
export function findPattern(code: string | null, octets: Uint8Array, offset: number): SmugglingPattern | null {
  if (code === null) return null
  const pattern = PATTERNS.get(code)
  if (pattern !== undefined) return pattern
  if (!IN_A_LINE.test(code)) return null
  const line = lineAt(octets, offset)
  if (NEAR_CODING.test(line)) return 'disguised-coding'
  return NEAR_LENGTH.test(line) ? 'disguised-length' : null
}

/** The line that an octet stands in, as latin1 text: what is near the octet. */
function lineAt(octets: Uint8Array, offset: number): string {
  const near = octets.subarray(Math.max(0, offset - LOOKED_AT), offset + LOOKED_AT)
  const at = Math.min(offset, LOOKED_AT)
  const start = at === 0 ? 0 : near.lastIndexOf(LF, at - 1) + 1
  const feed = near.indexOf(LF, at)
  return String.fromCharCode(...near.subarray(start, feed < 0 ? near.length : feed))
}
