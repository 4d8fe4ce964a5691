/**
 * Lines of the log on their way out. A terminal that is held, or a pipe that nobody reads, must never hold up a
 * download: writing happens beside the event loop, the queue is bounded, and what did not fit is counted and said.
 */
import { Buffer } from 'node:buffer'
import { write } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Some 100,000 lines. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024
/** After each write, lines are gathered for so long: under load one write carries many, and nobody reads faster. */
const GATHER_MS = 20
/** A pipe that somebody else has made non-blocking is asked again after so long. */
const RETRY_MS = 10

/** Writes octets out; rejects when nobody will ever read them. */
export type WriteOctets = (octets: Uint8Array) => Promise<void>

export class LineSink {
  readonly #write: WriteOctets
  readonly #limit: number
  /** Gives the line that says how many lines were left out. */
  readonly #describeGap: (lines: number) => string
  #waiting: string[] = []
  #waitingBytes = 0
  #omitted = 0
  #isBroken = false
  #writing: Promise<void> | undefined

  constructor(options: {
    readonly write: WriteOctets
    readonly describeGap: (lines: number) => string
    readonly mostBytes?: number
  }) {
    this.#write = options.write
    this.#describeGap = options.describeGap
    this.#limit = options.mostBytes ?? MOST_WAITING_BYTES
  }

  /** Puts a line into the queue; it ends up out there, or is counted as left out. */
  writeLine(line: string): void {
    if (this.#isBroken) return
    // A character takes one to three octets of UTF-8; the bound need not be exact.
    if (this.#waitingBytes + line.length > this.#limit) {
      this.#omitted += 1
      return
    }
    this.#waiting.push(line)
    this.#waitingBytes += line.length + 1
    this.#writing ??= this.#writeAll()
  }

  /** Resolves when everything is out, when it cannot be, or when the time is over. */
  async flush(timeoutMs: number): Promise<void> {
    const abort = new AbortController()
    const timeout = pause(timeoutMs, undefined, { signal: abort.signal }).catch(() => undefined)
    await Promise.race([this.#writing, timeout])
    abort.abort()
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const lines = this.#waiting
        this.#waiting = []
        await this.#write(Buffer.from(`${lines.join('\n')}\n`, 'utf8'))
        this.#waitingBytes -= lines.reduce((sum, line) => sum + line.length + 1, 0)
        this.#sayGap()
        await pause(GATHER_MS)
      }
    } catch {
      // EPIPE and its like: the reader has gone. Serving goes on.
      this.#isBroken = true
      this.#waiting = []
    }
    this.#writing = undefined
  }

  #sayGap(): void {
    if (this.#omitted === 0) return
    const line = this.#describeGap(this.#omitted)
    this.#omitted = 0
    this.#waiting.push(line)
    this.#waitingBytes += line.length + 1
  }
}

/**
 * Gives a writer for standard output or standard error.
 *
 * Node writes to a terminal synchronously, so that Ctrl+S would stop the server: on POSIX the descriptor is written to
 * from libuv's pool instead. The console of Windows takes text only through Node's own stream.
 */
export function descriptorWriter(stream: NodeJS.WriteStream & { readonly fd: number }): WriteOctets {
  return process.platform === 'win32'
    ? (octets) => writeToStream(stream, octets)
    : (octets) => writeToFd(stream.fd, octets)
}

async function writeToFd(fd: number, octets: Uint8Array): Promise<void> {
  for (let rest = octets; rest.length > 0;) {
    const written = await writeSome(fd, rest)
    if (written === 0) await pause(RETRY_MS)
    rest = rest.subarray(written)
  }
}

/** Gives 0 when the descriptor takes nothing now. */
function writeSome(fd: number, octets: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    write(fd, octets, (error, written) => {
      if (error === null) resolve(written)
      else if (error.code === 'EAGAIN') resolve(0)
      else reject(error)
    })
  })
}

function writeToStream(stream: NodeJS.WriteStream, octets: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(octets, (error) => {
      if (error == null) resolve()
      else reject(error)
    })
  })
}
