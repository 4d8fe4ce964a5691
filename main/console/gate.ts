/**
 * Who may use the console. It can share any folder of this machine, so it is guarded three times over: it listens on
 * the loopback address, its paths begin with a random key, and a browser must speak from a page of our own.
 */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Gate {
  /** The random first segment of every path. */
  readonly key: string
  readonly port: number
}

/**
 * Gives what a request asks for below the key: `''` for the page, `ws` for the socket; undefined when the console does
 * not exist for this request.
 */
export function pathBehind(gate: Gate, request: IncomingMessage): string | undefined {
  if (!isOwnHost(gate, request.headers.host)) return undefined
  const [path = ''] = (request.url ?? '').split('?', 1)
  const [, key = '', ...rest] = path.split('/')
  if (!equalInConstantTime(key, gate.key) || rest.length === 0) return undefined
  return rest.join('/')
}

/**
 * Tells whether a page of ours speaks. Browsers name the origin of every socket they open (RFC 6455 §10.2), so one
 * without is no browser of today, and gets nothing either.
 */
export function isOwnOrigin(gate: Gate, request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin !== undefined && isOwnHost(gate, host) && origin === `http://${host ?? ''}`
}

/** A page of another site cannot frame, fetch or link to what it does not know; this is for when the key has leaked. */
export function isFromElsewhere(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

/** Any other name is one that somebody made to point here (DNS rebinding). */
function isOwnHost({ port }: Gate, host: string | undefined): boolean {
  return host === `127.0.0.1:${String(port)}` || host === `localhost:${String(port)}`
}

function equalInConstantTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
