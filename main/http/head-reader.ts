import { Buffer } from 'node:buffer'
import { FieldSection } from './field-section'
import type { InputBuffer } from './input-buffer'
import type { FieldLine } from './message'
import { CR, LF } from './octets'
import type { ParserLimits } from './parser-limits'
import { protocolError } from './protocol-error'
import type { RequestLine } from './request-line'
import { parseRequestLine } from './request-line'

const BLANK_LINE = Buffer.from('\r\n\r\n', 'latin1')

/** A head whose lines have been read, before what they say of host and content is judged. */
export interface ReadHead {
  readonly requestLine: RequestLine
  readonly fields: readonly FieldLine[]
  /** Octets from the first of the method to the last LF of the blank line. */
  readonly length: number
}

/**
 * Reads one head out of an input that begins with it (RFC 9112 §2.1).
 *
 *     HTTP-message = start-line CRLF *( field-line CRLF ) CRLF [ message-body ]
 *
 * Lines are judged as they come in, each once. Whether they come one octet at a time or all together, the same line is
 * refused for the same reason, because nothing is said of a line before its LF is there.
 */
export class HeadReader {
  readonly #limits: ParserLimits
  readonly #section: FieldSection
  #requestLine: RequestLine | undefined
  /** Octets in which line ends have been looked for. */
  #searched = 0
  /** Octets of whole lines that have been read. */
  #read = 0

  constructor(limits: ParserLimits) {
    this.#limits = limits
    this.#section = new FieldSection(limits.fieldLines)
  }

  /** The request line, once it has been read. */
  get requestLine(): RequestLine | undefined {
    return this.#requestLine
  }

  /**
   * Reads what has come in since the last time. Gives the head when it is whole; nothing is consumed.
   *
   * @throws {ProtocolError}
   */
  read(input: InputBuffer): ReadHead | undefined {
    const { headBytes } = this.#limits
    const linesEnd = this.#endOfLines(input, Math.min(input.length, headBytes))
    if (linesEnd > this.#read) {
      const head = this.#readLines(input.text(this.#read, linesEnd))
      if (head !== undefined) return head
    }
    if (input.length <= headBytes) return undefined
    // The reason lies in the request line when that alone has no end.
    if (this.#requestLine === undefined) parseRequestLine(input.text(0, headBytes), this.#limits)
    throw protocolError('head-too-large', headBytes)
  }

  /** How far whole lines reach: to the end of the head if it is there, so that one slice holds all of its text. */
  #endOfLines(input: InputBuffer, window: number): number {
    const unsearched = this.#searched
    this.#searched = window
    const blank = input.indexOf(BLANK_LINE, Math.max(0, unsearched - 3))
    if (blank !== -1 && blank + BLANK_LINE.length <= window) return blank + BLANK_LINE.length
    const nextLineEnd = input.indexOf(LF, unsearched)
    if (nextLineEnd === -1 || nextLineEnd >= window) return this.#read
    return input.lastIndexOf(LF, window) + 1
  }

  /** Reads whole lines, of which the last ends with the text. */
  #readLines(text: string): ReadHead | undefined {
    const start = this.#read
    this.#read += text.length
    for (let at = 0; at < text.length;) {
      const lineEnd = text.indexOf('\n', at)
      const hasCr = lineEnd > at && text.charCodeAt(lineEnd - 1) === CR
      const line = text.slice(at, hasCr ? lineEnd - 1 : lineEnd)
      const isLast = (hasCr || line !== '') && this.#readLine(line, start + at)
      // Some recipients take a bare LF for a line end and some do not (RFC 9112 §2.2).
      if (!hasCr) throw protocolError('bare-lf', start + lineEnd)
      at = lineEnd + 1
      if (isLast && this.#requestLine !== undefined) {
        return { requestLine: this.#requestLine, fields: this.#section.fields, length: start + at }
      }
    }
    return undefined
  }

  /** Gives true for the blank line. */
  #readLine(line: string, at: number): boolean {
    if (this.#requestLine === undefined) this.#requestLine = parseRequestLine(line, this.#limits)
    else if (line === '') return true
    else this.#section.add(line, at)
    return false
  }
}
