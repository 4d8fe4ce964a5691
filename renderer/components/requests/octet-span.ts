/** A stretch of octets; `end` is the offset after the last one. */
export interface OctetSpan {
  readonly start: number
  readonly end: number
}
