/** A server that is compared: how it is started, found ready and ended. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askOnce } from '../load/ask'

/** What a server has to serve, and where it may put files of its own. */
export interface Place {
  /** Absolute path of what is shared. */
  readonly folder: string
  /** Absolute path of a folder of its own, empty. */
  readonly scratch: string
  readonly port: number
}

/** A program and its arguments. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
}

/** One configuration of one server. */
export interface ServerKind {
  /** As `--peers` names it. */
  readonly name: string
  readonly family: 'porthole' | 'nginx' | 'node' | 'other'
  /** Says its version, or undefined where it is not installed. */
  readonly version: () => Promise<string | undefined>
  /** Writes what it needs and says how it is started. */
  readonly prepare: (place: Place) => Promise<Launch>
  /** Waits for whatever else belongs to it, such as its page in a browser; what it gives is closed with the server. */
  readonly accompany?: (server: RunningServer) => Promise<() => Promise<void>>
}

/** Whoever has not answered by then does not start. */
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 10_000
const LOOK_EVERY_MS = 2

export class RunningServer {
  readonly kind: ServerKind
  readonly port: number
  /** From the start of the program to its first answer, in milliseconds. */
  readonly readyMs: number
  readonly launch: Launch
  readonly #child: ChildProcess
  readonly #outputFile: string
  #closeCompany: () => Promise<void> = () => Promise.resolve()

  private constructor(parts: Pick<RunningServer, 'kind' | 'port' | 'readyMs' | 'launch'>, started: Started) {
    this.kind = parts.kind
    this.port = parts.port
    this.readyMs = parts.readyMs
    this.launch = parts.launch
    this.#child = started.child
    this.#outputFile = started.outputFile
  }

  /**
   * Starts a server on a free port and waits until it answers.
   *
   * @param place where; the port is chosen here
   * @throws {Error} when it ends or says nothing, with the last of what it printed
   */
  static async start(kind: ServerKind, place: Omit<Place, 'port'>, probe = '/1k.bin'): Promise<RunningServer> {
    const port = await freePort()
    const launch = await kind.prepare({ ...place, port })
    const outputFile = join(place.scratch, 'output.txt')
    const began = performance.now()
    const child = await spawnInto(outputFile, launch)
    try {
      await untilAnswered(child, port, probe)
    } catch (error) {
      child.kill('SIGKILL')
      const said = (await readFile(outputFile, 'utf8')).slice(-500)
      throw new Error(`Cannot start ${kind.name}: ${String(error)} ${said}`, { cause: error })
    }
    const readyMs = performance.now() - began
    const server = new RunningServer({ kind, port, readyMs, launch }, { child, outputFile })
    server.#closeCompany = (await kind.accompany?.(server)) ?? server.#closeCompany
    return server
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`
  }

  /** Whether it is gone, without having been asked to go. */
  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** Everything that it has printed so far. */
  output(): Promise<string> {
    return readFile(this.#outputFile, 'utf8')
  }

  /** Ends it as Ctrl+C does, and by force when it does not go. */
  async stop(): Promise<void> {
    await this.#closeCompany()
    if (this.hasEnded) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const force = setTimeout(() => this.#child.kill('SIGKILL'), STOP_LIMIT_MS)
    await gone
    clearTimeout(force)
  }
}

interface Started {
  readonly child: ChildProcess
  readonly outputFile: string
}

/** What it prints goes to a file, as in a service: a pipe would make us read it while it is measured. */
async function spawnInto(outputFile: string, { command, args, cwd }: Launch): Promise<ChildProcess> {
  const output = await open(outputFile, 'w')
  try {
    const env = { ...process.env, NODE_ENV: 'production' }
    return spawn(command, args, { stdio: ['ignore', output.fd, output.fd], env, ...(cwd !== undefined && { cwd }) })
  } finally {
    await output.close()
  }
}

async function untilAnswered(child: ChildProcess, port: number, target: string): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  const until = performance.now() + START_LIMIT_MS
  while (performance.now() < until) {
    if (failure !== undefined) throw failure
    if (child.exitCode !== null) throw new Error(`it ended with ${String(child.exitCode)}`)
    const answer = await askOnce(port, target).catch(() => undefined)
    if (answer?.status === 200) return
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error(`it did not answer within ${String(START_LIMIT_MS / 1000)} s`)
}

/** Finds a port that nobody has just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('Cannot find a free port')
  return address.port
}
