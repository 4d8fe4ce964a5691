import type { OctetSpan } from '../requests/octet-span'

/** What a stretch of a head is. Together the spans cover every octet once, in order. */
export type WireKind =
  'method' | 'target' | 'version' | 'status' | 'reason' | 'name' | 'colon' | 'value' | 'space' | 'line-end' | 'unread'

export interface WireSpan extends OctetSpan {
  readonly kind: WireKind
}

/** A field line: `value` is without the white space around it. */
export interface WireField {
  readonly span: OctetSpan
  readonly name: OctetSpan
  readonly value: OctetSpan
  /** Empty where the head ends before the line does. */
  readonly lineEnd: OctetSpan
}

/** The first line: of a request method, target, version; of a response version, status, reason; as far as it goes. */
export interface StartLine {
  readonly span: OctetSpan
  readonly parts: readonly WireSpan[]
  readonly lineEnd: OctetSpan
}

/** A head as it stands on the wire, cut into its parts. */
export interface WireHead {
  readonly spans: readonly WireSpan[]
  readonly startLine: StartLine | null
  readonly fields: readonly WireField[]
  /** The blank line that ends the head. */
  readonly blank: OctetSpan | null
  /** What nobody took for a part of the head. */
  readonly unread: OctetSpan | null
}

/** Which kind of head it is. */
export type HeadKind = 'request' | 'response'

const HT = 0x09
const LF = 0x0a
const CR = 0x0d
const SP = 0x20
const COLON = 0x3a

/**
 * Cuts a head into its parts for display (RFC 9112 §2.1).
 *
 * Forgives everything, because what it is shown may be exactly what broke the rules: whatever is no part stays covered
 * by a span all the same. It decides nothing; `main/http` has done that.
 *
 * @param readUntil where the parser stopped: octets from there on are not read
 */
export function parseWireHead(octets: Uint8Array, kind: HeadKind, readUntil = octets.length): WireHead {
  const draft = new Draft(octets.subarray(0, readUntil))
  let line = draft.nextLine()
  // RFC 9112 §2.2: an empty line before a request line is skipped.
  while (kind === 'request' && line !== null && line.start === line.end && line.after > line.end) {
    draft.add('line-end', line.end, line.after)
    line = draft.nextLine()
  }
  if (line !== null) draft.readStartLine(line, kind)
  for (line = draft.nextLine(); line !== null && draft.blank === null; line = draft.nextLine()) draft.readField(line)
  return draft.finish(octets.length)
}

/** A line without its end, and where the next one begins. */
interface Line extends OctetSpan {
  readonly after: number
}

class Draft {
  readonly #octets: Uint8Array
  readonly #spans: WireSpan[] = []
  readonly #fields: WireField[] = []
  #startLine: WireHead['startLine'] = null
  #at = 0
  blank: OctetSpan | null = null

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }

  nextLine(): Line | null {
    const start = this.#at
    if (this.blank !== null || start >= this.#octets.length) return null
    const feed = this.#octets.indexOf(LF, start)
    const after = feed < 0 ? this.#octets.length : feed + 1
    const bare = feed < 0 ? after : feed
    const end = feed > start && this.#octets[feed - 1] === CR ? feed - 1 : bare
    this.#at = after
    return { start, end, after }
  }

  add(kind: WireKind, start: number, end: number): void {
    if (end > start) this.#spans.push({ kind, start, end })
  }

  readStartLine({ start, end, after }: Line, kind: HeadKind): void {
    const [first, second, third] = kind === 'request' ? REQUEST_LINE : STATUS_LINE
    const from = this.#spans.length
    const firstSpace = this.#find(SP, { start, end })
    // A target with spaces in it broke the rules; the version is still what stands last.
    const lastSpace =
      kind === 'request' ? this.#findLast(SP, { start, end }) : this.#find(SP, { start: firstSpace + 1, end })
    const secondEnd = lastSpace > firstSpace ? lastSpace : end
    this.add(first, start, firstSpace)
    this.add('space', firstSpace, Math.min(firstSpace + 1, end))
    this.add(second, firstSpace + 1, secondEnd)
    this.add('space', secondEnd, Math.min(secondEnd + 1, end))
    this.add(third, secondEnd + 1, end)
    const parts = this.#spans.slice(from).filter((span) => span.kind !== 'space')
    this.#startLine = { span: { start, end: after }, parts, lineEnd: { start: end, end: after } }
    this.add('line-end', end, after)
  }

  readField(line: Line): void {
    if (line.start === line.end) {
      this.blank = { start: line.start, end: line.after }
    } else {
      this.#readFieldLine(line)
    }
    this.add('line-end', line.end, line.after)
  }

  #readFieldLine({ start, end, after }: Line): void {
    const lineEnd = { start: end, end: after }
    const colon = this.#find(COLON, { start, end })
    if (colon === end) {
      this.add('name', start, end)
      this.#fields.push({ span: { start, end }, name: { start, end }, value: { start: end, end }, lineEnd })
      return
    }
    let valueStart = colon + 1
    let valueEnd = end
    while (valueStart < valueEnd && this.#isBlank(valueStart)) valueStart += 1
    while (valueEnd > valueStart && this.#isBlank(valueEnd - 1)) valueEnd -= 1
    this.add('name', start, colon)
    this.add('colon', colon, colon + 1)
    this.add('space', colon + 1, valueStart)
    this.add('value', valueStart, valueEnd)
    this.add('space', valueEnd, end)
    this.#fields.push({
      span: { start, end: valueEnd },
      name: { start, end: colon },
      value: { start: valueStart, end: valueEnd },
      lineEnd,
    })
  }

  finish(length: number): WireHead {
    const unread = this.#at < length ? { start: this.#at, end: length } : null
    if (unread !== null) this.add('unread', unread.start, unread.end)
    return { spans: this.#spans, startLine: this.#startLine, fields: this.#fields, blank: this.blank, unread }
  }

  /** The first such octet, or the end. */
  #find(octet: number, { start, end }: OctetSpan): number {
    const at = this.#octets.indexOf(octet, start)
    return at < 0 || at > end ? end : at
  }

  /** The last such octet before the end, or -1. */
  #findLast(octet: number, { start, end }: OctetSpan): number {
    const at = this.#octets.lastIndexOf(octet, end - 1)
    return at < start || at >= end ? -1 : at
  }

  #isBlank(at: number): boolean {
    return this.#octets[at] === SP || this.#octets[at] === HT
  }
}

const REQUEST_LINE = ['method', 'target', 'version'] as const
const STATUS_LINE = ['version', 'status', 'reason'] as const
