/** Porthole as a user starts it: the built command in a process of its own, read through `--log json`. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const COMMAND = join(import.meta.dirname, '../../out/headless/index.cjs')

/** A line of `--log json` for a finished exchange; the fields that tests look at. */
export interface LoggedExchange {
  readonly event: string
  readonly id: number
  readonly client: string
  readonly method: string | null
  readonly target: string | null
  readonly status: number | null
  readonly sentBytes: number
  readonly elapsedMs: number
  readonly outcome: string
  /** Why it is not simply the file. */
  readonly reason: string | null
}

export class PortholeProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly port: number
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** Every exchange logged so far. */
  readonly exchanges: LoggedExchange[] = []

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
    this.origin = `http://127.0.0.1:${String(port)}`
  }

  /**
   * Starts the command on a free port of this computer and waits until it serves.
   *
   * @param args folders and options, as on the command line
   */
  static async start(...args: string[]): Promise<PortholeProcess> {
    if (!existsSync(COMMAND)) throw new Error(`Cannot start Porthole: build it first, there is no ${COMMAND}`)
    const ours = ['--port', '0', '--host', '127.0.0.1', '--log', 'json']
    const child = spawn(process.execPath, [COMMAND, ...args, ...ours], { stdio: ['ignore', 'pipe', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
    const lines = createInterface({ input: child.stdout })
    const first = await Promise.race([
      once(lines, 'line').then(([line]) => String(line)),
      once(child, 'exit').then(([code]) => {
        throw new Error(`Porthole left with ${String(code)}: ${complaints}`)
      }),
    ])
    const { port } = JSON.parse(first) as { port: number }
    const porthole = new PortholeProcess(child, port)
    lines.on('line', (line) => {
      const logged = JSON.parse(line) as LoggedExchange
      if (typeof logged.id === 'number') porthole.exchanges.push(logged)
    })
    return porthole
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** The address of a file below the share, its names percent-encoded. */
  urlOf(...names: string[]): string {
    return `${this.origin}/${names.map(encodeURIComponent).join('/')}`
  }

  /** Ends it as Ctrl+C does, and gives its exit status. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGINT')
      await once(this.#child, 'exit')
    }
    return this.#child.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }
}
