import { isNamed } from '../http/field-lines'
import type { SharePlace } from './file-system'
import { KnownFile, type Wish } from './known-file'
import type { OpenedFile, ServableFile } from './open-entry'
import type { FileRequest } from './served-content'
import { ContentAllowance } from './shared-content'

const MIB = 1024 * 1024

/** What small files may hold of memory while they are sent: a hundred of the largest, or thousands of usual ones. */
const CONTENT_BYTES = 24 * MIB

/** Files that nobody uses are held open so many at a time: descriptors are everybody's. */
const MOST_IDLE = 16

/**
 * … and so long: enough for the next request of a client that fetches one after the other, too short to be in the way of
 * somebody who wants to eject the drive.
 */
const IDLE_MS = 1000

/**
 * The files of a share that are being sent or were sent a moment ago, by the path that asked for them. Which of them may
 * be given without opening it again, and why that is as good: `known-file.ts`.
 *
 * Only on Linux, which tells by a descriptor where the file behind it stands. Elsewhere it knows none.
 */
export class KnownFiles {
  readonly #place: SharePlace
  readonly #allowance = new ContentAllowance(CONTENT_BYTES)
  readonly #files = new Map<string, KnownFile>()
  /** Those that nobody uses, longest idle first, with the path and the moment. */
  readonly #idle = new Map<KnownFile, { readonly path: string; readonly sinceMs: number }>()
  #sweeper: NodeJS.Timeout | undefined

  constructor(place: SharePlace) {
    this.#place = place
  }

  /**
   * Looks at the file that a request asks for, if it is known, and gives it if it is still what it was.
   *
   * @throws {DriveTimeoutError}
   */
  find(request: Pick<FileRequest, 'method' | 'path' | 'fields'>): Promise<ServableFile | undefined> | undefined {
    const file = this.#files.get(request.path)
    const wish = file && wishOf(request)
    if (file === undefined || wish === undefined) return undefined
    this.#idle.delete(file)
    return file.look(wish)
  }

  /** Remembers a file that was just opened by its real names, and gives it on. */
  keep(path: string, file: OpenedFile): ServableFile {
    if (!this.#place.descriptorLinks) return file
    const before = this.#files.get(path)
    // Several asked for it at once: the first one's is kept.
    if (before?.isSameAs(file.facts) === true) {
      void file.source.close()
      this.#idle.delete(before)
      return before.lend()
    }
    if (before !== undefined) void this.#forget(path, before)
    const known = new KnownFile(this.#place, file, {
      allowance: this.#allowance,
      onIdle: () => {
        this.#becameIdle(path, known)
      },
      onChanged: () => {
        void this.#forget(path, known)
      },
    })
    this.#files.set(path, known)
    return known.lend()
  }

  /** Closes every file that nobody uses, and gives whether there was one: descriptors may have run out. */
  async closeIdle(): Promise<boolean> {
    const idle = [...this.#idle]
    await Promise.all(idle.map(([file, { path }]) => this.#forget(path, file)))
    return idle.length > 0
  }

  #becameIdle(path: string, file: KnownFile): void {
    if (this.#files.get(path) !== file) return
    this.#idle.set(file, { path, sinceMs: performance.now() })
    const [longest] = this.#idle
    if (longest !== undefined && this.#idle.size > MOST_IDLE) void this.#forget(longest[1].path, longest[0])
    this.#sweeper ??= setInterval(() => {
      this.#sweep()
    }, IDLE_MS / 2).unref()
  }

  #sweep(): void {
    const oldest = performance.now() - IDLE_MS
    for (const [file, { path, sinceMs }] of this.#idle) {
      if (sinceMs > oldest) return
      void this.#forget(path, file)
    }
    clearInterval(this.#sweeper)
    this.#sweeper = undefined
  }

  #forget(path: string, file: KnownFile): Promise<void> {
    this.#idle.delete(file)
    if (this.#files.get(path) === file) this.#files.delete(path)
    return file.drop()
  }
}

/** Tells what a request will want of a file, as far as it can be told before looking at it; undefined when nothing. */
function wishOf({ method, fields }: Pick<FileRequest, 'method' | 'fields'>): Wish | undefined {
  if (method === 'HEAD') return 'sameness'
  if (method !== 'GET') return undefined
  const isConditional = fields.some((field) => isNamed(field, 'if-none-match') || isNamed(field, 'if-modified-since'))
  return isConditional ? 'sameness' : 'content'
}
