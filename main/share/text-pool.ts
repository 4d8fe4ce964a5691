import { Buffer } from 'node:buffer'

/** More different texts than this are rarely worth looking up again. */
const CAPACITY = 4096

/**
 * Keeps one copy of each text that comes again and again: methods, targets, paths.
 *
 * The copy is also a fresh one. V8 makes a slice of a head keep the whole head alive, so that 50,000 targets would
 * hold 50,000 heads as strings beside their octets.
 */
export class TextPool {
  readonly #texts = new Map<string, string>()

  /** Gives an equal text that shares no memory with the one passed in. */
  keep(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    if (this.#texts.size >= CAPACITY) this.#texts.clear()
    // A round trip through octets is what makes a copy; UTF-16 loses nothing, lone surrogates included.
    const copy = Buffer.from(text, 'utf16le').toString('utf16le')
    this.#texts.set(copy, copy)
    return copy
  }
}
