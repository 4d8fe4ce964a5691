import type { Catalogue } from '../../text/catalogue'
import type { TableColumns } from './table-columns.svelte'
import { isFieldColumn, type ColumnKey } from './columns'

/** The full name of a column, where its header has room for less. */
export function nameColumn(key: ColumnKey, { requests }: Pick<Catalogue, 'requests'>): string {
  switch (key) {
    case 'number':
      return requests.numberName
    case 'connection':
      return requests.connectionName
    case 'firstByte':
      return requests.firstByteName
    case 'noteCount':
      return requests.noteCountName
    case 'version':
      return requests.versionName
    default:
      return headColumn(key, { requests })
  }
}

/** What stands in the header of the Time column: what the times are counted from. */
export function headOfTime(
  { reference, timeDisplay }: Pick<TableColumns, 'reference' | 'timeDisplay'>,
  { requests }: Catalogue,
): string {
  if (reference !== null) return requests.sinceRow(reference.id)
  return timeDisplay === 'clock' ? requests.time : requests[timeDisplay]
}

/** What stands in the header of a column. */
export function headColumn(key: ColumnKey, { requests }: Pick<Catalogue, 'requests'>): string {
  if (isFieldColumn(key)) return nameField(key.slice('field:'.length))
  return requests[key]
}

/** Names that are not simply capitalised. */
const IRREGULAR: Readonly<Record<string, string>> = { etag: 'ETag', te: 'TE', dnt: 'DNT' }

/** A field's name as it is usually written; to HTTP its case says nothing (RFC 9110 §5.1). */
function nameField(name: string): string {
  return IRREGULAR[name] ?? name.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase())
}
