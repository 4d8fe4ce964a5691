/** How much of each thing a request may hold. All but the last bound the memory that one connection can take. */
export interface ParserLimits {
  /** Octets of a head, from the method to the blank line. */
  readonly headBytes: number
  /** Field lines of a head, and as many of a trailer section. */
  readonly fieldLines: number
  readonly methodBytes: number
  readonly targetBytes: number
  /** Octets of all chunk extensions of a message. */
  readonly chunkExtensionBytes: number
  /** Octets of a trailer section. */
  readonly trailerBytes: number
  /** Octets of content, without its framing. */
  readonly contentBytes: number
}

/**
 * RFC 9112 §3 asks for targets of 8000 octets at least; browsers send heads of 1 to 4 KiB, and Apache, nginx and Node
 * take between 8 and 16 KiB. The longest registered method has 17 octets. Chunk extensions have no known use
 * (RFC 9112 §7.1.1 asks to bound them). Content is bounded only by what a number can count: it is never held.
 */
export const DEFAULT_LIMITS: ParserLimits = {
  headBytes: 16 * 1024,
  fieldLines: 100,
  methodBytes: 64,
  targetBytes: 8 * 1024,
  chunkExtensionBytes: 4 * 1024,
  trailerBytes: 8 * 1024,
  contentBytes: Number.MAX_SAFE_INTEGER,
}
