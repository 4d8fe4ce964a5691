/** A client on a bare socket: it sends the octets that it is given, and looks at none that come back. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { plainAddress } from './connection-facts'

/** A server that we have taken leave of gets so long to close its half. */
const FAREWELL_MS = 1000

/** One end of a connection. */
export interface SocketEnd {
  readonly address: string
  readonly port: number
}

export interface OctetsToAsk {
  /** An address literal without brackets, or `localhost`. */
  readonly host: string
  readonly port: number
  readonly octets: Uint8Array
  /** After so many octets of answer it hangs up. */
  readonly mostAnswerBytes: number
  /** When it aborts, the connection is closed in good order. */
  readonly signal: AbortSignal
  /** Called with our end when the connection is open, before the first octet is sent. */
  readonly onConnect: (ourEnd: SocketEnd) => void
}

/**
 * Sends the octets, and resolves once the connection has closed, whoever closed it.
 *
 * @throws the system's error when there was no connection
 */
export function askOctets({ host, port, octets, mostAnswerBytes, signal, onConnect }: OctetsToAsk): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    let isOpen = false
    let received = 0
    socket.once('connect', () => {
      isOpen = true
      onConnect({ address: plainAddress(socket.localAddress ?? ''), port: socket.localPort ?? 0 })
      socket.write(octets)
    })
    socket.on('data', (chunk) => {
      received += chunk.byteLength
      if (received >= mostAnswerBytes) socket.destroy()
    })
    // Once connected, a reset says no more than the close that follows it.
    socket.on('error', (error) => {
      if (!isOpen) reject(error)
    })
    socket.once('close', () => {
      resolve()
    })
    signal.addEventListener('abort', () => {
      takeLeave(socket)
    })
  })
}

function takeLeave(socket: Socket): void {
  if (socket.connecting) {
    socket.destroy()
    return
  }
  socket.end()
  socket.setTimeout(FAREWELL_MS, () => socket.destroy())
}
