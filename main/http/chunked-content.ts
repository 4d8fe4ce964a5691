import { MAX_SIZE_DIGITS, parseChunkLine, sizeDigits } from './chunk-line'
import { FieldSection } from './field-section'
import type { InputBuffer } from './input-buffer'
import type { FieldLine } from './message'
import { CR, LF } from './octets'
import type { ParserLimits } from './parser-limits'
import type { ProtocolError } from './protocol-error'
import { protocolError } from './protocol-error'

/** What the next octets of chunked content are. */
export type ChunkedStep =
  | { readonly kind: 'need-more' }
  | { readonly kind: 'content'; readonly length: number }
  | { readonly kind: 'end'; readonly trailers: readonly FieldLine[] }

const NEED_MORE: ChunkedStep = { kind: 'need-more' }

/** Which part of the grammar comes next. */
type Part = 'chunk-line' | 'chunk-data' | 'chunk-end' | 'trailers'

/** A line without its line end, which without the CR is no line end. */
interface Line {
  readonly text: string
  readonly hasCr: boolean
}

/**
 * Takes chunked content apart (RFC 9112 §7.1).
 *
 *     chunked-body = *chunk last-chunk trailer-section CRLF
 *
 * Framing is consumed as it is read; content is left at the start of the input for whoever asked.
 */
export class ChunkedReader {
  readonly #limits: ParserLimits
  readonly #trailers: FieldSection
  #part: Part = 'chunk-line'
  /** Octets of the current chunk's data that are still to come. */
  #remaining = 0
  #contentBytes = 0
  #extensionBytes = 0
  #trailerBytes = 0
  /** Octets of the current line in which its end has been looked for. */
  #searched = 0

  constructor(limits: ParserLimits) {
    this.#limits = limits
    this.#trailers = new FieldSection(limits.fieldLines)
  }

  /**
   * Reads on until there is content, the end, or too little.
   *
   * @throws {ProtocolError}
   */
  next(input: InputBuffer): ChunkedStep {
    let step: ChunkedStep | undefined
    while (step === undefined) step = this.#readPart(input)
    return step
  }

  /** Tells that content was taken from the start of the input. */
  took(length: number): void {
    this.#remaining -= length
    if (this.#remaining === 0) this.#part = 'chunk-end'
  }

  #readPart(input: InputBuffer): ChunkedStep | undefined {
    switch (this.#part) {
      case 'chunk-line':
        return this.#readChunkLine(input)
      case 'chunk-data':
        return input.length === 0 ? NEED_MORE : { kind: 'content', length: Math.min(this.#remaining, input.length) }
      case 'chunk-end':
        return this.#readChunkEnd(input)
      case 'trailers':
        return this.#readTrailer(input)
    }
  }

  #readChunkLine(input: InputBuffer): ChunkedStep | undefined {
    const room = this.#limits.chunkExtensionBytes - this.#extensionBytes
    const bound = MAX_SIZE_DIGITS + room + 2
    const line = this.#findLine(input, bound)
    if (line === 'too-long') throw extensionsTooLarge(input.text(0, bound), { at: input.position, room })
    if (line === undefined) return NEED_MORE
    const { size, extensionBytes } = parseChunkLine(line.text, input.position)
    if (!line.hasCr) throw protocolError('bare-lf', input.position + line.text.length)
    if (extensionBytes > room) throw extensionsTooLarge(line.text, { at: input.position, room })
    if (size > this.#limits.contentBytes - this.#contentBytes) throw protocolError('content-too-large', input.position)
    this.#consume(input, line.text.length + 2)
    this.#extensionBytes += extensionBytes
    this.#contentBytes += size
    this.#remaining = size
    this.#part = size === 0 ? 'trailers' : 'chunk-data'
    return undefined
  }

  #readChunkEnd(input: InputBuffer): ChunkedStep | undefined {
    const [first, second] = [input.at(0), input.at(1)]
    if (first === undefined) return NEED_MORE
    if (first !== CR) throw protocolError('chunk-end-missing', input.position)
    if (second === undefined) return NEED_MORE
    if (second !== LF) throw protocolError('chunk-end-missing', input.position + 1)
    this.#consume(input, 2)
    this.#part = 'chunk-line'
    return undefined
  }

  #readTrailer(input: InputBuffer): ChunkedStep | undefined {
    const room = this.#limits.trailerBytes - this.#trailerBytes
    const line = this.#findLine(input, room)
    if (line === 'too-long') throw protocolError('trailers-too-large', input.position + room)
    if (line === undefined) return NEED_MORE
    if (line.text !== '') this.#trailers.add(line.text, input.position)
    if (!line.hasCr) throw protocolError('bare-lf', input.position + line.text.length)
    this.#trailerBytes += line.text.length + 2
    this.#consume(input, line.text.length + 2)
    return line.text === '' ? { kind: 'end', trailers: this.#trailers.fields } : undefined
  }

  /** Finds the line that the input begins with; undefined until its LF has come in. */
  #findLine(input: InputBuffer, maxBytes: number): Line | 'too-long' | undefined {
    const lineEnd = input.indexOf(LF, this.#searched)
    this.#searched = input.length
    if (lineEnd >= maxBytes || (lineEnd === -1 && input.length > maxBytes)) return 'too-long'
    if (lineEnd === -1) return undefined
    const hasCr = lineEnd > 0 && input.at(lineEnd - 1) === CR
    return { text: input.text(0, hasCr ? lineEnd - 1 : lineEnd), hasCr }
  }

  #consume(input: InputBuffer, count: number): void {
    input.consume(count)
    this.#searched = 0
  }
}

/** Says where the extensions exceed their room, unless the size before them is none. */
function extensionsTooLarge(line: string, { at, room }: { readonly at: number; readonly room: number }): ProtocolError {
  return protocolError('chunk-extension-too-large', at + sizeDigits(line, at).length + room)
}
