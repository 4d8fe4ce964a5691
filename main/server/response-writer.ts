/**
 * Carries out a framed response: the hot path of the house. What costs is the number of calls to the system and of
 * turns of the event loop, so the head travels with the first content, a small answer is one write, and a large file
 * is read ahead while the chunk before it is written. Why these sizes: `buffer-budget.ts`.
 */
import { frameChunk, LAST_CHUNK } from '../http/chunked-writer'
import type { ReadyContent, ResponseContent } from '../http/response-plan'
import type { BufferBudget, BufferLease } from './buffer-budget'
import type { Clock } from './clock'
import { ContentParts } from './content-parts'
import type { FramedResponse } from './framed-response'
import { SendError, sourceFailure, streamFailure } from './send-error'
import type { ContentSpan, SocketWriter } from './socket-writer'
import { TimeSpent } from './time-spent'

/**
 * Up to here, copying content behind its head costs less than handing the system two pieces; from 8 KiB on it costs
 * more (measured). Half of Buffer's pool, beyond which each copy would also be an allocation of its own.
 */
const JOIN_BYTES = 4096

export class ResponseWriter {
  readonly #out: SocketWriter
  readonly #budget: BufferBudget
  readonly #onHeadSent: (response: FramedResponse) => void
  /** What the response spends its time on. */
  readonly spent: TimeSpent

  /** @param onHeadSent called when the first octets of a response are with the system */
  constructor(options: {
    readonly out: SocketWriter
    readonly budget: BufferBudget
    readonly clock: Clock
    readonly onHeadSent: (response: FramedResponse) => void
  }) {
    this.#out = options.out
    this.#budget = options.budget
    this.#onHeadSent = options.onHeadSent
    this.spent = new TimeSpent(options.clock)
  }

  /** Begins to count anew, octets and time: an exchange begins. */
  restart(): void {
    this.#out.restart()
    this.spent.restart()
  }

  /**
   * Sends the whole response, and gives whether the connection still stands then. The source of parts is the caller's
   * to close.
   *
   * @throws {SendError} when the content cannot be sent to its end
   */
  send(response: FramedResponse): Promise<boolean> {
    const { head, content } = response
    switch (content.kind) {
      case 'none':
        return this.#sendFirst(response, [head], { before: head.length, length: 0 })
      case 'bytes':
        return this.#sendBytes(response, content.bytes)
      case 'parts':
        if (content.ready !== undefined) return this.#sendReady(response, content.ready)
        return this.#sendParts(response, content)
      case 'stream':
        return this.#sendStream(response, content)
    }
  }

  #sendFirst(response: FramedResponse, pieces: readonly Uint8Array[], span: ContentSpan): Promise<boolean> {
    const written = this.#write(pieces, span)
    if (this.#out.isAlive) this.#onHeadSent(response)
    return written
  }

  #write(pieces: readonly Uint8Array[], span: ContentSpan): Promise<boolean> {
    this.spent.turnTo('waiting')
    return this.#out.write(pieces, span)
  }

  #sendBytes(response: FramedResponse, bytes: Uint8Array): Promise<boolean> {
    const { head } = response
    const span = { before: head.length, length: bytes.length }
    if (head.length + bytes.length > JOIN_BYTES) return this.#sendFirst(response, [head, bytes], span)
    return this.#sendFirst(response, [Buffer.concat([head, bytes])], span)
  }

  #sendReady(response: FramedResponse, ready: ReadyContent): Promise<boolean> {
    const { head } = response
    const joined = ready.behind(head)
    if (joined === undefined) return this.#sendBytes(response, ready.bytes)
    return this.#sendFirst(response, [joined], { before: head.length, length: ready.bytes.length })
  }

  async #sendParts(response: FramedResponse, content: PartsContent): Promise<boolean> {
    const lease = this.#budget.open()
    try {
      return await this.#pump(response, new ContentParts(response.head, content), lease)
    } finally {
      lease.close()
    }
  }

  /**
   * Two buffers take turns: while the system takes the one, the disk fills the other. A crowded server has one buffer
   * for each transfer, and then reading waits for writing.
   */
  async #pump(response: FramedResponse, parts: ContentParts, lease: BufferLease): Promise<boolean> {
    let headLeft = response.head.length
    let chunk = beginChunk(parts, lease)
    let takenAt = this.spent.turnTo('reading')
    for (;;) {
      const end = await filledTo(chunk, lease)
      const readsOn = parts.remaining > 0 && !parts.isShort
      const ahead = readsOn && lease.readsAhead ? beginChunk(parts, lease) : undefined
      const before = Math.min(headLeft, end)
      const pieces = [chunk.buffer.subarray(0, end)]
      const span = { before, length: end - before }
      const isFirst = headLeft === response.head.length
      const isAlive = await (isFirst ? this.#sendFirst(response, pieces, span) : this.#write(pieces, span))
      headLeft -= before
      if (!isAlive) return abandon(lease, [chunk, ahead])
      lease.giveBack(chunk.buffer)
      // What the file still had is on its way; nothing may stand in for the rest.
      if (!readsOn && parts.isShort) throw new SendError('file-changed')
      if (!readsOn) return true

      const now = this.spent.turnTo('reading')
      lease.wasTaken(end, now - takenAt)
      takenAt = now
      chunk = ahead ?? beginChunk(parts, lease)
    }
  }

  /**
   * The head waits for the first chunk: they travel together, and content that fails before its first octet can still
   * be answered otherwise.
   */
  async #sendStream(response: FramedResponse, { chunks, length }: StreamContent): Promise<boolean> {
    const iterator = length === undefined ? chunks[Symbol.asyncIterator]() : heldTo(length, chunks)
    try {
      this.spent.turnTo('reading')
      let content = await nextContent(iterator)
      const { pieces, span } = framePieces(response, content, response.head)
      let isAlive = await this.#sendFirst(response, pieces, span)
      while (isAlive && content !== undefined) {
        this.spent.turnTo('reading')
        content = await nextContent(iterator)
        const next = framePieces(response, content)
        isAlive = await this.#write(next.pieces, next.span)
      }
      return isAlive
    } finally {
      await iterator.return?.().catch(() => undefined)
    }
  }
}

