/** A file's content with the lab's faults in it: stops, pauses and cuts at octets of the file. */
import type { ByteRange } from '../../http/byte-range'
import type { ByteSource, ContentPart, ResponseContent } from '../../http/response-plan'
import { SendError } from '../../server/send-error'
import { closingStream } from './closing-stream'

/** How much is read at a time; a small download must be over as fast as without the lab. */
const CHUNK_BYTES = 64 * 1024
/** The pause behind each octet that is sent alone: a hundred a second can be watched, and cost nothing. */
export const ONE_BY_ONE_MS = 10

/** What is done to the content; offsets are octets of the file. */
export interface ContentFaults {
  readonly cutAt?: number
  readonly stall?: { readonly at: number; readonly seconds: number }
  readonly oneByOne?: true
}

export interface TamperOptions {
  readonly faults: ContentFaults
  /** Waits; rejects when the exchange ends meanwhile. */
  readonly wait: (ms: number) => Promise<unknown>
  /** Called when the cut is made. */
  readonly onCut: () => void
}

type Parts = ResponseContent & { readonly kind: 'parts' }

/** Whether any of the faults would be met on the way through these parts. */
export function isTampered({ parts }: Parts, { cutAt, stall, oneByOne }: ContentFaults): boolean {
  if (oneByOne === true) return true
  const carries = (at: number): boolean => parts.some((part) => part.kind === 'range' && holds(part.range, at))
  return (cutAt !== undefined && carries(cutAt)) || (stall !== undefined && carries(stall.at))
}

/**
 * Gives the same content as a stream in which the faults happen. What it reads from is closed when it ends, and also
 * when it is given up before it began.
 */
export function tamperContent(content: Parts, options: TamperOptions): ResponseContent {
  const { source, parts, length } = content
  const chunks = closingStream(
    () => makeChunks({ source, parts }, options),
    () => source.close(),
  )
  return { kind: 'stream', chunks, length }
}

async function* makeChunks(
  { source, parts }: Pick<Parts, 'source' | 'parts'>,
  options: TamperOptions,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    for (const part of parts) {
      const chunks = readPart(source, part, options)
      if (options.faults.oneByOne === true) yield* oneByOne(chunks, options.wait)
      else yield* chunks
    }
  } finally {
    await source.close()
  }
}

async function* oneByOne(chunks: AsyncIterable<Uint8Array>, wait: TamperOptions['wait']): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (const octet of chunk) {
      yield Uint8Array.of(octet)
      await wait(ONE_BY_ONE_MS)
    }
  }
}

async function* readPart(source: ByteSource, part: ContentPart, options: TamperOptions): AsyncGenerator<Uint8Array> {
  if (part.kind === 'bytes') {
    yield part.bytes
    return
  }
  const { cutAt, stall } = options.faults
  const end = part.range.last + 1
  let at = part.range.first
  let hasStalled = false
  while (at < end) {
    if (at === cutAt) {
      options.onCut()
      throw new SendError('lab-cut')
    }
    if (at === stall?.at && !hasStalled) {
      hasStalled = true
      await options.wait(stall.seconds * 1000)
    }
    const stops = [end, at + CHUNK_BYTES, cutAt, stall?.at].filter((stop) => stop !== undefined && stop > at)
    const chunk = new Uint8Array(Math.min(...(stops as number[])) - at)
    const read = await source.read(chunk, at)
    // The file has become shorter. That the content then ends before its length is told where it is sent.
    if (read === 0) return
    yield chunk.subarray(0, read)
    at += read
  }
}

function holds({ first, last }: ByteRange, at: number): boolean {
  return at >= first && at <= last
}
