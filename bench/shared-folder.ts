/** The folder that everybody serves. */
import { mkdir, mkdtemp, open, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BLOCK, patternAt } from './load/pattern.mjs'
import { GIBIBYTE } from './measure/reading'

export const LARGE = { target: '/large.bin', bytes: GIBIBYTE } as const
export const MIDDLE = { target: '/100k.bin', bytes: 100 * 1024 } as const
/** For whoever has to notice that a file has changed. */
export const CHANGED = { target: '/changed.bin', bytes: 1024 } as const
export const SMALL = { target: '/1k.bin', bytes: 1024 } as const
/** Without a block on disk: for readers who never come to its end. */
export const FILM = { target: '/film.mkv', bytes: 5 * GIBIBYTE } as const

const AT_ONCE = 64

export class SharedFolder {
  readonly path: string
  readonly #place: string
  #scratches = 0

  private constructor(place: string) {
    this.#place = place
    this.path = join(place, 'shared')
  }

  /** Writes the files that nearly every workload wants. */
  static async make(): Promise<SharedFolder> {
    const folder = new SharedFolder(await mkdtemp(join(tmpdir(), 'porthole-bench-')))
    await mkdir(folder.path)
    await writeFile(folder.#at(SMALL.target), patternAt(0, SMALL.bytes))
    await writeFile(folder.#at(MIDDLE.target), patternAt(0, MIDDLE.bytes))
    await folder.changeFile(0)
    return folder
  }

  /** Writes the large file, unless it is there. */
  async addLarge(): Promise<void> {
    const file = await open(this.#at(LARGE.target), 'a')
    try {
      let { size } = await file.stat()
      for (; size < LARGE.bytes; size += BLOCK.length) {
        await file.write(BLOCK, 0, Math.min(BLOCK.length, LARGE.bytes - size))
      }
    } finally {
      await file.close()
    }
  }

  /** Writes the file that changes, so many seconds old. */
  async changeFile(ageSeconds: number): Promise<void> {
    const path = this.#at(CHANGED.target)
    await writeFile(path, patternAt(ageSeconds, CHANGED.bytes))
    const then = Date.now() / 1000 - ageSeconds
    await utimes(path, then, then)
  }

  async addFilm(): Promise<void> {
    await writeFile(this.#at(FILM.target), '')
    await truncate(this.#at(FILM.target), FILM.bytes)
  }

  /** Makes a folder of empty files, `name-0` and so on, unless it is there; gives its target. */
  async addNames(count: number): Promise<string> {
    const target = `/names-${String(count)}/`
    const isNew = (await mkdir(this.#at(target), { recursive: true })) !== undefined
    for (let first = 0; isNew && first < count; first += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - first)
      await Promise.all(
        Array.from({ length }, (_, index) => writeFile(this.#at(`${target}name-${String(first + index)}`), '')),
      )
    }
    return target
  }

  /** Makes an empty folder for a server's own files, outside of what is shared. */
  async scratch(): Promise<string> {
    const path = join(this.#place, `scratch-${String((this.#scratches += 1))}`)
    await mkdir(path)
    return path
  }

  async remove(): Promise<void> {
    await rm(this.#place, { recursive: true, force: true })
  }

  #at(target: string): string {
    return join(this.path, target)
  }
}
