/**
 * The log as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which browsers' tools and proxies read. Content
 * is never kept, so none is in it; fields of our own begin with an underscore, as the format has it.
 */
import { lintsIn } from '../../../preload/lints'
import { parseAuthority } from '../../http/authority'
import type { ExchangeDetail } from '../../../preload/views'
import { keptValue } from './kept-head'
import type { KeptHead } from './kept-head'
import type { ExportedExchange, ExportSource } from './exported-exchange'

/** Gives the file's text in pieces, an entry each. */
export function* harText({ program, exchanges }: ExportSource): Generator<string> {
  const creator = { name: program.name, version: program.version }
  const comment = 'The content of messages is never kept: sizes are true, texts are absent.'
  const shell = JSON.stringify({ log: { version: '1.2', creator, comment, entries: [] } })
  yield shell.slice(0, -3)
  let separator = ''
  for (const exchange of exchanges) {
    yield `${separator}\n${JSON.stringify(harEntry(exchange))}`
    separator = ','
  }
  yield '\n]}}\n'
}

/** Gives one exchange as an entry. */
export function harEntry({ detail, client, requestHead, responseHead }: ExportedExchange) {
  const { row, timing } = detail
  const ended = timing.ended ?? timing.responseStarted ?? timing.headComplete ?? 0
  const headComplete = timing.headComplete ?? ended
  const started = Math.max(headComplete, timing.responseStarted ?? ended)
  return {
    startedDateTime: new Date(row.at).toISOString(),
    time: ended,
    request: harRequest(detail, requestHead),
    response: harResponse(detail, responseHead),
    cache: {},
    timings: {
      send: headComplete,
      wait: started - headComplete,
      receive: Math.max(0, ended - started),
    },
    serverIPAddress: detail.localAddress.split('%', 1)[0],
    connection: String(row.connectionId),
    ...(row.comment !== undefined && { comment: row.comment }),
    _exchangeId: row.id,
    _state: row.state,
    ...(row.reason !== null && { _reason: row.reason }),
    _client: client,
    _ordinalOnConnection: row.ordinal,
    ...(row.file !== null && { _file: row.file }),
    ...(row.lints !== undefined && { _notes: lintsIn(row.lints) }),
    ...(row.mark !== undefined && { _mark: row.mark }),
    ...(row.pinned === true && { _pinned: true }),
    ...(row.replayed === true && { _replayed: true }),
  }
}

function harRequest(detail: ExchangeDetail, head: KeptHead | undefined) {
  const { row } = detail
  const url = urlOf(detail, head)
  return {
    // What broke HTTP before its method could be read has none.
    method: row.method ?? '',
    url,
    httpVersion: row.version === null ? '' : `HTTP/${row.version}`,
    cookies: [],
    headers: head?.fields ?? [],
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    headersSize: head?.octets ?? -1,
    bodySize: row.receivedBytes,
    _target: row.target,
  }
}

function harResponse({ row }: ExchangeDetail, head: KeptHead | undefined) {
  return {
    // 0 is what browsers write for a request that was never answered.
    status: row.status ?? 0,
    statusText: /^HTTP\/1\.1 \d{3} (.*)$/.exec(head?.startLine ?? '')?.[1] ?? '',
    httpVersion: row.status === null ? '' : 'HTTP/1.1',
    cookies: [],
    headers: head?.fields ?? [],
    content: { size: row.sentBytes, mimeType: keptValue(head, 'content-type') ?? 'x-unknown' },
    redirectURL: keptValue(head, 'location') ?? '',
    headersSize: head?.octets ?? -1,
    bodySize: row.sentBytes,
  }
}

/** The address as the client may have had it: a URL in any case, whatever the target is. */
function urlOf({ row, localAddress, localPort }: ExchangeDetail, head: KeptHead | undefined): string {
  const bare = localAddress.split('%', 1)[0] ?? ''
  const own = `${bare.includes(':') ? `[${bare}]` : bare}:${String(localPort)}`
  const host = keptValue(head, 'host') ?? ''
  const authority = parseAuthority(host) === undefined || host === '' ? own : host
  const target = row.target ?? '/'
  const absolute = /^https?:\/\//i.test(target) ? target : `http://${authority}${target.startsWith('/') ? target : '/'}`
  return URL.canParse(absolute) ? new URL(absolute).href : `http://${own}/`
}
