/** Node's own HTTP server, whose parser is llhttp, as a second opinion on what a connection's octets mean. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A request as Node has read it. Everything is latin1 text, one character for each octet. */
export interface NodeRequest {
  readonly method: string
  readonly target: string
  readonly version: string
  /** Each as `name: value`, in order. */
  readonly fields: readonly string[]
  content: string
  /** Whether its end has come. */
  isWhole: boolean
}

export interface NodeReading {
  readonly requests: readonly NodeRequest[]
  /** Why it did not read on, by the code of llhttp or Node. */
  readonly refusal: string | undefined
}

export class NodeHttp {
  readonly #server: Server
  #requests: NodeRequest[] = []
  #refusal: string | undefined

  private constructor() {
    // More room than ours, so that only syntax is compared.
    this.#server = createServer({ maxHeaderSize: 64 * 1024 })
    const read = (request: IncomingMessage, response: ServerResponse): void => {
      this.#read(request)
      response.end()
    }
    this.#server.on('request', read)
    // It would answer 417 by itself, and tell nobody.
    this.#server.on('checkExpectation', read)
    this.#server.on('connect', (request: IncomingMessage, socket) => {
      this.#read(request)
      socket.destroy()
    })
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      this.#refusal ??= error.code ?? error.message
      socket.destroy()
    })
  }

  static async start(): Promise<NodeHttp> {
    const node = new NodeHttp()
    node.#server.listen(0, '127.0.0.1')
    await once(node.#server, 'listening')
    return node
  }

  async stop(): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  /** Reads the octets of one connection, which ends behind them. One at a time. */
  async read(octets: Uint8Array): Promise<NodeReading> {
    this.#requests = []
    this.#refusal = undefined
    const { port } = this.#server.address() as AddressInfo
    const accepted = once(this.#server, 'connection')
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    socket.end(octets)
    const [connection] = (await accepted) as [NodeJS.EventEmitter]
    await once(connection, 'close')
    return { requests: this.#requests, refusal: this.#refusal }
  }

  #read(request: IncomingMessage): void {
    const { method = '', url: target = '', httpVersion: version, rawHeaders } = request
    const fields = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? `${name}: ${rawHeaders[index + 1] ?? ''}` : [],
    )
    const read: NodeRequest = { method, target, version, fields, content: '', isWhole: false }
    this.#requests.push(read)
    request.setEncoding('latin1')
    request.on('data', (text: string) => (read.content += text))
    request.on('end', () => (read.isWhole = true))
    // What is cut off is told by `isWhole`.
    request.on('error', () => undefined)
  }
}
