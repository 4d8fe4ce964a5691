/** Many clients at once who want nothing good, as attack tools make them: bounded, and loopback only. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'
import { sendRaw } from './clients'

/** The sizes of the crowd. */
export const CROWD = { slowHeads: 200, stalledReaders: 50, malformed: 300, resets: 100 } as const

const MALFORMED = [
  'GET /flood HTTP/1.1\r\nHost : x\r\n\r\n',
  'GET /flood HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n',
  'POST /flood HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  `GET /flood HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
] as const

/** What other protocols begin with, by the names that rows give them. */
export const FOREIGN: Readonly<Record<string, string>> = {
  http2: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ssh: 'SSH-2.0-OpenSSH_9.0\r\n',
  rtsp: 'OPTIONS rtsp://127.0.0.1/media RTSP/1.0\r\nCSeq: 1\r\n\r\n',
  smb: `\0\0\0\x68\xfeSMB@\0${'\0'.repeat(98)}`,
  socks: '\x05\x01\0',
  tls: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
}

const OCTET_EVERY_MS = 250
const FLOODS_AT_ONCE = 4

export class HostileCrowd {
  readonly #origin: string
  readonly #sockets: Socket[] = []
  #dripping: NodeJS.Timeout | undefined

  private constructor(origin: string) {
    this.#origin = origin
  }

  /** Lets slow heads and readers who stand still come; they stay until `leave`. */
  static async gather(origin: string): Promise<HostileCrowd> {
    const crowd = new HostileCrowd(origin)
    const slow = await Promise.all(Array.from({ length: CROWD.slowHeads }, () => crowd.#connect()))
    for (const socket of slow) socket.write('GET /slow HTTP/1.1\r\nX: ')
    crowd.#dripping = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('x')
    }, OCTET_EVERY_MS)
    const stalled = await Promise.all(Array.from({ length: CROWD.stalledReaders }, () => crowd.#connect()))
    for (const socket of stalled) socket.pause().write(crowd.#request('/film.mkv'))
    return crowd
  }

  /** Sends requests that are none, and gives how many were refused. */
  async flood(): Promise<number> {
    let [sent, refused] = [0, 0]
    const lane = async (): Promise<void> => {
      for (let index = (sent += 1); index <= CROWD.malformed; index = sent += 1) {
        const answer = await sendRaw(this.#origin, MALFORMED[index % MALFORMED.length] ?? '')
        if (/^HTTP\/1\.1 4\d\d /.test(answer)) refused += 1
      }
    }
    await Promise.all(Array.from({ length: FLOODS_AT_ONCE }, lane))
    return refused
  }

  /** Asks for the film, and is gone as soon as some of it comes. */
  async reset(): Promise<void> {
    for (let count = 0; count < CROWD.resets; count += 1) {
      const socket = await this.#connect()
      socket.write(this.#request('/film.mkv'))
      await once(socket, 'data')
      socket.resetAndDestroy()
    }
  }

  leave(): void {
    clearInterval(this.#dripping)
    for (const socket of this.#sockets) socket.destroy()
  }

  #request(path: string): string {
    return `GET ${path} HTTP/1.1\r\nHost: ${new URL(this.#origin).host}\r\n\r\n`
  }

  async #connect(): Promise<Socket> {
    const { hostname, port } = new URL(this.#origin)
    const socket = connect(Number(port), hostname)
    this.#sockets.push(socket)
    await once(socket, 'connect')
    socket.on('error', () => undefined)
    return socket
  }
}
