import { Buffer } from 'node:buffer'
import { asBuffer } from './octets'

const EMPTY = Buffer.from('', 'latin1')

/** The first room made for octets that have to wait for more; it doubles from there. */
const SMALLEST_STORE = 1024

/**
 * The octets that have been received and not yet read.
 *
 * A chunk that finds nothing waiting is kept as it is, uncopied: that is nearly every one. Only what waits for more is
 * copied into a store of our own that grows by doubling, so that octets coming one by one cost no more than their number.
 */
export class InputBuffer {
  /** Ends where what is held ends, so that no search goes beyond it. */
  #bytes: Buffer = EMPTY
  #start = 0
  /** Our own memory, of which `#bytes` is the beginning; undefined while that is a chunk as it came. */
  #store: Buffer | undefined
  #position = 0

  /** Offset of the first held octet in its message. */
  get position(): number {
    return this.#position
  }

  /** Counts `position` from here. */
  beginMessage(): void {
    this.#position = 0
  }

  /** How many octets are held. */
  get length(): number {
    return this.#bytes.length - this.#start
  }

  /** Adds octets at the end. They must not be written to until all that is held has been consumed. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    if (this.length === 0) {
      this.#bytes = asBuffer(chunk)
      this.#start = 0
      this.#store = undefined
      return
    }
    const store = this.#storeFor(chunk.length)
    store.set(chunk, this.#bytes.length)
    this.#bytes = store.subarray(0, this.#bytes.length + chunk.length)
  }

  /** Gives a store that begins with `#bytes` and has room for so many octets behind it. */
  #storeFor(added: number): Buffer {
    if (this.#store !== undefined && this.#store.length - this.#bytes.length >= added) return this.#store
    const store = Buffer.allocUnsafeSlow(Math.max(SMALLEST_STORE, 2 * (this.length + added)))
    const held = this.#bytes.subarray(this.#start)
    store.set(held)
    this.#bytes = held
    this.#start = 0
    this.#store = store
    return store
  }

  /** Gives the octet at an offset, or undefined beyond the end. */
  at(offset: number): number | undefined {
    return offset < this.length ? this.#bytes[this.#start + offset] : undefined
  }

  /** Finds an octet or a run of octets from an offset on; -1 when it is not held in full. */
  indexOf(sought: number | Uint8Array, from = 0): number {
    const at = this.#bytes.indexOf(sought, this.#start + from)
    return at === -1 ? -1 : at - this.#start
  }

  /** Finds the last occurrence of an octet that begins before an offset; -1 when there is none. */
  lastIndexOf(octet: number, before: number): number {
    const at = this.#bytes.lastIndexOf(octet, this.#start + before - 1)
    return at < this.#start ? -1 : at - this.#start
  }

  /** Gives octets as latin1 text. */
  text(from: number, to: number): string {
    return this.#bytes.toString('latin1', this.#start + from, this.#start + to)
  }

  /** Gives octets without copying them: valid until the next `push`. */
  view(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(this.#start + from, this.#start + to)
  }

  /** Gives octets of their own: in memory that nothing else lies in, so that they can be kept for long. */
  copy(from: number, to: number): Uint8Array {
    return asBuffer(new Uint8Array(this.view(from, to)))
  }

  /** Tells whether what is held begins with these octets. */
  startsWith(octets: Uint8Array): boolean {
    const end = this.#start + octets.length
    return end <= this.#bytes.length && this.#bytes.compare(octets, 0, octets.length, this.#start, end) === 0
  }

  /** Lets go of octets at the start. */
  consume(count: number): void {
    this.#start += count
    this.#position += count
    // An idle connection holds no memory for what it once sent.
    if (this.#start === this.#bytes.length) this.#letGo()
  }

  #letGo(): void {
    this.#bytes = EMPTY
    this.#start = 0
    this.#store = undefined
  }
}
