/** The drive has not answered in time; the operation may still be under way. */
export class DriveTimeoutError extends Error {
  override readonly name = 'DriveTimeoutError'
}

/** As many files of the share are open as may be. */
export class TooManyOpenFilesError extends Error {
  override readonly name = 'TooManyOpenFilesError'
}

export interface OpenFileLimits {
  /** Operations on the disk under way at once. */
  readonly operations: number
  /** Files open at once. */
  readonly files: number
  /** How long an operation may take, its wait for a turn included. */
  readonly timeoutMs: number
}

/** libuv's own default (https://docs.libuv.org/en/v1.x/threadpool.html). */
const DEFAULT_POOL_SIZE = 4

/**
 * Gives the limits for one share on a machine with so many threads for files.
 *
 * The threads are shared by the whole process: four calls that hang on a dead network drive would stop every other
 * share, name lookups and the window. So one share may use at most three quarters of them.
 * 4,096 files is below the hard limit of descriptors everywhere we run, and above the server's own connection limit.
 * 15 s is longer than a sleeping disk needs to spin up, and shorter than a person waits.
 *
 * @param poolSize the value of UV_THREADPOOL_SIZE; undefined or nonsense means libuv's default
 */
export function openFileLimits(poolSize: string | undefined): OpenFileLimits {
  const threads = Number(poolSize)
  const size = Number.isInteger(threads) && threads >= 1 ? threads : DEFAULT_POOL_SIZE
  return { operations: Math.max(1, Math.floor(size * 0.75)), files: 4096, timeoutMs: 15_000 }
}

interface Job {
  /** Starts the operation; it gives its turn back by itself. */
  readonly start: () => void
}

/**
 * Bounds what one share asks of the disk: operations under way and files open. Each share has its own, so that one
 * hung drive never stops another share.
 */
export class OpenFileLimit {
  readonly #limits: OpenFileLimits
  readonly #waiting = new Set<Job>()
  #running = 0
  /** Operations that are past their time and still hold a thread. */
  #stuck = 0
  #openFiles = 0

  constructor(limits: OpenFileLimits) {
    this.#limits = limits
  }

  /**
   * Runs an operation on the disk when it is its turn.
   *
   * @param discard takes the result of an operation that finished after its time: closes what it opened
   * @throws {DriveTimeoutError} when time is up, or at once while every turn is held by operations that hang
   */
  run<T>(operation: () => Promise<T>, discard?: (late: T) => unknown): Promise<T> {
    if (this.#stuck >= this.#limits.operations) return Promise.reject(hungDrive())
    return new Promise<T>((resolve, reject) => {
      let late = false
      let started = false
      const finish = (settle: () => unknown): void => {
        clearTimeout(timer)
        if (late) this.#stuck -= 1
        this.#release()
        settle()
      }
      const job: Job = {
        start: () => {
          started = true
          this.#running += 1
          operation().then(
            (value) => {
              finish(() => (late ? discard?.(value) : resolve(value)))
            },
            (error: unknown) => {
              finish(() => {
                reject(toError(error))
              })
            },
          )
        },
      }
      const timer = setTimeout(() => {
        late = true
        if (started) this.#stuck += 1
        else this.#waiting.delete(job)
        reject(hungDrive())
      }, this.#limits.timeoutMs)
      timer.unref()
      if (this.#running < this.#limits.operations) job.start()
      else this.#waiting.add(job)
    })
  }

  /**
   * Counts one more open file and gives the function that counts it off again; calling that twice does no harm.
   *
   * @throws {TooManyOpenFilesError} when the share has as many open as it may
   */
  countFile(): () => void {
    if (this.#openFiles >= this.#limits.files) {
      throw new TooManyOpenFilesError(`Cannot open another file: ${String(this.#openFiles)} are open`)
    }
    this.#openFiles += 1
    let counted = true
    return () => {
      if (counted) this.#openFiles -= 1
      counted = false
    }
  }

  /** Files that are open now. */
  get openFiles(): number {
    return this.#openFiles
  }

  /** How many operations may be under way at once: more at a time would only wait here. */
  get operations(): number {
    return this.#limits.operations
  }

  #release(): void {
    this.#running -= 1
    const [next] = this.#waiting
    if (next === undefined) return
    this.#waiting.delete(next)
    next.start()
  }
}

function hungDrive(): DriveTimeoutError {
  return new DriveTimeoutError('Cannot read from the drive: it does not answer')
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Cannot finish the operation', { cause: error })
}
