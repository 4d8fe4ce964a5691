import type { Catalogue } from '../../text/catalogue'
import type { ColumnKey } from './columns'

/** The full name of a column, where its header has room for less. */
export function nameColumn(key: ColumnKey, { requests }: Catalogue): string {
  switch (key) {
    case 'number':
      return requests.numberName
    case 'connection':
      return requests.connectionName
    case 'firstByte':
      return requests.firstByteName
    case 'version':
      return requests.versionName
    default:
      return requests[key]
  }
}
