/** Taking requests out of the program as a file. */
import { ContractError, id, oneOf, record } from './arguments'

/** HAR 1.2 for other tools; our own session, which can be opened again; a table. */
export const exportFormats = ['har', 'ndjson', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** As many as the log can hold. */
export const MOST_EXPORTED = 100_000

export interface ExportRequest {
  readonly format: ExportFormat
  /** Null takes all that are in memory. */
  readonly ids: readonly number[] | null
}

/** What came of it. In the console the file is fetched by the browser, once, from a path beside the page. */
export type Exported =
  | { readonly kind: 'saved'; readonly name: string; readonly exchanges: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'download'; readonly path: string; readonly name: string; readonly exchanges: number }

/** Reads what is to be taken out. */
export function exportRequest(value: unknown): ExportRequest {
  const { format, ids } = record(value)
  return { format: oneOf(...exportFormats)(format), ids: ids === null ? null : exportedIds(ids) }
}

function exportedIds(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length > MOST_EXPORTED) {
    throw new ContractError(`Cannot read the ids: expected a list of at most ${String(MOST_EXPORTED)}`)
  }
  return value.map(id)
}
