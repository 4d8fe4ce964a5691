/** Opens a saved session. Rows are held in memory; their details are read from the file when they are looked at. */
import * as v from 'valibot'
import type { ClientView, ExchangeDetail, ExchangeRow } from '../../preload/views'
import { sayIssue, sessionHead, sessionLine } from './session-schema'

/** The format that this program writes, and the newest that it reads. */
const VERSION = 1
/** As many as the log itself could hold, and some. */
const MOST_EXCHANGES = 200_000
const LONGEST_LINE = 1024 * 1024
const MOST_PROBLEMS = 20
const LF = 0x0a

/** A line that could not be read. */
export interface LineProblem {
  /** From 1: a line, or an entry of a HAR file. */
  readonly line: number
  readonly why: string
}

/** A session as it was saved. */
export interface SavedSession {
  /** A session of our own, or a HAR file, which knows less. */
  readonly kind: 'session' | 'har'
  readonly name: string
  readonly savedAt: number
  readonly rows: readonly ExchangeRow[]
  readonly clients: readonly ClientView[]
  /** The first of the lines that were left out. */
  readonly problems: readonly LineProblem[]
  /** How many lines were left out. */
  readonly leftOut: number
  /** Whether the last line says that nothing is missing. */
  readonly isWhole: boolean
  /** Reads a detail; null when the file has changed or gone since. */
  readDetail(id: number): Promise<ExchangeDetail | null>
}

/** Why a file is not opened. */
export type SessionRefusal = 'not-a-session' | 'session-newer' | 'session-unreadable'

interface Place {
  readonly start: number
  readonly end: number
}

/** Reads a file line by line. A line that cannot be read is left out and told; all others are kept. */
export async function openSessionFile(file: Blob, name: string): Promise<SavedSession | SessionRefusal> {
  const reading = new Reading()
  try {
    for await (const { place, text } of linesOf(file)) {
      const refusal = reading.take(text, place)
      if (refusal !== undefined) return refusal
    }
  } catch {
    return 'session-unreadable'
  }
  return reading.finish(file, name)
}

class Reading {
  readonly #rows = new Map<number, ExchangeRow>()
  readonly #places = new Map<number, Place>()
  readonly #clients = new Map<number, ClientView>()
  readonly #problems: LineProblem[] = []
  #leftOut = 0
  #savedAt: number | undefined
  #line = 0
  #end: number | undefined

  take(text: string | null, place: Place): SessionRefusal | undefined {
    this.#line += 1
    if (this.#savedAt === undefined) return this.#takeHead(text)
    if (text === '') return undefined
    const read = v.safeParse(sessionLine, text === null ? undefined : parseJson(text))
    if (!read.success) this.#leaveOut(text === null ? 'longer than 1 MiB' : sayIssue(read.issues))
    else if ('client' in read.output) this.#clients.set(read.output.client.id, read.output.client)
    else if ('end' in read.output) this.#end = read.output.end
    else this.#takeExchange(read.output.exchange, place)
    return undefined
  }

  finish(file: Blob, name: string): SavedSession | SessionRefusal {
    if (this.#savedAt === undefined) return 'not-a-session'
    const places = this.#places
    return {
      kind: 'session',
      name,
      savedAt: this.#savedAt,
      rows: [...this.#rows.values()].sort((one, other) => one.id - other.id),
      clients: [...this.#clients.values()],
      problems: this.#problems,
      leftOut: this.#leftOut,
      isWhole: this.#end === this.#rows.size + this.#leftOut,
      readDetail: (id) => readDetail(file, places.get(id)),
    }
  }

  #takeHead(text: string | null): SessionRefusal | undefined {
    const head = v.safeParse(sessionHead, text === null ? undefined : parseJson(text))
    if (!head.success) return 'not-a-session'
    if (head.output.version > VERSION) return 'session-newer'
    this.#savedAt = head.output.savedAt
    return undefined
  }

  #takeExchange({ row }: ExchangeDetail, place: Place): void {
    if (this.#rows.has(row.id)) this.#leaveOut(`a second exchange ${String(row.id)}`)
    else if (this.#rows.size >= MOST_EXCHANGES) this.#leaveOut(`more than ${String(MOST_EXCHANGES)} exchanges`)
    else {
      this.#rows.set(row.id, row)
      this.#places.set(row.id, place)
    }
  }

  #leaveOut(why: string): void {
    this.#leftOut += 1
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ line: this.#line, why })
  }
}

async function readDetail(file: Blob, place: Place | undefined): Promise<ExchangeDetail | null> {
  if (place === undefined) return null
  try {
    const read = v.parse(sessionLine, parseJson(await file.slice(place.start, place.end).text()))
    return 'exchange' in read ? read.exchange : null
  } catch {
    return null // the file has changed, or its disk has gone
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Gives each line with its place in the file; null for the text of one that is too long. */
async function* linesOf(file: Blob): AsyncGenerator<{ readonly place: Place; readonly text: string | null }> {
  const decoder = new TextDecoder()
  const reader = file.stream().getReader()
  let held: Uint8Array[] = []
  let start = 0
  let at = 0
  const take = (end: number): { place: Place; text: string | null } => {
    const place = { start, end }
    const text = end - start > LONGEST_LINE ? null : decoder.decode(join(held)).replace(/\r$/, '')
    held = []
    return { place, text }
  }
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    let from = 0
    for (let feed = next.value.indexOf(LF); feed >= 0; feed = next.value.indexOf(LF, from)) {
      held.push(next.value.subarray(from, feed))
      yield take(at + feed)
      from = feed + 1
      start = at + from
    }
    at += next.value.length
    // Of a line that is too long already, nothing more is held.
    if (at - start <= LONGEST_LINE) held.push(next.value.subarray(from))
  }
  if (at > start) yield take(at)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  if (parts.length === 1 && first !== undefined) return first
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
