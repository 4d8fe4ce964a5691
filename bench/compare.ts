/** Runs one workload against everybody, in turns. */
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { currentCommit } from './machine'
import type { MeasuredServer, MeasuredWorkload } from './measured'
import { RunningServer } from './servers/server'
import type { ServerKind } from './servers/server'
import type { SharedFolder } from './shared-folder'
import { NotServed } from './workloads/workload'
import type { Run, Sample, Workload } from './workloads/workload'

/** A connection breaks before its process has gone. */
const ENDING_MS = 500

export interface Installed {
  readonly kind: ServerKind
  readonly version: string
}

export interface Comparison {
  readonly workload: Workload
  readonly servers: readonly Installed[]
  readonly folder: SharedFolder
  readonly rounds: number
  readonly durationMs: number
  /** Ends it before its time. */
  readonly signal?: AbortSignal
}

/**
 * Starts everybody, lets each run once to warm up, and then in rounds: in each everybody once, and everybody first in
 * some. So whatever else the machine does in a minute, all of them have their share of it.
 */
export async function compare(comparison: Comparison): Promise<MeasuredWorkload> {
  const { workload, servers, folder, durationMs, signal } = comparison
  const rounds = workload.isOnce === true ? 1 : comparison.rounds
  await workload.furnish?.(folder)
  const takenAt = new Date().toISOString()
  const commit = await currentCommit()
  const [loadBefore = 0] = loadavg()
  const contestants = servers.map((each) => new Contestant(each, workload))
  try {
    for (const each of contestants) {
      await each.enter(folder, durationMs)
      signal?.throwIfAborted()
    }
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < contestants.length; turn += 1) {
        await contestants[(round + turn) % contestants.length]?.run(durationMs)
        signal?.throwIfAborted()
      }
    }
  } finally {
    await Promise.all(contestants.map((each) => each.leave()))
  }
  const measured = contestants.map((each) => each.measured(folder))
  return { name: workload.name, rounds, durationMs, takenAt, commit, loadBefore, servers: measured }
}

/** One server in one workload. */
class Contestant {
  readonly #installed: Installed
  readonly #workload: Workload
  readonly #samples: (Sample | null)[] = []
  readonly #faults: string[] = []
  #server: RunningServer | undefined
  #run: Run | undefined
  #notServed: string | null = null
  #scratch = ''

  constructor(installed: Installed, workload: Workload) {
    this.#installed = installed
    this.#workload = workload
  }

  async enter(folder: SharedFolder, durationMs: number): Promise<void> {
    try {
      this.#scratch = await folder.scratch()
      const place = { folder: folder.path, scratch: this.#scratch }
      this.#server = await RunningServer.start(this.#installed.kind, place)
      this.#run = await this.#workload.begin(this.#server, folder)
      if (this.#workload.isOnce !== true) await this.#run(durationMs)
    } catch (error) {
      this.#run = undefined
      if (error instanceof NotServed) this.#notServed = error.message
      else this.#faults.push(sentenceOf(error))
    }
  }

  async run(durationMs: number): Promise<void> {
    if (this.#run === undefined) return
    try {
      this.#samples.push(await this.#run(durationMs))
    } catch (error) {
      this.#samples.push(null)
      this.#faults.push(sentenceOf(error))
      await this.#noticeEnd()
    }
  }

  /** A server that has crashed is out of it, with its last words. */
  async #noticeEnd(): Promise<void> {
    await sleep(ENDING_MS)
    if (this.#server?.hasEnded !== true) return
    this.#run = undefined
    const said = (await this.#server.output()).split('\n').findLast((line) => /error/i.test(line))
    this.#faults.push(`it ended by itself${said === undefined ? '' : `: ${said.trim()}`}`)
  }

  async leave(): Promise<void> {
    await this.#server?.stop()
  }

  measured(folder: SharedFolder): MeasuredServer {
    const { kind, version } = this.#installed
    return {
      name: kind.name,
      family: kind.family,
      version,
      commandLine: this.#commandLine(folder),
      samples: this.#samples,
      notServed: this.#notServed,
      faults: this.#faults,
    }
  }

  #commandLine(folder: SharedFolder): string {
    if (this.#server === undefined) return ''
    const { launch, port } = this.#server
    const places: readonly (readonly [string, string])[] = [
      [process.execPath, 'node'],
      [folder.path, 'FOLDER'],
      [this.#scratch, 'OWN'],
      [String(port), 'PORT'],
      [`${process.cwd()}/`, ''],
    ]
    return places.reduce(
      (line, [found, word]) => line.replaceAll(found, word),
      [launch.command, ...launch.args].join(' '),
    )
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
