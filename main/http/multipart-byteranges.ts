import type { ByteRange } from './byte-range'
import { latin1Bytes } from './octets'
import type { ContentPart } from './response-plan'

// bcharsnospace of RFC 2046 §5.1.1 without those that would need quotes in a media type's parameter.
const BOUNDARY = /^[A-Za-z0-9'_+\-.]{1,70}$/

/** What `multipartContent` is made from. */
export interface MultipartRequest {
  /** Two or more; one range alone is sent without multipart (RFC 9110 §15.3.7.2). */
  readonly ranges: readonly ByteRange[]
  /** The whole representation's length in octets. */
  readonly size: number
  /** The representation's own media type, which each part repeats. */
  readonly mediaType: string
  /** A text that cannot occur in the representation: let it be random. */
  readonly boundary: string
}

/** Content that carries several ranges, ready for a response plan. */
export interface MultipartContent {
  readonly parts: readonly ContentPart[]
  /** Octets of all parts together. */
  readonly length: number
  /** Octets of the head before each part. */
  readonly partHeadBytes: readonly number[]
  /** The value of the response's Content-Type. */
  readonly mediaType: string
}

/** Arranges several ranges as `multipart/byteranges` (RFC 9110 §14.6), a head before each and a delimiter at the end. */
export function multipartContent({ ranges, size, mediaType, boundary }: MultipartRequest): MultipartContent {
  if (!BOUNDARY.test(boundary)) {
    throw new TypeError(
      `Cannot delimit parts by ${JSON.stringify(boundary)}: expected 1 to 70 letters, digits or '_+-.`,
    )
  }
  const parts: ContentPart[] = []
  const partHeadBytes: number[] = []
  let length = 0
  for (const [index, range] of ranges.entries()) {
    const head = latin1Bytes(
      `${index === 0 ? '' : '\r\n'}--${boundary}\r\n` +
        `Content-Type: ${mediaType}\r\n` +
        `Content-Range: ${contentRange(range, size)}\r\n\r\n`,
    )
    parts.push({ kind: 'bytes', bytes: head }, { kind: 'range', range })
    partHeadBytes.push(head.length)
    length += head.length + range.last - range.first + 1
  }
  const end = latin1Bytes(`\r\n--${boundary}--\r\n`)
  parts.push({ kind: 'bytes', bytes: end })
  const contentType = `multipart/byteranges; boundary=${boundary}`
  return { parts, length: length + end.length, partHeadBytes, mediaType: contentType }
}

/** Writes the Content-Range of a part of a representation (RFC 9110 §14.4). */
export function contentRange(range: ByteRange, size: number): string {
  return `bytes ${String(range.first)}-${String(range.last)}/${String(size)}`
}

/** Writes the Content-Range of a 416: the size that the client did not know (RFC 9110 §15.5.17). */
export function unsatisfiedRange(size: number): string {
  return `bytes */${String(size)}`
}
