/** Ids to a word, and words to a chunk. */
const WORD_BITS = 32
const CHUNK_WORDS = 32
const CHUNK_BITS = WORD_BITS * CHUNK_WORDS

/**
 * A set of ids that count up: one bit each, in chunks of 1024, so that 100,000 rows cost 13 kB and not 4 MB. Chunks that
 * empty as old rows leave are let go.
 */
export class IdSet {
  readonly #chunks = new Map<number, { readonly words: Uint32Array; count: number }>()
  #size = 0

  get size(): number {
    return this.#size
  }

  has(id: number): boolean {
    const chunk = this.#chunks.get(Math.floor(id / CHUNK_BITS))
    return chunk !== undefined && (wordAt(chunk.words, id) & bitOf(id)) !== 0
  }

  add(id: number): void {
    if (this.has(id)) return
    const at = Math.floor(id / CHUNK_BITS)
    const chunk = this.#chunks.get(at) ?? { words: new Uint32Array(CHUNK_WORDS), count: 0 }
    this.#chunks.set(at, chunk)
    chunk.words[wordIndex(id)] = wordAt(chunk.words, id) | bitOf(id)
    chunk.count += 1
    this.#size += 1
  }

  delete(id: number): void {
    if (!this.has(id)) return
    const at = Math.floor(id / CHUNK_BITS)
    const chunk = this.#chunks.get(at)
    if (chunk === undefined) return
    chunk.words[wordIndex(id)] = wordAt(chunk.words, id) & ~bitOf(id)
    chunk.count -= 1
    this.#size -= 1
    if (chunk.count === 0) this.#chunks.delete(at)
  }

  clear(): void {
    this.#chunks.clear()
    this.#size = 0
  }
}

function wordIndex(id: number): number {
  return Math.floor((id % CHUNK_BITS) / WORD_BITS)
}

function wordAt(words: Uint32Array, id: number): number {
  return words[wordIndex(id)] ?? 0
}

function bitOf(id: number): number {
  return 1 << (id % WORD_BITS)
}
