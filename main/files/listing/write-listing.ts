import { Buffer } from 'node:buffer'
import { Slices } from '../slices'
import type { ListedEntry, ListingEnding, ListingWriter } from './listing-writer'

/** Octets, roughly, that are handed on at a time: a page of rows, and what a socket takes in one go. */
const CHUNK_LENGTH = 32 * 1024

/**
 * Writes entries as they come and gives them on in chunks; neither the entries nor the text are ever held together.
 *
 * @param end asks, once all entries are written, for what only then is known
 */
export async function* writeListing(
  writer: ListingWriter,
  batches: AsyncIterable<readonly ListedEntry[]>,
  end: () => Promise<Pick<ListingEnding, 'stoppedEarly' | 'readme'>>,
): AsyncGenerator<Uint8Array, void> {
  const slices = new Slices()
  let [count, size] = [0, 0]
  // Whoever waits sees at once that there is something: the head goes out before the first entry is known.
  yield Buffer.from(writer.begin(), 'utf8')
  let text = ''
  for await (const batch of batches) {
    for (const entry of batch) {
      text += writer.entry(entry)
      count += 1
      size += entry.size ?? 0
      if (text.length >= CHUNK_LENGTH) {
        yield Buffer.from(text, 'utf8')
        text = ''
      }
      if (slices.isOver) await slices.rest()
    }
  }
  yield Buffer.from(text + writer.end({ count, size, ...(await end()) }), 'utf8')
}

/** Gathers chunks that are known to be few. */
export async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const gathered: Uint8Array[] = []
  for await (const chunk of chunks) gathered.push(chunk)
  return Buffer.concat(gathered)
}
