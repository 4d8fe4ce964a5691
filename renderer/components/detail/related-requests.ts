/** Which other requests the story of one speaks of: those on its connection, those of its download, the one it repeats. */
import type { TransferView } from '../../../preload/transfer-views'
import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { reachedOffset } from '../requests/row-progress'

/** Another request: its number, or `gone` where there was one of which nothing is in memory, not even the number. */
export type Related = number | 'gone'

/** How it came to its part of a file. */
export type Origin = { readonly kind: 'went-on' | 'same-file' | 'beside' | 'other-version'; readonly id: number } | null

export interface RelatedRequests {
  /** The one before it on its connection. */
  readonly before: Related | null
  /** The one after it on its connection, where that is what shows that it arrived. */
  readonly after: Related | null
  /** The one whose download it goes on with, or has a part in. */
  readonly origin: Origin
  /** The one that goes on where it broke off. */
  readonly wentOn: number | null
  /** The one with which the client had the whole file, which may be itself. */
  readonly completed: number | null
  /** The one that it asks again. */
  readonly repeated: number | null
}

export const UNRELATED: RelatedRequests = {
  before: null,
  after: null,
  origin: null,
  wentOn: null,
  completed: null,
  repeated: null,
}

/** What other requests are looked up in. */
export interface RequestsAround {
  /** By their numbers. */
  readonly transfers: ReadonlyMap<number, TransferView>
  /** Gives the row of a request, while it is in the log. */
  readonly findRow: (id: number) => ExchangeRow | undefined
  /** Gives the nearest row before one on its connection, or after it. */
  readonly findNeighbour: (row: ExchangeRow, by: 1 | -1) => ExchangeRow | undefined
}

/** Finds them, as far as they are still known. */
export function findRelated(
  row: ExchangeRow,
  { repeats }: Pick<ExchangeDetail, 'repeats'>,
  around: RequestsAround,
): RelatedRequests {
  const transfer = row.transferId === undefined ? undefined : around.transfers.get(row.transferId)
  return {
    before: row.ordinal === 1 ? null : besideIt(row, -1, around),
    after: row.evidence === 'next-request' ? besideIt(row, 1, around) : null,
    repeated: repeats ?? null,
    ...(transfer === undefined ? NOTHING_JOINED : findJoined(row, transfer, around)),
  }
}

const NOTHING_JOINED = { origin: null, wentOn: null, completed: null } as const

function besideIt(row: ExchangeRow, by: 1 | -1, { findNeighbour }: RequestsAround): Related {
  const nearest = findNeighbour(row, by)
  return nearest?.ordinal === row.ordinal + by ? nearest.id : 'gone'
}

function findJoined(
  row: ExchangeRow,
  transfer: TransferView,
  around: RequestsAround,
): Pick<RelatedRequests, 'origin' | 'wentOn' | 'completed'> {
  const rows = transfer.exchangeIds.map((id) => around.findRow(id)).filter((each) => each !== undefined)
  return {
    origin: originOf(row, transfer, { rows, around }),
    wentOn: isCutOff(row) ? (rows.find((each) => each.id > row.id && goesOn(row, each))?.id ?? null) : null,
    completed: transfer.state === 'complete' ? lastToEnd(transfer, rows) : null,
  }
}

function originOf(
  row: ExchangeRow,
  { exchangeIds, mixedWith }: TransferView,
  { rows, around }: { readonly rows: readonly ExchangeRow[]; readonly around: RequestsAround },
): Origin {
  if (row.mixed === true && mixedWith !== undefined) {
    const other = around.transfers.get(mixedWith.transferId)?.exchangeIds.at(-1)
    return other === undefined ? null : { kind: 'other-version', id: other }
  }
  const earlier = exchangeIds.findLast((id) => id < row.id)
  if (row.part === 'segment') {
    const beside = earlier ?? exchangeIds.find((id) => id > row.id)
    return beside === undefined ? null : { kind: 'beside', id: beside }
  }
  if (row.part !== 'resumed' || earlier === undefined) return null
  const cutOff = rows.findLast((each) => each.id < row.id && goesOn(each, row))
  return cutOff === undefined ? { kind: 'same-file', id: earlier } : { kind: 'went-on', id: cutOff.id }
}

/** Whether a request asked for what comes right after what another was sent. */
function goesOn(from: ExchangeRow, { file }: ExchangeRow): boolean {
  return from.sentBytes > 0 && file?.ranges[0]?.[0] === reachedOffset(from)
}

function isCutOff({ state }: ExchangeRow): boolean {
  return state === 'aborted-by-client' || state === 'aborted-by-server'
}

/** Known only as long as all of them are in memory. */
function lastToEnd({ exchanges }: TransferView, rows: readonly ExchangeRow[]): number | null {
  if (exchanges < 2 || rows.length < exchanges) return null
  const endOf = ({ at, elapsedMs }: ExchangeRow): number => at + (elapsedMs ?? 0)
  return rows.reduce((last, each) => (endOf(each) >= endOf(last) ? each : last)).id
}
