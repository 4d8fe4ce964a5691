import { isNamed, listMembers, trimWhitespace } from './field-lines'
import type { FieldFault } from './field-section'
import type { ContentFraming, FieldLine, HttpVersion } from './message'
import { isToken } from './octets'

const NONE: ContentFraming = { kind: 'none' }
const CHUNKED: ContentFraming = { kind: 'chunked' }

/** A field line and where it stands in its section. */
interface PlacedField {
  readonly line: number
  readonly value: string
}

/**
 * Tells how much content follows a request's head (RFC 9112 §6.3), or what makes that unsure. Whatever two recipients
 * could read differently is refused: it is how one client's content becomes another's request.
 *
 * @param maxLength longest Content-Length to accept, in octets; a safe integer
 */
export function frameContent(
  fields: readonly FieldLine[],
  version: HttpVersion,
  maxLength: number,
): ContentFraming | FieldFault {
  let lengths: PlacedField[] | undefined
  let codings: PlacedField[] | undefined
  for (let line = 0; line < fields.length; line += 1) {
    const field = fields[line]
    if (field === undefined) break
    if (isNamed(field, 'content-length')) (lengths ??= []).push({ line, value: field.value })
    else if (isNamed(field, 'transfer-encoding')) (codings ??= []).push({ line, value: field.value })
  }
  if (codings !== undefined) return frameByCoding(codings, { version, hasLength: lengths !== undefined })
  return lengths === undefined ? NONE : frameByLength(lengths, maxLength)
}

/**
 * Transfer-Encoding is accepted as `chunked` and nothing else. RFC 9112 §6.1 and §6.3 demand 400 where the length
 * cannot be known, and 501 for a coding that we do not know under a final `chunked`.
 */
function frameByCoding(
  codings: readonly PlacedField[],
  { version, hasLength }: { readonly version: HttpVersion; readonly hasLength: boolean },
): ContentFraming | FieldFault {
  const line = codings[0]?.line ?? 0
  if (version === '1.0') return { kind: 'fault', code: 'transfer-encoding-in-1.0', line }
  if (hasLength) return { kind: 'fault', code: 'length-and-transfer-encoding', line }
  const value = codings.map((coding) => coding.value).join(', ')
  if (value.toLowerCase() === 'chunked') return CHUNKED
  const members = listMembers(value).map((member) => member.toLowerCase())
  const isUnknownCoding =
    members.length > 1 &&
    members.pop() === 'chunked' &&
    members.every((member) => member !== 'chunked' && isToken(member))
  return {
    kind: 'fault',
    code: isUnknownCoding ? 'transfer-encoding-unsupported' : 'transfer-encoding-malformed',
    line,
  }
}

/**
 * Repeated equal lengths count as one, as lines or as a list (RFC 9112 §6.3); equal means written alike.
 *
 *     Content-Length = 1*DIGIT      (RFC 9110 §8.6)
 */
function frameByLength(lengths: readonly PlacedField[], maxLength: number): ContentFraming | FieldFault {
  let agreed: string | undefined
  for (const { line, value } of lengths) {
    let at = 0
    for (const member of value.split(',')) {
      const digits = trimWhitespace(member)
      const start = at + member.search(/[^ \t]|$/)
      const fault = digits === '' ? 0 : digits.search(/\D/)
      if (fault !== -1) return { kind: 'fault', code: 'content-length-malformed', line, at: start + fault }
      agreed ??= digits
      if (digits !== agreed) return { kind: 'fault', code: 'content-length-conflict', line, at: start }
      at += member.length + 1
    }
  }
  const length = Number(agreed)
  if (length > maxLength) return { kind: 'fault', code: 'content-too-large', line: lengths[0]?.line ?? 0 }
  return { kind: 'length', length }
}
