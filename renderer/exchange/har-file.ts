/** Opens a HAR file as a session that is only looked at. */
import * as v from 'valibot'
import type { ClientView } from '../../preload/views'
import { detailOfEntry, rowOfEntry } from './har-exchange'
import { harEntry, harFile, type HarEntry } from './har-schema'
import type { LineProblem, SavedSession } from './session-file'
import { sayIssue } from './session-schema'

/** A text that is read whole takes several times its size in memory. */
const LARGEST_FILE = 128 * 1024 * 1024
const MOST_ENTRIES = 200_000
const MOST_PROBLEMS = 20

/** Why a file is not opened, and where it broke. */
export interface HarRefusal {
  readonly code: 'not-a-session' | 'har-malformed' | 'har-too-large' | 'session-unreadable'
  /** What in the file the sentence speaks of. */
  readonly place?: string
}

/** Reads a HAR file. An entry that cannot be read is left out and told; all others are kept. */
export async function openHarFile(file: Blob, name: string): Promise<SavedSession | HarRefusal> {
  if (file.size > LARGEST_FILE) return { code: 'har-too-large' }
  let text: string
  try {
    text = await file.text()
  } catch {
    return { code: 'session-unreadable' }
  }
  // Some programs write a mark of the coding at the front.
  const json = text.replace(/^\ufeff/, '')
  // What does not begin as any HAR file does is something else.
  if (!/^\s*\{\s*"log"/.test(json)) return { code: 'not-a-session' }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { code: 'har-malformed', place: placeOf(error, json) }
  }
  const read = v.safeParse(harFile, value)
  if (!read.success) return { code: 'har-malformed', place: sayIssue(read.issues) }
  return new HarSession(read.output).open(name)
}

/** Where a text stops being JSON: V8 tells the position, from which line and column follow, or quotes what is there. */
function placeOf(error: unknown, json: string): string {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return message.replace(/\s+/g, ' ').slice(0, 120)
  const lines = json.slice(0, Number(position)).split('\n')
  return `${String(lines.length)}:${String((lines.at(-1)?.length ?? 0) + 1)}`
}

class HarSession {
  readonly #entries: HarEntry[] = []
  readonly #problems: LineProblem[] = []
  readonly #author: string
  readonly #connections = new Map<string, { readonly id: number; exchanges: number }>()
  readonly #clients = new Map<string, ClientView>()
  #leftOut = 0

  constructor({ log }: v.InferOutput<typeof harFile>) {
    const by = log.browser ?? log.creator
    this.#author = by === undefined ? '' : `${by.name} ${by.version}`.trim()
    for (const [at, given] of log.entries.entries()) {
      const read = v.safeParse(harEntry, given)
      if (!read.success) this.#leaveOut(at, sayIssue(read.issues))
      else if (this.#entries.length >= MOST_ENTRIES) this.#leaveOut(at, `more than ${String(MOST_ENTRIES)} entries`)
      else this.#entries.push(read.output)
    }
  }

  open(name: string): SavedSession {
    const entries = this.#entries.toSorted((one, other) => one.startedDateTime - other.startedDateTime)
    const servers = new Set(entries.map(({ request }) => (URL.canParse(request.url) ? new URL(request.url).host : '')))
    const ids = new Set(entries.map(({ _exchangeId }) => _exchangeId))
    const areOurs = ids.size === entries.length && !ids.has(undefined)
    const byId = new Map<number, HarEntry>()
    const rows = entries.map((entry, at) => {
      const id = areOurs ? (entry._exchangeId ?? at + 1) : at + 1
      byId.set(id, entry)
      const isOurs = entry._exchangeId !== undefined
      const severalServers = servers.size > 1 && !isOurs
      return rowOfEntry(entry, { id, clientId: this.#clientOf(entry).id, ...this.#connectionOf(entry), severalServers })
    })
    rows.sort((one, other) => one.id - other.id)
    const byRow = new Map(rows.map((row) => [row.id, row]))
    return {
      kind: 'har',
      name,
      savedAt: Math.max(0, ...rows.slice(-1000).map(({ progressAt }) => progressAt)),
      rows,
      clients: [...this.#clients.values()],
      problems: this.#problems,
      leftOut: this.#leftOut,
      isWhole: true,
      readDetail: (id) => {
        const [entry, row] = [byId.get(id), byRow.get(id)]
        return Promise.resolve(entry === undefined || row === undefined ? null : detailOfEntry(entry, row))
      },
    }
  }

  /** Whoever asked: as it is named in files of ours, else the program that wrote the file. */
  #clientOf({ _client, startedDateTime }: HarEntry): ClientView {
    const name = _client ?? this.#author
    const known = this.#clients.get(name)
    if (known !== undefined) return known
    const client: ClientView = {
      id: this.#clients.size + 1,
      address: '',
      name: name === '' ? 'HAR' : name,
      device: 'unknown',
      agent: null,
      state: 'gone',
      connections: 0,
      activeExchanges: 0,
      exchanges: 0,
      sentBytes: 0,
      bytesPerSecond: 0,
      files: 0,
      filesDone: 0,
      spark: [],
      firstSeenAt: startedDateTime,
      lastSeenAt: startedDateTime,
    }
    this.#clients.set(name, client)
    return client
  }

  /** Connections are numbered in the order in which they come, but those that have our own numbers. */
  #connectionOf({ connection, _ordinalOnConnection }: HarEntry): { connectionId: number; ordinal: number } {
    if (connection === undefined || connection === '') return { connectionId: 0, ordinal: 0 }
    const known = this.#connections.get(String(connection)) ?? { id: this.#connections.size + 1, exchanges: 0 }
    known.exchanges += 1
    this.#connections.set(String(connection), known)
    if (_ordinalOnConnection === undefined) return { connectionId: known.id, ordinal: known.exchanges }
    return { connectionId: Number(connection) || known.id, ordinal: _ordinalOnConnection }
  }

  #leaveOut(at: number, why: string): void {
    this.#leftOut += 1
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ line: at + 1, why })
  }
}
