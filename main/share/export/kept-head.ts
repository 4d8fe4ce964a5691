/** A head that is kept in the log, read for people and programs that know no octets. */
import { Buffer } from 'node:buffer'
import { latin1Text } from '../../http/octets'

/** A field line as text. */
export interface KeptField {
  readonly name: string
  readonly value: string
}

/** What a kept head says. */
export interface KeptHead {
  readonly startLine: string
  readonly fields: readonly KeptField[]
  readonly octets: number
}

/** Reads a head; it need not be well formed, for broken ones are kept as well. Undefined when it has left memory. */
export function readKeptHead(head: Uint8Array | null): KeptHead | undefined {
  if (head === null) return undefined
  const [startLine = '', ...lines] = (latin1Text(head).split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/)
  return { startLine, fields: lines.map(readLine), octets: head.byteLength }
}

/** Gives the value of the first field of a name, which is in lower case. */
export function keptValue(head: KeptHead | undefined, name: string): string | undefined {
  return head?.fields.find((field) => field.name.toLowerCase() === name)?.value
}

function readLine(line: string): KeptField {
  const colon = line.indexOf(':')
  if (colon < 0) return { name: asText(line), value: '' }
  return { name: asText(line.slice(0, colon)), value: asText(line.slice(colon + 1).trim()) }
}

/** Reads octets as UTF-8 where they are that, else one character for each. */
function asText(latin1: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1
  const octets = Buffer.from(latin1, 'latin1')
  const text = octets.toString('utf8')
  return text.includes('\ufffd') ? latin1 : text
}
