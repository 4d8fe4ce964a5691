/** Writes what is in the log into a file: where the system's dialog says, or to whoever fetches it from the console. */
import type { Answer } from '../../../preload/contract'
import { ContractError } from '../../../preload/arguments'
import type { ExportFormat, Exported, ExportRequest } from '../../../preload/export-request'
import { writeAtomically } from '../atomic-file'
import type { ClientRecord } from '../clients'
import { toDetail } from '../exchange-record'
import type { ExchangeRecord } from '../exchange-record'
import type { Journal } from '../journal'
import type { Machine, Shell } from '../shell'
import { csvText } from './csv'
import type { ExportedExchange, ExportSource } from './exported-exchange'
import { exportFault } from './export-fault'
import { harText } from './har'
import { readKeptHead } from './kept-head'
import { inPieces } from './pieces'
import { sessionText } from './session-text'

interface Format {
  readonly extension: string
  readonly mediaType: string
  readonly text: (source: ExportSource) => Iterable<string>
}

const FORMATS: { readonly [F in ExportFormat]: Format } = {
  har: { extension: 'har', mediaType: 'application/json', text: harText },
  ndjson: { extension: 'ndjson', mediaType: 'application/x-ndjson', text: sessionText },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', text: csvText },
}

export interface ExportParts {
  readonly journal: Journal
  readonly machine: Machine
}

/** Carries out `exportLog`. What comes in while the file is written is not in it. */
export async function exportLog(
  parts: ExportParts,
  shell: Shell,
  { format, ids }: ExportRequest,
): Promise<Answer<Exported>> {
  const { extension, mediaType, text } = FORMATS[format]
  const now = Date.now()
  const name = `porthole-${stampOf(new Date(now))}.${extension}`
  const records = chosen(parts.journal, ids)
  if (records.length === 0) return { ok: false, fault: { code: 'nothing-to-export' } }
  const pieces = inPieces(text(sourceOf(records, parts, now)))
  const exchanges = records.length
  if (shell.offerDownload !== undefined) {
    return {
      ok: true,
      value: { kind: 'download', path: shell.offerDownload({ name, mediaType, pieces }), name, exchanges },
    }
  }
  if (shell.chooseSavePlace === undefined)
    throw new ContractError('Cannot export in this shell: it has no place for files')
  const path = await shell.chooseSavePlace(name)
  if (path === null) return { ok: true, value: { kind: 'cancelled' } }
  try {
    await writeAtomically(path, pieces)
    return { ok: true, value: { kind: 'saved', name: nameIn(path), exchanges } }
  } catch (error) {
    return { ok: false, fault: exportFault(error, nameIn(path)) }
  }
}

function chosen({ log }: Journal, ids: readonly number[] | null): readonly ExchangeRecord[] {
  if (ids === null) return log.records()
  return ids.map((id) => log.find(id)).filter((record) => record !== undefined)
}

function sourceOf(records: readonly ExchangeRecord[], { journal, machine }: ExportParts, at: number): ExportSource {
  const clients = new Map<number, ClientRecord | undefined>()
  for (const { clientId } of records) clients.set(clientId, journal.clients.find(clientId))
  return {
    program: { name: 'Porthole', version: machine.version },
    at,
    count: records.length,
    exchanges: exported(records, clients),
    clients: [...clients.values()].filter((client) => client !== undefined).map((client) => client.toView(at)),
  }
}

function* exported(
  records: readonly ExchangeRecord[],
  clients: ReadonlyMap<number, ClientRecord | undefined>,
): Generator<ExportedExchange> {
  for (const record of records) {
    yield {
      detail: toDetail(record),
      requestHead: readKeptHead(record.requestHead),
      responseHead: readKeptHead(record.responseHead),
      client: clients.get(record.clientId)?.name ?? record.connection.remoteAddress,
    }
  }
}

/** `20261126-062305`, in the time of this computer: it sorts, and every file system takes it. */
function stampOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('')
  return `${day}-${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('')}`
}

function nameIn(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
