import { BACKSLASH, DQUOTE, HT, SP } from './octets'
import type { FieldLine } from './message'

/**
 * Gives the field's values in the order received, one for each line. Names match without regard to case
 * (RFC 9110 §5.1).
 *
 * @param name in lower case
 */
export function fieldValues(fields: readonly FieldLine[], name: string): string[] {
  const values: string[] = []
  for (const field of fields) if (isNamed(field, name)) values.push(field.value)
  return values
}

/**
 * Gives the field's value: its lines joined by `, ` (RFC 9110 §5.3), or undefined when there is none.
 *
 * @param name in lower case
 */
export function fieldValue(fields: readonly FieldLine[], name: string): string | undefined {
  let value: string | undefined
  for (const field of fields) {
    if (isNamed(field, name)) value = value === undefined ? field.value : `${value}, ${field.value}`
  }
  return value
}

/** Tells whether the line's name is `name`, which is in lower case. The length alone settles nearly every line. */
export function isNamed(field: FieldLine, name: string): boolean {
  return field.name.length === name.length && (field.name === name || field.name.toLowerCase() === name)
}

/**
 * Takes a list apart: members without white space around them, empty ones left out (RFC 9110 §5.6.1.2). A comma inside
 * a quoted string does not divide.
 */
export function listMembers(value: string): string[] {
  return splitOutsideQuotes(value, ',').filter((member) => member !== '')
}

/**
 * Divides the text at each separator that is not inside a quoted string, and takes the white space off the parts.
 *
 *     quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE      (RFC 9110 §5.6.4)
 */
export function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const separatorCode = separator.charCodeAt(0)
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === DQUOTE) quoted = !quoted
    else if (quoted && code === BACKSLASH) at += 1
    else if (!quoted && code === separatorCode) {
      parts.push(trimWhitespace(text.slice(start, at)))
      start = at + 1
    }
  }
  parts.push(trimWhitespace(text.slice(start)))
  return parts
}

/**
 * Takes OWS (RFC 9110 §5.6.3) off both ends; unlike `trim` it leaves every other white space alone.
 *
 * Not a pattern: `[ \t]+$` costs the square of a run of spaces in the middle, and a client chooses that run.
 */
export function trimWhitespace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isWhitespace(text.charCodeAt(start))) start += 1
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isWhitespace(code: number): boolean {
  return code === SP || code === HT
}
