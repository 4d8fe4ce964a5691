/** The memory of a server while something is done to it. */
import { memoryBytes } from './process-tree'

/** Each look walks the server's page tables: often enough for a peak of a second, too seldom to be noticed. */
const LOOK_EVERY_MS = 250

export class MemoryWatch {
  readonly #pid: number
  readonly #timer: NodeJS.Timeout
  #most = 0
  #looking: Promise<void> = Promise.resolve()

  constructor(pid: number) {
    this.#pid = pid
    this.#look()
    this.#timer = setInterval(() => {
      this.#look()
    }, LOOK_EVERY_MS)
  }

  /** Looks once more and gives the most that was seen, in octets. */
  async end(): Promise<number> {
    clearInterval(this.#timer)
    await this.#looking
    this.#look()
    await this.#looking
    return this.#most
  }

  #look(): void {
    this.#looking = memoryBytes(this.#pid).then((octets) => {
      this.#most = Math.max(this.#most, octets)
    })
  }
}
