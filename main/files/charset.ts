/** As many octets as are looked at to tell how a text is encoded. */
export const SNIFFED_OCTETS = 1024

/**
 * Gives the encoding of a text by its first octets, as a value for `charset`; undefined when it is neither UTF-8 nor
 * marked as another, so that the browser may look for itself: a wrong label would be believed.
 *
 * The marks are those of the WHATWG's BOM sniffing (Encoding Standard §6).
 *
 * @param octets the first `SNIFFED_OCTETS` of the file, or all of it
 */
export function charsetOf(octets: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return isUtf8(octets) ? 'utf-8' : undefined
}

/** A character that the cut at the end divides is not held against the text: `stream` waits for the rest of it. */
function isUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: true })
    return true
  } catch {
    return false
  }
}
