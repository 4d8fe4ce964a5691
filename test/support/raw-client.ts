import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A response as it was found on the wire. */
export interface RawResponse {
  readonly status: number
  /** Names in lower case; of a repeated field the values are joined by `, `. */
  readonly fields: Readonly<Record<string, string>>
  readonly content: Buffer
  /** Whether all of it has come. */
  readonly isWhole: boolean
}

/** How the server ended the connection. */
export type ConnectionEnd = 'closed' | 'reset'

/**
 * A client on a bare socket: it sends exactly the octets it is told to, when it is told to, and keeps all that comes
 * back. Nothing is retried, completed or interpreted unless a test asks for it.
 */
export class RawClient {
  readonly socket: Socket
  /** Settles when the server has ended its half, or has reset the connection. */
  readonly ended: Promise<ConnectionEnd>
  /** What has come and was not given out: joined only when somebody looks, or large downloads would cost their square. */
  #chunks: Buffer[] = []
  #unreadBytes = 0
  #hasEnded = false
  readonly #waiting = new Set<() => void>()

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#unreadBytes += chunk.length
      this.#wake()
    })
    this.ended = new Promise((resolve) => {
      socket.once('end', () => {
        resolve('closed')
      })
      socket.on('error', () => {
        resolve('reset')
      })
      socket.once('close', () => {
        resolve('closed')
      })
    })
    void this.ended.then(() => {
      this.#hasEnded = true
      this.#wake()
    })
  }

  static connect(
    port: number,
    options: { readonly host?: string; readonly localAddress?: string } = {},
  ): Promise<RawClient> {
    const socket = connect({ port, host: '127.0.0.1', ...options, allowHalfOpen: true, noDelay: true })
    const client = new RawClient(socket)
    return new Promise((resolve, reject) => {
      socket.once('connect', () => {
        resolve(client)
      })
      socket.once('error', reject)
    })
  }

  /** Sends octets; text is latin1. */
  send(...pieces: readonly (string | Uint8Array)[]): this {
    for (const piece of pieces) this.socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
    return this
  }

  /** Closes the sending half. */
  endSending(): this {
    this.socket.end()
    return this
  }

  /** Vanishes the rude way. */
  reset(): void {
    this.socket.resetAndDestroy()
  }

  /** Closes both halves. */
  close(): void {
    this.socket.destroy()
  }

  /** Takes nothing from the system any more: its buffers fill, then the server's. */
  stopReading(): this {
    this.socket.pause()
    return this
  }

  startReading(): this {
    this.socket.resume()
    return this
  }

  /** All that has come and was not given out by a `read…`. */
  get unread(): Buffer {
    const [first = Buffer.alloc(0)] = this.#chunks
    const joined = this.#chunks.length > 1 ? Buffer.concat(this.#chunks) : first
    this.#chunks = [joined]
    return joined
  }

  /** Waits until so many unread octets are here, and gives out exactly those. */
  async readBytes(count: number): Promise<Buffer> {
    await this.#until(() => this.#unreadBytes >= count)
    return this.#take(count)
  }

  /** Waits for the end, and gives out what is left. */
  async readToEnd(): Promise<Buffer> {
    await this.ended
    return this.#take(this.#unreadBytes)
  }

  /** Reads one response with its content; at the end of the connection what there is of it. */
  async readResponse(method = 'GET'): Promise<RawResponse> {
    let found: Parsed | undefined
    let neededBytes = 0
    await this.#until(() => {
      if (this.#unreadBytes < neededBytes) return false
      found = parseResponse(this.unread, { method, isEnd: this.#hasEnded })
      neededBytes = found?.neededBytes ?? 0
      return found?.response.isWhole === true
    })
    if (this.#hasEnded) found = parseResponse(this.unread, { method, isEnd: true })
    if (found === undefined)
      throw new Error(`Expected a response, got ${JSON.stringify(this.unread.toString('latin1'))}`)
    this.#take(found.length)
    return found.response
  }

  #take(count: number): Buffer {
    const { unread } = this
    const taken = unread.subarray(0, count)
    this.#chunks = [unread.subarray(taken.length)]
    this.#unreadBytes -= taken.length
    return taken
  }

  async #until(isDone: () => boolean): Promise<void> {
    while (!isDone() && !this.#hasEnded) await new Promise<void>((resolve) => this.#waiting.add(resolve))
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}

interface Parsed {
  readonly response: RawResponse
  /** Octets that belong to it. */
  readonly length: number
  /** So many must have come before it can be whole. */
  readonly neededBytes: number
}

/** Finds the first response in the octets; undefined until its head is whole. */
function parseResponse(
  octets: Buffer,
  { method, isEnd }: { readonly method: string; readonly isEnd: boolean },
): Parsed | undefined {
  const headEnd = octets.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const [statusLine = '', ...lines] = octets.subarray(0, headEnd).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1])
  if (Number.isNaN(status)) throw new Error(`Expected a status line, got ${JSON.stringify(statusLine)}`)
  const fields: Record<string, string> = {}
  for (const line of lines) {
    const [name = '', value = ''] = line.split(/:[ \t]*/, 2).map((part) => part.trim())
    const key = name.toLowerCase()
    fields[key] = fields[key] === undefined ? line.slice(line.indexOf(':') + 1).trim() : `${fields[key]}, ${value}`
  }
  const rest = octets.subarray(headEnd + 4)
  const isEmpty = method === 'HEAD' || status < 200 || status === 204 || status === 304
  const body = isEmpty ? { content: Buffer.alloc(0), length: 0, isWhole: true } : parseContent(rest, fields, isEnd)
  return {
    response: { status, fields, content: body.content, isWhole: body.isWhole },
    length: headEnd + 4 + body.length,
    neededBytes: isEmpty ? 0 : headEnd + 4 + Number(fields['content-length'] ?? 0),
  }
}

function parseContent(
  octets: Buffer,
  fields: Readonly<Record<string, string>>,
  isEnd: boolean,
): { readonly content: Buffer; readonly length: number; readonly isWhole: boolean } {
  if (fields['transfer-encoding'] === 'chunked') return parseChunks(octets)
  const announced = fields['content-length']
  if (announced === undefined) return { content: octets, length: octets.length, isWhole: isEnd }
  const content = octets.subarray(0, Number(announced))
  return { content, length: content.length, isWhole: content.length === Number(announced) }
}

function parseChunks(octets: Buffer): { readonly content: Buffer; readonly length: number; readonly isWhole: boolean } {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = octets.indexOf('\r\n', at)
    const size = lineEnd < 0 ? NaN : parseInt(octets.subarray(at, lineEnd).toString('latin1'), 16)
    if (Number.isNaN(size) || octets.length < lineEnd + 2 + size + 2) {
      return { content: Buffer.concat(chunks), length: octets.length, isWhole: false }
    }
    chunks.push(octets.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
    if (size === 0) return { content: Buffer.concat(chunks), length: at, isWhole: true }
  }
}
