/** Reads single fields out of the heads that are kept. */
import { Buffer } from 'node:buffer'
import type { FieldReference, FieldsFound, FieldsWanted } from '../../preload/head-fields'
import type { ExchangeLog } from './exchange-log'
import type { ExchangeRecord } from './exchange-record'

/** More than a cell or its title shows. */
const LONGEST_VALUE = 256

/** Gives the wanted fields of those exchanges that are there. */
export function readFields(log: ExchangeLog, { ids, fields }: FieldsWanted): readonly FieldsFound[] {
  const records = ids.map((id) => log.find(id)).filter((record) => record !== undefined)
  return records.map((record) => ({ id: record.id, values: fields.map((field) => valueOf(record, field)) }))
}

function valueOf(record: ExchangeRecord, { side, name }: FieldReference): string | null {
  const asked = side === 'response' ? null : fieldValue(record.requestHead, name)
  return asked ?? (side === 'request' ? null : fieldValue(record.responseHead, name))
}

/** The value of the first field line with this name, white space around it left out (RFC 9112 §5). */
function fieldValue(head: Uint8Array | null, name: string): string | null {
  if (head === null) return null
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  const start = `\n${name}:`
  const at = text.toLowerCase().indexOf(start)
  if (at < 0) return null
  const lineEnd = text.indexOf('\n', at + 1)
  const value = text.slice(at + start.length, lineEnd < 0 ? text.length : lineEnd)
  return value.trim().slice(0, LONGEST_VALUE)
}
