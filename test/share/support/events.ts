/** Server events as a server would tell them, with everything that a test does not speak of filled in. */
import type { RequestHead } from '../../../main/http/message'
import type {
  ConnectionClosed,
  ConnectionOpened,
  ExchangeAborted,
  RequestBegun,
  RequestReceived,
  RequestRejected,
  ResponseFinished,
  ResponseProgress,
  ResponseStarted,
} from '../../../main/server/events'
import type { ConnectionFacts } from '../../../main/server/handler'

/** A moment like any other: 2026-01-01. */
export const START = 1_767_225_600_000

export function connectionFacts(facts: Partial<ConnectionFacts> = {}): ConnectionFacts {
  return {
    connectionId: 1,
    remoteAddress: '192.168.1.31',
    remotePort: 50_412,
    localAddress: '192.168.1.20',
    localPort: 8080,
    ...facts,
  }
}

export function opened(connectionId: number, facts: Partial<ConnectionFacts> = {}, at = START): ConnectionOpened {
  return { type: 'connection-opened', connection: connectionFacts({ connectionId, ...facts }), at }
}

export function closed(connectionId: number, event: Partial<ConnectionClosed> = {}): ConnectionClosed {
  return {
    type: 'connection-closed',
    connectionId,
    at: START,
    cause: 'client-closed',
    manner: 'fin',
    exchanges: 1,
    receivedBytes: 100,
    sentBytes: 1200,
    ...event,
  }
}

export function begun(exchangeId: number, event: Partial<RequestBegun> = {}): RequestBegun {
  return { type: 'request-begun', exchangeId, connectionId: 1, ordinal: 1, at: START, waitedMs: 0, ...event }
}

export function requestHead(head: Partial<RequestHead> = {}): RequestHead {
  const { method = 'GET', target = '/film.mkv', version = '1.1', fields = [] } = head
  const lines = fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('')
  const bytes = new TextEncoder().encode(`${method} ${target} HTTP/${version}\r\n${lines}\r\n`)
  return { method, target, version, fields, bytes, ...head }
}

export function received(
  exchangeId: number,
  { head, ...event }: { readonly head?: Partial<RequestHead> } & Partial<Omit<RequestReceived, 'head'>> = {},
): RequestReceived {
  return {
    type: 'request-received',
    exchangeId,
    connectionId: 1,
    ordinal: 1,
    at: START,
    waitedMs: 0,
    headElapsedMs: 0.5,
    head: requestHead(head),
    ...event,
  }
}

export function rejected(exchangeId: number, event: Partial<RequestRejected> = {}): RequestRejected {
  return {
    type: 'request-rejected',
    exchangeId,
    connectionId: 1,
    ordinal: 1,
    at: START,
    code: 'space-before-colon',
    status: 400,
    offset: 20,
    bytes: new TextEncoder().encode('GET / HTTP/1.1\r\nHost : a\r\n\r\n'),
    ...event,
  }
}

export function started(exchangeId: number, event: Partial<ResponseStarted> = {}): ResponseStarted {
  return {
    type: 'response-started',
    exchangeId,
    at: START + 2,
    elapsedMs: 2,
    status: 200,
    headBytes: new TextEncoder().encode('HTTP/1.1 200 OK\r\n\r\n'),
    contentLength: 1000,
    ...event,
  }
}

export function progressed(exchangeId: number, event: Partial<ResponseProgress> = {}): ResponseProgress {
  return {
    type: 'response-progress',
    exchangeId,
    at: START + 250,
    sentBytes: 500,
    elapsedMs: 250,
    readMs: 0,
    waitMs: 0,
    ...event,
  }
}

export function finished(exchangeId: number, event: Partial<ResponseFinished> = {}): ResponseFinished {
  return {
    type: 'response-finished',
    exchangeId,
    at: START + 10,
    status: 200,
    sentBytes: 1000,
    receivedBytes: 0,
    elapsedMs: 10,
    readMs: 0,
    waitMs: 0,
    ...event,
  }
}

export function aborted(exchangeId: number, event: Partial<ExchangeAborted> = {}): ExchangeAborted {
  return {
    type: 'exchange-aborted',
    exchangeId,
    at: START + 10,
    sentBytes: 300,
    receivedBytes: 0,
    elapsedMs: 10,
    readMs: 0,
    waitMs: 0,
    cause: 'client-reset',
    ...event,
  }
}
