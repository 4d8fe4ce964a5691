/** The built command with its console, and what the system tells of it. */
import { HeadlessProcess } from '../headless/headless-process'
import { ConsoleClient } from '../support/console-client'
import { openDescriptors, residentBytes } from '../support/system-figures'
import type { Snapshot, TotalsView } from '../../preload/views'

/** Shorter than usual, so that readers who stand still meet theirs; longer than a busy machine lets a visitor wait. */
const LIMITS = ['--reader-timeout', '30']

export class SoakedServer {
  readonly port: number
  /** The console's address with its key. */
  readonly consoleUrl: string
  readonly #process: HeadlessProcess

  private constructor(process: HeadlessProcess, where: { readonly port: number; readonly consoleUrl: string }) {
    this.#process = process
    this.port = where.port
    this.consoleUrl = where.consoleUrl
  }

  static async start(folder: string): Promise<SoakedServer> {
    const where = ['--host', '127.0.0.1', '--port', '0', '--console=0', '--log', 'none']
    const process = new HeadlessProcess([folder, '--echo', ...where, ...LIMITS])
    try {
      const consoleUrl = await process.printed(/Console +(http:\S+)\n/)
      const { port } = (await snapshot(consoleUrl)).serving
      if (port === null) throw new Error('Cannot soak: the command does not serve')
      return new SoakedServer(process, { port, consoleUrl })
    } catch (error) {
      await process.stop()
      throw error
    }
  }

  /** Octets in memory; undefined where the system does not tell. */
  residentBytes(): Promise<number | undefined> {
    return whereToldOf(this.#pid, residentBytes)
  }

  /** Undefined where the system does not tell. */
  openDescriptors(): Promise<number | undefined> {
    return whereToldOf(this.#pid, openDescriptors)
  }

  async totals(): Promise<TotalsView> {
    return (await snapshot(this.consoleUrl)).totals
  }

  /** What it has complained of since it began to serve. */
  get complaints(): string {
    return this.#process.stdout.replace(/^[^]*?\nConsole .*\n/, '') + this.#process.stderr
  }

  async stop(): Promise<number | string> {
    return this.#process.stop()
  }

  get #pid(): number {
    return this.#process.child.pid ?? 0
  }
}

/** Asked on a socket of its own, which is closed at once: whoever listens on would be sent every row. */
async function snapshot(consoleUrl: string): Promise<Snapshot> {
  const console = await ConsoleClient.open(consoleUrl)
  try {
    return await console.call('takeSnapshot')
  } finally {
    console.close()
  }
}

async function whereToldOf(pid: number, ask: (pid: number) => Promise<number>): Promise<number | undefined> {
  return process.platform === 'linux' ? ask(pid) : undefined
}
