/**
 * The memory that responses are read into: one budget for all connections, shared out so that a fast reader gets large
 * chunks and a slow one costs one small buffer.
 *
 * The sizes are measured: a single buffer of 64 KiB reaches a fifth of what the system can send,
 * two of 1 MiB nearly all of it, larger ones no more. Chunks grow late on purpose: the system's own send buffer
 * swallows the first megabytes of every response, so that for a while everybody looks fast, and 500 clients that read
 * nothing would cost 1 GiB.
 */

const KIB = 1024
const MIB = 1024 * KIB

/** While the budget is overdrawn: even the 4,000 connections that may be open then stay at 64 MiB. */
const OVERDRAWN_CHUNK = 16 * KIB
/** For a slow reader, and for everybody while many send at once: alone, without a second buffer. */
const SMALL_CHUNK = 64 * KIB
const FIRST_CHUNK = 128 * KIB
/** For what is soon over, such as a range: it ends before it could show that its reader is fast. */
const SHORT_CHUNK = 256 * KIB
const SHORT_OCTETS = MIB
const LARGEST_CHUNK = MIB

/** From here on each transfer has one small buffer: `CROWDED_AT` pairs of first chunks are half of the default budget. */
const CROWDED_AT = 128

/** A chunk is reconsidered each time so much has been taken: more than any system's send buffer holds by itself. */
const TRIAL_OCTETS = 8 * MIB
/** 20 MB/s, in octets per millisecond: faster than wireless networks, slower than wired ones. */
const FAST_RATE = 20_000
/** A reader that keeps one chunk waiting for so long is slow, whatever it did before. */
const SLOW_CHUNK_MS = 1000

/** Octets of unused buffers that are kept for the next transfer. */
const IDLE_OCTETS = 16 * MIB

export class BufferBudget {
  #limitBytes: number
  #lentBytes = 0
  #leases = 0
  #idleBytes = 0
  /** Unused buffers by size. The sizes are powers of two, so there are seven at most. */
  readonly #idle = new Map<number, Uint8Array[]>()

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  set limitBytes(octets: number) {
    this.#limitBytes = octets
  }

  /** Octets of the buffers that transfers hold now. */
  get lentBytes(): number {
    return this.#lentBytes
  }

  /** Begins a transfer. Its lease must be closed when no read and no write uses its buffers any more. */
  open(): BufferLease {
    this.#leases += 1
    return new BufferLease(this)
  }

  /** Whether so many transfers run that none gets a second buffer. */
  get isCrowded(): boolean {
    return this.#leases > CROWDED_AT
  }

  /** Whether chunks may grow by so many octets: into one half only, the other is for those who begin. */
  hasRoomToGrow(octets: number): boolean {
    return this.#lentBytes + octets <= this.#limitBytes / 2
  }

  /** @param wanted octets that are left to send; a power of two at least as large is given, within what may be */
  lend(wanted: number, chunkBytes: number): Uint8Array {
    const isOverdrawn = this.#lentBytes + chunkBytes > this.#limitBytes
    const most = isOverdrawn ? OVERDRAWN_CHUNK : this.isCrowded ? SMALL_CHUNK : chunkBytes
    let size = OVERDRAWN_CHUNK
    while (size < wanted && size < most) size *= 2
    this.#lentBytes += size
    const used = this.#idle.get(size)?.pop()
    if (used === undefined) return Buffer.allocUnsafeSlow(size)
    this.#idleBytes -= size
    return used
  }

  /** Counts a buffer off, and keeps it for the next transfer unless something might still write into it. */
  takeBack(buffer: Uint8Array, mode: 'reuse' | 'drop'): void {
    this.#lentBytes -= buffer.length
    if (mode === 'drop' || this.#idleBytes + buffer.length > IDLE_OCTETS) return
    this.#idleBytes += buffer.length
    const idle = this.#idle.get(buffer.length)
    if (idle === undefined) this.#idle.set(buffer.length, [buffer])
    else idle.push(buffer)
  }

  closeLease(): void {
    this.#leases -= 1
  }
}

/** One transfer's part in the budget. */
export class BufferLease {
  readonly #budget: BufferBudget
  #chunkBytes = FIRST_CHUNK
  #trialOctets = 0
  #trialMs = 0

  constructor(budget: BufferBudget) {
    this.#budget = budget
  }

  /** Whether the next chunk may be read while this one is written: what a second buffer is for. */
  get readsAhead(): boolean {
    return this.#chunkBytes > SMALL_CHUNK && !this.#budget.isCrowded
  }

  /** Gives a buffer for the next chunk. Every one must be given back. */
  take(wanted: number): Uint8Array {
    return this.#budget.lend(wanted, this.#mayBeShort(wanted) ? SHORT_CHUNK : this.#chunkBytes)
  }

  #mayBeShort(wanted: number): boolean {
    return wanted <= SHORT_OCTETS && this.#chunkBytes === FIRST_CHUNK && this.#budget.hasRoomToGrow(SHORT_CHUNK)
  }

  /** Gives a buffer back that nothing reads from or writes into any more. */
  giveBack(buffer: Uint8Array): void {
    this.#budget.takeBack(buffer, 'reuse')
  }

  /** Gives a buffer up that a cut-off read or write may still touch. */
  giveUp(buffer: Uint8Array): void {
    this.#budget.takeBack(buffer, 'drop')
  }

  /**
   * Tells how a chunk went, which decides the size of those that follow.
   *
   * @param elapsedMs from the end of the chunk before
   */
  wasTaken(octets: number, elapsedMs: number): void {
    if (elapsedMs >= SLOW_CHUNK_MS) {
      this.#chunkBytes = SMALL_CHUNK
      this.#restartTrial()
      return
    }
    this.#trialOctets += octets
    this.#trialMs += elapsedMs
    if (this.#trialOctets < TRIAL_OCTETS) return
    const isFast = this.#trialOctets >= this.#trialMs * FAST_RATE
    // Two buffers, each larger by its own size.
    if (!isFast) this.#chunkBytes = Math.max(Math.min(FIRST_CHUNK, this.#chunkBytes), this.#chunkBytes / 2)
    else if (this.#chunkBytes < LARGEST_CHUNK && this.#budget.hasRoomToGrow(2 * this.#chunkBytes)) this.#chunkBytes *= 2
    this.#restartTrial()
  }

  close(): void {
    this.#budget.closeLease()
  }

  #restartTrial(): void {
    this.#trialOctets = 0
    this.#trialMs = 0
  }
}
