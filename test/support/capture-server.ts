import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A server that keeps the head of every request, octet by octet, and answers that there is no more to say. */
export class CaptureServer {
  readonly port: number
  readonly #heads: string[] = []
  readonly #close: () => Promise<void>

  private constructor(port: number, heads: string[], close: () => Promise<void>) {
    this.port = port
    this.#heads = heads
    this.#close = close
  }

  static async open(): Promise<CaptureServer> {
    const heads: string[] = []
    const server = createServer((socket) => {
      let received = ''
      socket.setEncoding('latin1').on('data', (text: string) => {
        received += text
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        heads.push(received.slice(0, end + 4))
        received = received.slice(end + 4)
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      })
      socket.on('error', () => undefined)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
    return new CaptureServer((server.address() as AddressInfo).port, heads, close)
  }

  /** Gives out the one head that has come, as latin1 text. */
  take(): string {
    const heads = this.#heads.splice(0)
    if (heads.length !== 1) throw new Error(`Expected one request, got ${JSON.stringify(heads)}`)
    return heads[0] ?? ''
  }

  close(): Promise<void> {
    return this.#close()
  }
}