type PartsContent = ResponseContent & { readonly kind: 'parts' }
type StreamContent = ResponseContent & { readonly kind: 'stream' }

/**
 * Gives the chunks of a stream whose length was announced.
 *
 * @throws {SendError} where it ends before its length: nothing may stand in for the rest
 * @throws {RangeError} where it gives more: the next response would begin within it
 */
async function* heldTo(length: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = length
  for await (const chunk of chunks) {
    left -= chunk.length
    if (left < 0) throw new RangeError(`Cannot send more than the ${String(length)} octets that were announced`)
    yield chunk
  }
  if (left > 0) throw new SendError('file-changed')
}

/** A buffer and the read that fills it. */
interface Chunk {
  readonly buffer: Uint8Array
  /** Gives the number of octets in it. */
  readonly filling: Promise<number>
}

/** Begins to read the next chunk. */
function beginChunk(parts: ContentParts, lease: BufferLease): Chunk {
  const buffer = lease.take(parts.remaining)
  const filling = parts.fill(buffer)
  // Awaited only after the write before it: until then a failure must not count as unhandled.
  filling.catch(() => undefined)
  return { buffer, filling }
}

async function filledTo({ buffer, filling }: Chunk, lease: BufferLease): Promise<number> {
  try {
    return await filling
  } catch (fault) {
    lease.giveUp(buffer)
    throw sourceFailure(fault)
  }
}

/** Gives up the chunks of a connection that broke, once no read fills them any more. */
async function abandon(lease: BufferLease, chunks: readonly (Chunk | undefined)[]): Promise<false> {
  for (const chunk of chunks) {
    if (chunk === undefined) continue
    await chunk.filling.catch(() => 0)
    lease.giveUp(chunk.buffer)
  }
  return false
}

/** Gives the next octets of a stream, or undefined at its end; empty ones are passed over, for they say nothing. */
async function nextContent(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    for (;;) {
      const step = await iterator.next()
      if (step.done === true) return undefined
      if (step.value.length > 0) return step.value
    }
  } catch (fault) {
    throw streamFailure(fault)
  }
}

interface FramedPieces {
  readonly pieces: readonly Uint8Array[]
  readonly span: ContentSpan
}

/** What to write for the next content of a stream, or for its end; behind the head where one is given. */
function framePieces({ streamEnd }: FramedResponse, content: Uint8Array | undefined, head?: Uint8Array): FramedPieces {
  const first = head === undefined ? [] : [head]
  const before = head?.length ?? 0
  if (content === undefined) {
    return { pieces: streamEnd === 'last-chunk' ? [...first, LAST_CHUNK] : first, span: { before, length: 0 } }
  }
  if (streamEnd !== 'last-chunk') return { pieces: [...first, content], span: { before, length: content.length } }
  const chunk = frameChunk(content)
  const sizeLine = chunk[0]?.length ?? 0
  return { pieces: [...first, ...chunk], span: { before: before + sizeLine, length: content.length } }
}
