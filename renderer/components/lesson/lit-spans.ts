import type { OctetSpan } from '../requests/octet-span'
import type { WireHead } from '../detail/wire-head'

const latin1 = new TextDecoder('latin1')

/**
 * Gives the stretches of a head that a chapter speaks of.
 *
 * @param wanted kinds of the start line's parts, `blank`, and field names in lower case
 */
export function litSpans(octets: Uint8Array, head: WireHead, wanted: readonly string[]): readonly OctetSpan[] {
  const parts = (head.startLine?.parts ?? []).filter(({ kind }) => wanted.includes(kind))
  const fields = head.fields
    .filter(({ name }) => wanted.includes(latin1.decode(octets.subarray(name.start, name.end)).toLowerCase()))
    .map(({ span }) => span)
  const blank = head.blank !== null && wanted.includes('blank') ? [head.blank] : []
  return [...parts, ...fields, ...blank]
}

/** Tells whether a stretch lies in one of those that are lit. */
export function isWithin({ start, end }: OctetSpan, lit: readonly OctetSpan[]): boolean {
  return lit.some((span) => span.start <= start && end <= span.end)
}
