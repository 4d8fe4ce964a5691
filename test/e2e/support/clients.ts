/** Clients as only a test would write them: slow, rude, or malformed. Loopback only. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'

function open(origin: string): Socket {
  const { hostname, port } = new URL(origin)
  return connect(Number(port), hostname)
}

/** Sends octets as they are, and gives everything that comes back until the server closes. */
export async function sendRaw(origin: string, octets: string): Promise<string> {
  const socket = open(origin)
  socket.end(octets, 'latin1')
  let answer = ''
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
  await once(socket, 'close')
  return answer
}

/** Whether anything accepts connections there. */
export async function isListening(origin: string): Promise<boolean> {
  const socket = open(origin)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** A download that takes its time. */
export class SlowDownload {
  readonly #socket: Socket
  #received = 0
  #ended = false

  /**
   * @param path percent-encoded
   * @param bytesPerSecond about how fast it reads
   */
  constructor(origin: string, path: string, bytesPerSecond: number) {
    this.#socket = open(origin)
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nConnection: close\r\n\r\n`)
    this.#socket.on('error', () => undefined).once('close', () => (this.#ended = true))
    this.#socket.on('data', (chunk) => {
      this.#received += chunk.length
      this.#socket.pause()
      setTimeout(() => this.#socket.resume(), (chunk.length / bytesPerSecond) * 1000)
    })
  }

  /** Octets that have arrived, those of the head included. */
  get received(): number {
    return this.#received
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Goes away in the middle. */
  abort(): void {
    this.#socket.destroy()
  }
}
