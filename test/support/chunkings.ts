/** Beyond this many octets, splits are taken at this many positions spread over all of them. */
const MOST_SPLITS = 1024

/**
 * The same bytes as one chunk, byte by byte, and split once at every position; very long ones at positions spread
 * evenly, so that the whole of it stays quick.
 */
export function* chunkings(bytes: Buffer): Generator<[name: string, chunks: Buffer[]]> {
  yield ['whole', [bytes]]
  yield ['byte by byte', Array.from(bytes, (_, i) => bytes.subarray(i, i + 1))]
  const step = Math.max(1, Math.floor(bytes.length / MOST_SPLITS))
  for (let at = 1; at < bytes.length; at += step) {
    yield [`split at ${String(at)}`, [bytes.subarray(0, at), bytes.subarray(at)]]
  }
}
