import { ChunkedReader } from './chunked-content'
import { frameContent } from './content-framing'
import { offsetOfFault } from './field-section'
import { classify, isText } from './foreign-protocol'
import type { ReadHead } from './head-reader'
import { HeadReader } from './head-reader'
import { checkHost } from './host-field'
import { InputBuffer } from './input-buffer'
import type { ContentFraming, ParserEvent } from './message'
import { CR, LF } from './octets'
import type { ParserLimits } from './parser-limits'
import { DEFAULT_LIMITS } from './parser-limits'
import { foreignProtocolError, protocolError } from './protocol-error'

export type { ParserLimits } from './parser-limits'

const NEED_MORE: ParserEvent = { kind: 'need-more' }
const END: ParserEvent = { kind: 'end', trailers: [] }

/** A longer head is not remembered: an idle connection shall hold next to nothing. */
const LONGEST_REMEMBERED = 2048

type HeadEvent = Extract<ParserEvent, { readonly kind: 'head' }>

/** Which part of the message comes next. */
type State =
  | { readonly kind: 'head' }
  | { readonly kind: 'length'; remaining: number }
  | { readonly kind: 'chunked'; readonly reader: ChunkedReader }
  | { readonly kind: 'failed'; readonly error: unknown }

const HEAD: State = { kind: 'head' }

/** What is known of a message that was refused or cut off. */
export interface RejectedMessage {
  /** The octets that are held of it, at most those of the longest head. Owned by the receiver. */
  readonly bytes: Uint8Array
  /** Offset of `bytes[0]` in the message; 0 unless its head has been accepted. */
  readonly from: number
  /** Absent until the request line has been read. */
  readonly method?: string
  readonly target?: string
}

/**
 * Reads the requests of one connection: octets in, events out, nothing else. It knows neither sockets nor time.
 *
 * For each request `next` gives a `head`, any number of `content`, and `end`; then the same of the request behind it
 * when that has been pipelined. Events do not depend on how the octets were cut into chunks, but for the cuts between
 * pieces of content.
 *
 * What it holds is bounded by its limits and by what is pushed without `next` being called until it says `need-more`.
 */
export class RequestParser {
  readonly #limits: ParserLimits
  readonly #input = new InputBuffer()
  #state: State = HEAD
  #headReader: HeadReader
  #hasReadLines = false
  /** The last head, if no content followed it: whoever asks the same again sends the same octets. */
  #remembered: HeadEvent | undefined
  #hasSkippedEmptyLine = false
  /** Where a head ends that was refused as a whole. */
  #refusedHeadEnd: number | undefined

