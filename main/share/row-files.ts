import type { RowFile } from '../../preload/views'
import type { ResponseSubject } from '../http/response-plan'
import type { TextPool } from './text-pool'

const CAPACITY = 4096

/** Says of rows which file they carry. Rows with the same whole file share one value: a popular file fills the log. */
export class RowFiles {
  readonly #texts: TextPool
  readonly #whole = new Map<string, RowFile>()

  constructor(texts: TextPool) {
    this.#texts = texts
  }

  /** Null when the subject is no file. */
  of({ kind, shareId, path, size, ranges, partHeadBytes }: ResponseSubject): RowFile | null {
    if (kind !== 'file' || shareId === undefined || path === undefined || size === undefined) return null
    if (ranges !== undefined) {
      const pairs = ranges.map(({ first, last }) => [first, last] as const)
      return {
        shareId,
        path: this.#texts.keep(path),
        size,
        ranges: pairs,
        ...(partHeadBytes && { heads: partHeadBytes }),
      }
    }
    const known = this.#whole.get(path)
    if (known?.shareId === shareId && known.size === size) return known
    const file: RowFile = { shareId, path: this.#texts.keep(path), size, ranges: [] }
    if (this.#whole.size >= CAPACITY) this.#whole.clear()
    this.#whole.set(file.path, file)
    return file
  }
}
