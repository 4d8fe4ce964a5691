/**
 * Reads what was sent once more, and hashes it in a thread of its own.
 *
 * Each piece is read like anything else that the window looks at: the file is opened anew inside its share, and what is
 * open must carry the entity tag that was sent, which is made of device, inode, size and modification time to the
 * nanosecond. A last look after the last piece closes the gap behind it.
 */
import type { FilePiece } from '../../files/served-content'
import { stretchesOf, type DigestSubject } from './digest-subject'
import type { SpanHasher } from './span-hasher'

/** Read at a time: opening the file anew for each is then hardly to be seen, and two of them are no memory. */
export const PIECE_BYTES = 4 * 1024 * 1024

/** While somebody is served, it rests three times as long as it has worked: a quarter of one core and of the disk. */
const REST_FACTOR = 3

export interface DigestSources {
  /** Reads octets of the file as it is now; undefined when it is gone or does not answer. */
  readonly read: (offset: number, length: number) => Promise<FilePiece | undefined>
  readonly startHasher: (spans: DigestSubject['spans']) => SpanHasher
  /** Whether anybody is being served. */
  readonly isServing: () => boolean
  /** Milliseconds, for spans of time. */
  readonly monotonic: () => number
  /** Waits; rejects when the signal aborts. */
  readonly rest: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface DigestWatch {
  readonly signal: AbortSignal
  readonly onProgress: (readBytes: number, isResting: boolean) => void
}

export type Digested =
  | { readonly kind: 'done'; readonly whole: string | null; readonly ofSpans: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: 'changed' | 'gone' }

/**
 * Gives the digests of the whole file, where it was sent whole, and of each span.
 *
 * @throws {DOMException} `AbortError`, when the signal aborts
 */
export async function digestFile(
  subject: DigestSubject,
  sources: DigestSources,
  watch: DigestWatch,
): Promise<Digested> {
  const whole = subject.isWhole ? [{ start: 0, end: subject.size, exchangeIds: [] }] : []
  const hasher = sources.startHasher([...whole, ...subject.spans])
  try {
    const failure = await feed(hasher, subject, { sources, watch })
    if (failure !== undefined) return { kind: 'failed', reason: failure }
    const hashes = await hasher.finish()
    return {
      kind: 'done',
      whole: subject.isWhole ? (hashes[0] ?? null) : null,
      ofSpans: subject.isWhole ? hashes.slice(1) : hashes,
    }
  } finally {
    hasher.close()
  }
}

interface Feeding {
  readonly sources: DigestSources
  readonly watch: DigestWatch
}

/** Hands the hasher every octet that it needs, one piece ahead of it. Gives why it could not. */
async function feed(
  hasher: SpanHasher,
  subject: DigestSubject,
  { sources, watch }: Feeding,
): Promise<'changed' | 'gone' | undefined> {
  let taken: Promise<void> = Promise.resolve()
  let readBytes = 0
  for (const { offset, length } of piecesOf(subject)) {
    watch.signal.throwIfAborted()
    const began = sources.monotonic()
    const piece = await sources.read(offset, length)
    if (piece === undefined) return 'gone'
    if (piece.entityTag !== subject.entityTag || piece.bytes.length !== length) return 'changed'
    await taken
    watch.signal.throwIfAborted()
    taken = hasher.take(offset, piece.bytes)
    // Awaited with the next piece: until then a failure must not count as unhandled.
    taken.catch(() => undefined)
    readBytes += length
    const isServing = sources.isServing()
    watch.onProgress(readBytes, isServing)
    if (isServing) await sources.rest(REST_FACTOR * (sources.monotonic() - began), watch.signal)
  }
  await taken
  const last = await sources.read(0, 0)
  if (last === undefined) return 'gone'
  return last.entityTag === subject.entityTag ? undefined : 'changed'
}

function* piecesOf(subject: DigestSubject): Generator<{ readonly offset: number; readonly length: number }> {
  for (const { start, end } of stretchesOf(subject)) {
    for (let offset = start; offset < end; offset += PIECE_BYTES) {
      yield { offset, length: Math.min(PIECE_BYTES, end - offset) }
    }
  }
}
