import { latin1Bytes } from './octets'

const CHUNK_END = latin1Bytes('\r\n')

/** What ends chunked content: the last chunk and an empty trailer section (RFC 9112 §7.1). Never write into it. */
export const LAST_CHUNK: Uint8Array = latin1Bytes('0\r\n\r\n')

/**
 * Frames content as one chunk: what to write, in order. The content itself is not copied. Empty content gives nothing,
 * because a chunk of size 0 would end the message.
 *
 *     chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF      (RFC 9112 §7.1)
 */
export function frameChunk(content: Uint8Array): readonly Uint8Array[] {
  if (content.length === 0) return []
  return [latin1Bytes(`${content.length.toString(16)}\r\n`), content, CHUNK_END]
}
