import { createHash } from 'node:crypto'

/** How much of the content is shown. */
const SAMPLE_BYTES = 4096

/** What is told of a request's content: it is measured as it comes, and not kept. */
export interface ContentDigest {
  /** In octets. */
  readonly size: number
  /** SHA-256 in hex. */
  readonly sha256: string
  /** The first octets of it. */
  readonly sample: Uint8Array
}

/** Reads content to its end. However much it is, only a sample of it is held. */
export async function digestContent(content: AsyncIterable<Uint8Array>): Promise<ContentDigest> {
  const hash = createHash('sha256')
  const sample = new Uint8Array(SAMPLE_BYTES)
  let size = 0
  for await (const piece of content) {
    hash.update(piece)
    if (size < SAMPLE_BYTES) sample.set(piece.subarray(0, SAMPLE_BYTES - size), size)
    size += piece.length
  }
  return { size, sha256: hash.digest('hex'), sample: sample.slice(0, Math.min(size, SAMPLE_BYTES)) }
}
