import type { ClientView, ExchangeRow } from '../../../preload/views'
import type { CompletionSource } from '../../filter/complete'
import { fileOf } from '../../filter/row-facts'

/** Values are gathered from so many of the last rows: what came long ago is not what somebody looks for. */
const ROWS_LOOKED_AT = 2000
const MOST_FILES = 200

/** Gathers what the log can offer for values. */
export function completionSource(rows: readonly ExchangeRow[], clients: readonly ClientView[]): CompletionSource {
  const files = new Set<string>()
  const statuses = new Set<number>()
  for (const row of rows.slice(-ROWS_LOOKED_AT).toReversed()) {
    const file = fileOf(row)
    if (file !== null && files.size < MOST_FILES) files.add(file)
    if (row.status !== null) statuses.add(row.status)
  }
  return {
    clients: clients.map(({ name, address }) => name ?? address),
    addresses: clients.map(({ address }) => address),
    files: [...files],
    statuses: [...statuses].sort((one, other) => one - other),
  }
}
