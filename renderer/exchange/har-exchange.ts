/** An entry of a HAR file as an exchange: what it says is taken over, and what it does not say stays unknown. */
import { isLintId, lintSet } from '../../preload/lints'
import type { ExchangeDetail, ExchangeRow, ExchangeState } from '../../preload/views'
import type { HarEntry } from './har-schema'

/** Where an exchange stands among the others of its file. */
export interface HarPlace {
  readonly id: number
  readonly clientId: number
  /** 0 where the file does not tell. */
  readonly connectionId: number
  readonly ordinal: number
  /** Whether entries went to several servers, so that a target alone would not tell which. */
  readonly severalServers: boolean
}

/** Gives the row of an entry. Times begin, as ours do, with the first octet of the request. */
export function rowOfEntry(entry: HarEntry, place: HarPlace): ExchangeRow {
  const { request, response, timings } = entry
  const { blocked = -1, dns = -1, connect = -1 } = timings
  const at = entry.startedDateTime + known(blocked) + known(dns) + known(connect)
  const { firstByteMs, elapsedMs } = spansOf(entry)
  const sentBytes = sentOf(entry)
  const lints = lintSet(...entry._notes.filter(isLintId))
  const seconds = elapsedMs / 1000
  return {
    id: place.id,
    at,
    clientId: place.clientId,
    connectionId: place.connectionId,
    ordinal: place.ordinal,
    method: request.method === '' ? null : request.method,
    target: place.severalServers ? request.url : targetOf(entry),
    version: versionOf(request.httpVersion),
    ...agentOf(entry),
    state: entry._state ?? stateOf(response.status),
    status: response.status < 100 ? null : response.status,
    reason: entry._reason ?? null,
    ...(entry._replayed === true && { replayed: true }),
    sentBytes,
    receivedBytes: known(request.bodySize),
    contentLength: lengthOf(entry),
    file: entry._file ?? null,
    bytesPerSecond: sentBytes > 0 && seconds > 0 ? sentBytes / seconds : null,
    progressAt: at + elapsedMs,
    firstByteMs: response.status < 100 ? null : firstByteMs,
    elapsedMs,
    ...(lints !== 0 && { lints }),
    ...(entry._mark !== undefined && { mark: entry._mark }),
    ...(entry._pinned === true && { pinned: true }),
    ...(entry.comment !== '' && { comment: entry.comment }),
  }
}

/** Gives all that is known of an entry. Its heads are put together from what it lists. */
export function detailOfEntry(entry: HarEntry, row: ExchangeRow): ExchangeDetail {
  const { request, response, serverIPAddress } = entry
  const { headComplete, firstByteMs, elapsedMs } = spansOf(entry)
  const startLine = [row.method ?? '', targetOf(entry), spellVersion(request.httpVersion)].join(' ').trim()
  const statusLine = `${spellVersion(response.httpVersion) || 'HTTP/1.1'} ${String(response.status)} ${response.statusText}`
  return {
    row,
    requestHead: headOf(startLine, request.headers),
    responseHead: row.status === null ? null : headOf(statusLine.trimEnd(), response.headers),
    faultOffset: null,
    remoteAddress: '',
    remotePort: 0,
    localAddress: serverIPAddress,
    localPort: portOf(request.url),
    timing: {
      waited: null,
      turn: null,
      headComplete,
      routed: null,
      decided: null,
      responseStarted: row.status === null ? null : firstByteMs,
      contentTaken: null,
      ended: elapsedMs,
    },
    entityTag: null,
    time: null,
    rebuilt: true,
  }
}

function known(figure: number): number {
  return Math.max(0, figure)
}

function spansOf({ timings }: HarEntry) {
  const { send = -1, wait = -1, receive = -1 } = timings
  const headComplete = known(send)
  const firstByteMs = headComplete + known(wait)
  return { headComplete, firstByteMs, elapsedMs: firstByteMs + known(receive) }
}

function stateOf(status: number): ExchangeState {
  // No answer: who is to blame a HAR file does not tell.
  if (status < 100 || status >= 400) return 'error'
  if (status === 304) return 'not-modified'
  return status === 206 ? 'partial' : 'complete'
}

/** Octets as they were sent: what is listed, else what was made of them. */
function sentOf({ response: { bodySize, content } }: HarEntry): number {
  return Math.round(bodySize >= 0 ? bodySize : known((content?.size ?? 0) - (content?.compression ?? 0)))
}

function lengthOf({ response }: HarEntry): number | null {
  const written = response.headers.find(({ name }) => name.toLowerCase() === 'content-length')?.value ?? ''
  return /^\d{1,15}$/.test(written) ? Number(written) : null
}

function agentOf({ request }: HarEntry): Pick<ExchangeRow, 'agent'> {
  const agent = request.headers.find(({ name }) => name.toLowerCase() === 'user-agent')?.value
  return agent === undefined ? {} : { agent: agent.slice(0, 256) }
}

/** `HTTP/1.1`, `http/2.0` and `h3` are all written by somebody. */
function versionOf(written: string): string | null {
  return /^(?:HTTP\/|h)(\d(?:\.\d)?)$/i.exec(written)?.[1] ?? null
}

function spellVersion(written: string): string {
  const version = versionOf(written)
  return version === null ? '' : `HTTP/${version}`
}

function targetOf({ request }: HarEntry): string {
  if (request._target != null) return request._target
  if (!URL.canParse(request.url)) return request.url
  const { pathname, search } = new URL(request.url)
  return `${pathname}${search}`
}

function portOf(url: string): number {
  if (!URL.canParse(url)) return 0
  const { port, protocol } = new URL(url)
  return Number(port) || (protocol === 'https:' ? 443 : 80)
}

/** Puts a head together. A value of several lines is several fields of one name: no text of a file makes a line of its own. */
function headOf(startLine: string, fields: HarEntry['request']['headers']): string {
  const lines = fields
    // Names with a colon before them are HTTP/2's way to say what stands in the first line.
    .filter(({ name }) => !name.startsWith(':'))
    .flatMap(({ name, value }) => value.split(/[\r\n]+/).map((one) => `${inOneLine(name)}: ${inOneLine(one)}`))
  const octets = new TextEncoder().encode([inOneLine(startLine), ...lines, '', ''].join('\r\n'))
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
}

function inOneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
