/** The browser console: the window's page and the contract, for machines without a display. On loopback only. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WebSocketServer } from 'ws'
import type { Porthole } from '../share/porthole'
import type { OfferedFile } from '../share/shell'
import { carryContract } from './carrier'
import { Downloads } from './downloads'
import { isFromElsewhere, isOwnOrigin, pathBehind } from './gate'
import type { Gate } from './gate'
import { readPageFiles } from './page-files'
import type { PageFile } from './page-files'

const LOOPBACK = '127.0.0.1'
/** The largest call is a list of paths; 1 MiB holds them all. */
const MOST_CALL_BYTES = 1024 * 1024
/** A person has a few tabs open; more is a mistake or an attack. */
const MOST_SOCKETS = 16

/** The fields of every response. The policy is the desktop's: no string ever becomes code or markup. */
const FIELDS: readonly (readonly [name: string, value: string])[] = [
  // prettier-ignore
  ['Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  // The key is in the address: it must not leave with a link.
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
]

export interface ConsoleOptions {
  readonly porthole: Pick<Porthole, 'openSession' | 'reportUnexpected'>
  /** Absolute path of the built renderer. */
  readonly rendererDir: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface Console {
  /** Where to open it, with its key: whoever has this address can share any folder of this machine. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts the console on the loopback address.
 *
 * @throws the system's error when the port is taken or the renderer cannot be read
 */
export async function startConsole({ porthole, rendererDir, port }: ConsoleOptions): Promise<Console> {
  const files = await readPageFiles(rendererDir)
  const server = createServer()
  await listen(server, port)
  const gate: Gate = { key: randomBytes(24).toString('base64url'), port: (server.address() as AddressInfo).port }
  const downloads = new Downloads()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_CALL_BYTES, perMessageDeflate: false })
  server.on('request', (request, response) => {
    answerRequest(request, response, { gate, files, downloads })
  })
  server.on('upgrade', (request, stream, head) => {
    if (!maySpeak(request, gate) || sockets.clients.size >= MOST_SOCKETS) {
      refuseUpgrade(stream)
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const session = porthole.openSession({ kind: 'console', offerDownload: (file) => downloads.offer(file) })
      const onUnexpected = (error: unknown): void => {
        porthole.reportUnexpected(error)
      }
      carryContract({ socket, session, onUnexpected })
    })
  })
  return { url: `http://${LOOPBACK}:${String(gate.port)}/${gate.key}/`, close: () => closeAll(server, sockets) }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: LOOPBACK }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

interface Answering {
  readonly gate: Gate
  readonly files: ReadonlyMap<string, PageFile>
  readonly downloads: Downloads
}

function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { gate, files, downloads }: Answering,
): void {
  const path = pathBehind(gate, request)
  // Typing the address and coming back to it is what people do; a page of somewhere else has no business here.
  const ownPath = path === undefined || isFromElsewhere(request) ? undefined : path
  const file = ownPath === undefined ? undefined : files.get(ownPath === '' ? 'index.html' : ownPath)
  for (const [name, value] of FIELDS) response.setHeader(name, value)
  const download = ownPath === undefined || request.method !== 'GET' ? undefined : downloads.take(ownPath)
  if (download !== undefined) {
    void sendDownload(response, download)
    return
  }
  if (file === undefined) {
    response.writeHead(404).end()
    return
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.content.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.content)
}

/** The name is ours: it holds nothing that a field could not. */
async function sendDownload(response: ServerResponse, { name, mediaType, pieces }: OfferedFile): Promise<void> {
  response.writeHead(200, { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` })
  // A browser that stops has no file; what came is marked as broken by its missing end.
  await pipeline(Readable.from(pieces), response).catch(() => undefined)
}

function maySpeak(request: IncomingMessage, gate: Gate): boolean {
  return pathBehind(gate, request) === 'ws' && isOwnOrigin(gate, request)
}

function refuseUpgrade(stream: Duplex): void {
  stream.on('error', () => undefined)
  stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate()
  sockets.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
