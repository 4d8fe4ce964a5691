/** Fuzzing of the parser and of the running command, which can be repeated from a seed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { AskedServer } from '../support/asked-server'
import { PortholeProcess } from '../support/porthole-process'
import { ServedFixture } from '../support/served-fixture'
import { openDescriptors, residentBytes } from '../support/system-figures'
import { asCorpusCase } from './corpus-case'
import { makeSpecimen } from './make-specimen'
import { Random } from './random'
import type { Specimen } from './specimen'
import { tryParser } from './try-parser'
import { tryServer } from './try-server'

export interface FuzzOptions {
  readonly seed: number
  readonly count: number
  /** Index of the first round; each can be repeated alone. */
  readonly first?: number
  /** Called now and then with the number of rounds that are done. */
  readonly onProgress?: (done: number) => void
}

export interface FuzzFailure {
  readonly index: number
  readonly fault: string
  /** The octets as test/corpus writes them. */
  readonly corpusCase: string
}

export interface FuzzReport {
  readonly seed: number
  /** Rounds that were done: fewer than asked for when too many have failed. */
  readonly count: number
  readonly kinds: Readonly<Record<Specimen['kind'], number>>
  readonly failures: readonly FuzzFailure[]
  /** Rows of the log that tell of a bug of ours. */
  readonly brokenRows: number
  /** How many more descriptors are open than before, once all clients have gone; undefined where the system does not tell. */
  readonly descriptorDrift: number | undefined
  /** How much more memory is in use, in octets. */
  readonly memoryGrowth: number | undefined
  readonly elapsedMs: number
}

/** So many clients at once. */
const AT_ONCE = 16
/** After so many rounds an ordinary request has to be answered as ever. */
const ROUNDS_BETWEEN_CHECKS = 250
/** A broken build would fail in every round. */
const MOST_FAILURES = 20

/** Runs all rounds against the parser, and against the built command serving a folder and an echo. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const [files, echo] = await Promise.all([
    ServedFixture.start(),
    PortholeProcess.start('--echo').then((porthole) => new AskedServer(porthole)),
  ])
  try {
    return await new FuzzRun(options, { files, echo }).run()
  } finally {
    await Promise.all([files.stop(), echo.stop()])
  }
}

interface Servers {
  readonly files: ServedFixture
  readonly echo: AskedServer
}

/** Of both servers together. */
interface Figures {
  readonly descriptors: number
  /** Octets. */
  readonly memory: number
}

class FuzzRun {
  readonly #options: FuzzOptions
  readonly #servers: Servers
  readonly #failures: FuzzFailure[] = []
  readonly #kinds = { octets: 0, words: 0, request: 0, mutation: 0 }
  #done = 0

  constructor(options: FuzzOptions, servers: Servers) {
    this.#options = options
    this.#servers = servers
  }

  async run(): Promise<FuzzReport> {
    const started = performance.now()
    await this.#servers.files.isWell()
    const before = await this.#figures()
    const indexes = this.#indexes()
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(indexes)))
    const after = await this.#settle(before)
    const rows = Object.values(this.#servers).flatMap(({ porthole }: AskedServer) => porthole.exchanges)
    return {
      seed: this.#options.seed,
      count: this.#done,
      kinds: this.#kinds,
      failures: this.#failures,
      brokenRows: rows.filter(({ reason }) => reason === 'handler-failed').length,
      descriptorDrift: before && after && after.descriptors - before.descriptors,
      memoryGrowth: before && after && after.memory - before.memory,
      elapsedMs: performance.now() - started,
    }
  }

  *#indexes(): Generator<number, void> {
    const { first = 0, count } = this.#options
    for (let index = first; index < first + count && this.#failures.length < MOST_FAILURES; index += 1) yield index
  }

  async #work(indexes: Iterable<number>): Promise<void> {
    for (const index of indexes) {
      await this.#round(index)
      this.#done += 1
      if (this.#done % ROUNDS_BETWEEN_CHECKS !== 0) continue
      this.#options.onProgress?.(this.#done)
      if (!(await this.#servers.files.isWell()))
        this.#fail(index, 'an ordinary request is not answered as it should be')
    }
  }

  async #round(index: number): Promise<void> {
    const { seed } = this.#options
    const specimen = makeSpecimen(seed, index)
    this.#kinds[specimen.kind] += 1
    // Choices of its own, so that a specimen stays what it is when the tries change.
    const random = new Random(~seed, index)
    try {
      const server = index % 2 === 0 ? this.#servers.files : this.#servers.echo
      const fault = tryParser(specimen.octets, random) ?? (await tryServer(server, specimen, random))
      if (fault !== undefined) this.#fail(index, fault)
    } catch (error) {
      this.#fail(index, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }

  #fail(index: number, fault: string): void {
    const { octets } = makeSpecimen(this.#options.seed, index)
    this.#failures.push({ index, fault, corpusCase: asCorpusCase(octets) })
  }

  async #figures(): Promise<Figures | undefined> {
    if (process.platform !== 'linux') return undefined
    const pids = Object.values(this.#servers).map(({ porthole }: AskedServer) => porthole.pid)
    const [descriptors, memory] = await Promise.all([
      Promise.all(pids.map(openDescriptors)),
      Promise.all(pids.map(residentBytes)),
    ])
    return { descriptors: sum(descriptors), memory: sum(memory) }
  }

  /** Waits until the last connections are gone, for as long as the server may keep one. */
  async #settle(before: Figures | undefined): Promise<Figures | undefined> {
    let after = await this.#figures()
    for (let waits = 0; waits < 100 && after && before && after.descriptors > before.descriptors; waits += 1) {
      await sleep(100)
      after = await this.#figures()
    }
    return after
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
