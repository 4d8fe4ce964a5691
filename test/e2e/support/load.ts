/** A load of small requests at a steady rate, over a bounded number of persistent connections. Loopback only. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'

const CONNECTIONS = 32
const TURN_MS = 10

export interface Load {
  readonly path: string
  readonly requestsPerSecond: number
  readonly durationMs: number
  /** What each answer must have; 200 when absent. */
  readonly status?: number
  /** More field lines of each request, each with its line end. */
  readonly fieldLines?: string
  /** Ends it early. */
  readonly signal?: AbortSignal
}

export interface LoadResult {
  /** How many requests were answered, each with the status that was expected. */
  readonly answered: number
  readonly elapsedMs: number
}

/**
 * Sends the load and waits for every answer. A server that is slower than the rate is asked as fast as it answers.
 *
 * @throws {Error} when an answer has another status, or a connection ends
 */
export async function sendLoad(origin: string, load: Load): Promise<LoadResult> {
  const { requestsPerSecond, durationMs } = load
  const whole = Math.round((requestsPerSecond * durationMs) / 1000)
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => Line.open(origin, load)))
  const began = performance.now()
  let sent = 0
  let turn = 0
  while (sent < whole && load.signal?.aborted !== true) {
    const due = Math.min(whole, Math.ceil(((performance.now() - began) / 1000) * requestsPerSecond))
    // Each in its turn: one that is never asked would be closed as idle.
    for (let asked = 0; asked < lines.length && sent < due; asked += 1) {
      if (lines[turn % lines.length]?.ask() === true) sent += 1
      turn += 1
    }
    await new Promise((resolve) => setTimeout(resolve, sent < due ? 0 : TURN_MS))
  }
  const answered = await Promise.all(lines.map((line) => line.finish()))
  return { answered: answered.reduce((sum, each) => sum + each, 0), elapsedMs: performance.now() - began }
}

/** One persistent connection with one request at a time on it. */
class Line {
  readonly #socket: Socket
  readonly #request: string
  #answered = 0
  #isWaiting = false
  #received = ''
  readonly #expected: string
  #fault: Error | undefined

  private constructor(socket: Socket, request: string, status: number) {
    this.#socket = socket
    this.#request = request
    this.#expected = `HTTP/1.1 ${String(status)} `
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => {
      this.#read(text)
    })
    socket.on('error', (error) => (this.#fault = error))
    socket.once('close', () => (this.#fault ??= new Error('The server closed the connection')))
  }

  static async open(origin: string, { path, status = 200, fieldLines = '' }: Load): Promise<Line> {
    const { hostname, port, host } = new URL(origin)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: load\r\n${fieldLines}\r\n`
    return new Line(socket, request, status)
  }

  /** Sends one more request, unless the last one is still unanswered. */
  ask(): boolean {
    if (this.#fault !== undefined) throw this.#fault
    if (this.#isWaiting) return false
    this.#isWaiting = true
    this.#socket.write(this.#request)
    return true
  }

  /** Waits for the last answer, ends the connection, and gives how many answers there were. */
  async finish(): Promise<number> {
    while (this.#isWaiting) {
      if (this.#fault !== undefined) throw this.#fault
      await new Promise((resolve) => setTimeout(resolve, TURN_MS))
    }
    this.#socket.destroy()
    return this.#answered
  }

  #read(text: string): void {
    this.#received += text
    const headEnd = this.#received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    if (!this.#received.startsWith(this.#expected)) this.#fault = new Error(this.#received.slice(0, 200))
    const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(this.#received.slice(0, headEnd + 2))?.[1] ?? 0)
    if (this.#received.length < headEnd + 4 + length) return
    this.#received = this.#received.slice(headEnd + 4 + length)
    this.#answered += 1
    this.#isWaiting = false
  }
}
