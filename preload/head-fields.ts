/** Values of single fields, for the columns of the request table that show them. */
import { ContractError, id, oneOf, record, text } from './arguments'

/** A field by the message it stands in. */
export interface FieldReference {
  readonly side: 'request' | 'response' | 'either'
  /** Lower case. */
  readonly name: string
}

/** Which fields are wanted of which exchanges: those of the rows in sight. */
export interface FieldsWanted {
  readonly ids: readonly number[]
  readonly fields: readonly FieldReference[]
}

/** The fields of one exchange, in the order they were asked for; null for one that is not there. */
export interface FieldsFound {
  readonly id: number
  /** As on the wire, one character for each octet; the first 256 of them. */
  readonly values: readonly (string | null)[]
}

/** As many rows as a tall screen shows, and as many columns as anybody reads. */
export const MOST_FIELD_ROWS = 256
export const MOST_FIELD_COLUMNS = 16

/** Reads which fields are wanted. */
export function fieldsWanted(value: unknown): FieldsWanted {
  const { ids, fields } = record(value)
  if (!Array.isArray(ids) || ids.length > MOST_FIELD_ROWS) {
    throw new ContractError(`Cannot read the ids: expected a list of at most ${String(MOST_FIELD_ROWS)}`)
  }
  if (!Array.isArray(fields) || fields.length > MOST_FIELD_COLUMNS) {
    throw new ContractError(`Cannot read the fields: expected a list of at most ${String(MOST_FIELD_COLUMNS)}`)
  }
  return { ids: ids.map(id), fields: fields.map(fieldReference) }
}

function fieldReference(value: unknown): FieldReference {
  const { side, name } = record(value)
  const wanted = text(name).toLowerCase()
  if (!isFieldName(wanted)) throw new ContractError(`Cannot read ${JSON.stringify(name)} as the name of a field`)
  return { side: oneOf('request', 'response', 'either')(side), name: wanted }
}

/** Tells whether a text can be the name of a field: a token (RFC 9110 §5.1) of a sane length. */
export function isFieldName(text: string): boolean {
  return text.length <= 64 && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text)
}