  constructor(limits: Partial<ParserLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits }
    this.#headReader = new HeadReader(this.#limits)
  }

  /** Octets that have been pushed and not yet been given in an event. */
  get bufferedBytes(): number {
    return this.#input.length
  }

  /** Whether the last message has ended and no octet of another one is held. */
  get idle(): boolean {
    return this.#state.kind === 'head' && this.#input.length === 0
  }

  /**
   * Takes octets from the connection. They must not be written to afterwards: events show views of them.
   *
   * After a refusal they are dropped.
   */
  push(chunk: Uint8Array): void {
    if (this.#state.kind !== 'failed') this.#input.push(chunk)
  }

  /**
   * Gives what comes next in the octets pushed so far.
   *
   * @throws {ProtocolError} when the message cannot be accepted; from then on always the same one, because nothing
   * after it can be told apart from it (RFC 9112 §9.6)
   */
  next(): ParserEvent {
    const state = this.#state
    if (state.kind === 'failed') throw state.error
    try {
      switch (state.kind) {
        case 'head':
          return this.#readHead()
        case 'length':
          return this.#readLength(state)
        case 'chunked':
          return this.#readChunked(state.reader)
      }
    } catch (error) {
      this.#state = { kind: 'failed', error }
      throw error
    }
  }

  /** Tells what is known of the message after `next` has thrown, or of one that is cut off because it took too long. */
  rejected(): RejectedMessage {
    const end = Math.min(this.#refusedHeadEnd ?? this.#input.length, this.#limits.headBytes)
    const bytes = this.#input.copy(0, end)
    const from = this.#input.position
    const requestLine = this.#headReader.requestLine
    if (requestLine === undefined) return { bytes, from }
    return { bytes, from, method: requestLine.method, target: requestLine.target }
  }

  #readHead(): ParserEvent {
    const again = this.#remembered
    if (again !== undefined && this.#input.startsWith(again.head.bytes)) return this.#repeat(again)
    if (!this.#hasSkippedEmptyLine && this.#input.at(0) === CR) {
      const second = this.#input.at(1)
      if (second === undefined) return NEED_MORE
      if (second === LF) this.#skipEmptyLine()
    }
    const first = this.#input.at(0)
    if (first === undefined) return NEED_MORE
    // Whoever does not begin with text may never send a line end: it has to be known by its first octets.
    if (!isText(first) && this.#refuseForeign() === 'undecided') return NEED_MORE
    const head = this.#readHeadLines()
    return head === undefined ? NEED_MORE : this.#acceptHead(head)
  }

  /** The same octets are the same head: what was found of them once holds again. */
  #repeat(event: HeadEvent): ParserEvent {
    this.#input.consume(event.head.bytes.length)
    this.#state = this.#stateForContent(event.framing)
    return event
  }

  /** RFC 9112 §2.2: one empty line before the request line is ignored, because old clients end their content so. */
  #skipEmptyLine(): void {
    this.#hasSkippedEmptyLine = true
    this.#input.consume(2)
    this.#input.beginMessage()
  }

  #readHeadLines(): ReadHead | undefined {
    this.#hasReadLines = true
    try {
      return this.#headReader.read(this.#input)
    } catch (error) {
      // A protocol whose first line is text is best known by that line being no request line of ours.
      if (this.#headReader.requestLine === undefined) this.#refuseForeign()
      throw error
    }
  }

  #refuseForeign(): 'undecided' | 'none' {
    const answer = classify(this.#input.view(0, this.#input.length))
    if (answer === 'undecided' || answer === 'none') return answer
    throw foreignProtocolError(answer)
  }

  #acceptHead({ requestLine, fields, length }: ReadHead): ParserEvent {
    const { method, target, version } = requestLine
    const bytes = this.#input.copy(0, length)
    const framing = checkHost(fields, version) ?? frameContent(fields, version, this.#limits.contentBytes)
    if (framing.kind === 'fault') {
      this.#refusedHeadEnd = length
      throw protocolError(framing.code, offsetOfFault(bytes, framing))
    }
    this.#input.consume(length)
    this.#state = this.#stateForContent(framing)
    const event: HeadEvent = { kind: 'head', head: { method, target, version, fields, bytes }, framing }
    this.#remembered = framing.kind === 'none' && length <= LONGEST_REMEMBERED ? event : undefined
    return event
  }

  #stateForContent(framing: ContentFraming): State {
    if (framing.kind === 'chunked') return { kind: 'chunked', reader: new ChunkedReader(this.#limits) }
    return { kind: 'length', remaining: framing.kind === 'length' ? framing.length : 0 }
  }

  #readLength(state: { remaining: number }): ParserEvent {
    if (state.remaining === 0) return this.#endMessage(END)
    if (this.#input.length === 0) return NEED_MORE
    const event = this.#takeContent(Math.min(state.remaining, this.#input.length))
    state.remaining -= event.bytes.length
    return event
  }

  #readChunked(reader: ChunkedReader): ParserEvent {
    const step = reader.next(this.#input)
    switch (step.kind) {
      case 'need-more':
        return NEED_MORE
      case 'end':
        return this.#endMessage({ kind: 'end', trailers: step.trailers })
      case 'content':
        reader.took(step.length)
        return this.#takeContent(step.length)
    }
  }

  #takeContent(length: number): { readonly kind: 'content'; readonly bytes: Uint8Array } {
    const bytes = this.#input.view(0, length)
    this.#input.consume(length)
    return { kind: 'content', bytes }
  }

  #endMessage(end: ParserEvent): ParserEvent {
    this.#state = HEAD
    if (this.#hasReadLines) this.#headReader = new HeadReader(this.#limits)
    this.#hasReadLines = false
    this.#hasSkippedEmptyLine = false
    this.#input.beginMessage()
    return end
  }
}
