import { parseFieldLine } from './field-line'
import type { FieldLine } from './message'
import { COLON, HT, LF, SP } from './octets'
import { protocolError } from './protocol-error'

/**
 * Collects the field lines of a header or trailer section (RFC 9112 §5, §7.1.2), one line at a time.
 *
 *     *( field-line CRLF ) CRLF
 */
export class FieldSection {
  readonly #maxLines: number
  readonly #fields: FieldLine[] = []

  constructor(maxLines: number) {
    this.#maxLines = maxLines
  }

  get fields(): readonly FieldLine[] {
    return this.#fields
  }

  /**
   * Adds a line that is not the blank one.
   *
   * A line that begins with white space continues the one before it (obs-fold, RFC 9112 §5.2) and is refused, because
   * recipients do not agree on it; as the first line it would even belong to the request line (RFC 9112 §2.2).
   *
   * @param line without its line end
   * @param at the line's offset in its message
   * @throws {ProtocolError}
   */
  add(line: string, at: number): void {
    const first = line.charCodeAt(0)
    if (first === SP || first === HT) {
      throw protocolError(this.#fields.length === 0 ? 'space-before-first-field' : 'obs-fold', at)
    }
    if (this.#fields.length >= this.#maxLines) throw protocolError('too-many-fields', at)
    this.#fields.push(parseFieldLine(line, at))
  }
}

/** A field line that cannot be accepted for what it says, found only when the whole section is known. */
export interface FieldFault {
  readonly kind: 'fault'
  readonly code: 'host-missing' | 'host-repeated' | 'host-malformed' | FramingFaultCode
  /** Index of the field line; absent when one is missing. */
  readonly line?: number
  /** Offset in its value. */
  readonly at?: number
}

/** What can be wrong with the fields that frame content. */
export type FramingFaultCode =
  | 'content-length-malformed'
  | 'content-length-conflict'
  | 'content-too-large'
  | 'transfer-encoding-malformed'
  | 'transfer-encoding-unsupported'
  | 'transfer-encoding-in-1.0'
  | 'length-and-transfer-encoding'

/**
 * Gives the offset of a fault in a head, or the head's length when something is missing.
 *
 * @param head the octets of a head that has been read without a fault, so that its line ends are known
 */
export function offsetOfFault(head: Uint8Array, { line, at = 0 }: FieldFault): number {
  if (line === undefined) return head.length
  let start = head.indexOf(LF) + 1
  for (let passed = 0; passed < line; passed += 1) start = head.indexOf(LF, start) + 1
  let value = head.indexOf(COLON, start) + 1
  while (head[value] === SP || head[value] === HT) value += 1
  return value + at
}
