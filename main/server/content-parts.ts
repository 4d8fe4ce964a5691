import type { ByteSource, ContentPart } from '../http/response-plan'

/** Reads a response's head and the parts of its content into buffers, one after the other, so that many small parts make one write. */
export class ContentParts {
  readonly #source: ByteSource
  readonly #parts: readonly ContentPart[]
  #index = 0
  /** Octets of the current part that have been read. */
  #offset = 0
  #remaining: number
  #isShort = false

  /**
   * @param head goes before the first part, so that it travels with it
   * @throws {TypeError} when the parts do not add up to the length that was announced
   */
  constructor(
    head: Uint8Array,
    content: { readonly source: ByteSource; readonly parts: readonly ContentPart[]; readonly length: number },
  ) {
    const length = content.parts.reduce((sum, part) => sum + partLength(part), 0)
    if (length !== content.length) {
      throw new TypeError(`Cannot send ${String(length)} octets as ${String(content.length)}`)
    }
    this.#source = content.source
    this.#parts = [{ kind: 'bytes', bytes: head }, ...content.parts]
    this.#remaining = head.length + length
  }

  /** Octets that have not been read yet. */
  get remaining(): number {
    return this.#remaining
  }

  /** Whether the source ended before a part did: the file has become shorter since its length was announced. */
  get isShort(): boolean {
    return this.#isShort
  }

  /**
   * Fills the buffer and gives the number of octets: less than it holds only at the end of the content or of the source. Must not be called again before the call before has settled.
   */
  async fill(buffer: Uint8Array): Promise<number> {
    let end = 0
    while (end < buffer.length && !this.#isShort) {
      const part = this.#parts[this.#index]
      if (part === undefined) break
      const read =
        part.kind === 'bytes'
          ? this.#copy(part.bytes, buffer.subarray(end))
          : await this.#read(part, buffer.subarray(end))
      end += read
      this.#remaining -= read
    }
    return end
  }

  #copy(bytes: Uint8Array, target: Uint8Array): number {
    const copied = Math.min(bytes.length - this.#offset, target.length)
    target.set(bytes.subarray(this.#offset, this.#offset + copied))
    this.#advance(copied, bytes.length)
    return copied
  }

  async #read({ range }: ContentPart & { readonly kind: 'range' }, target: Uint8Array): Promise<number> {
    const length = range.last - range.first + 1
    const wanted = Math.min(length - this.#offset, target.length)
    const read = await this.#source.read(target.subarray(0, wanted), range.first + this.#offset)
    if (read === 0) this.#isShort = true
    this.#advance(read, length)
    return read
  }

  #advance(octets: number, partLength: number): void {
    this.#offset += octets
    if (this.#offset < partLength) return
    this.#index += 1
    this.#offset = 0
  }
}

function partLength(part: ContentPart): number {
  return part.kind === 'bytes' ? part.bytes.length : part.range.last - part.range.first + 1
}
