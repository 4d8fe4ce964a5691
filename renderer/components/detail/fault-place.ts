import type { Catalogue } from '../../text/catalogue'

/** Faults that are found in a head that was read whole: what is wrong is what it says, not how. */
const FOUND_AFTER_READING = /^(?:host|content-length|content-too-large|transfer-encoding|length-and|expectation)/
/**
 * Gives up to where the parser had read when it stopped at a fault.
 *
 * @param offset of the fault
 * @param length of what was received
 */
export function readUntil(code: string | null, offset: number, length: number): number {
  return code !== null && FOUND_AFTER_READING.test(code) ? length : Math.min(offset, length)
}

/** Names an octet as a sentence can: `a space`, `“x”`, `a control character`. */
export function nameOctet(octet: number, t: Catalogue['detail']): string {
  const named: Readonly<Record<number, string>> = {
    0x00: t.nul,
    0x09: t.tab,
    0x0a: t.lineFeed,
    0x0d: t.carriageReturn,
    0x20: t.space,
  }
  if (octet < 0x20 || octet === 0x7f) return named[octet] ?? t.control
  if (octet > 0x7e) return t.beyondAscii
  return named[octet] ?? t.character(String.fromCharCode(octet))
}
