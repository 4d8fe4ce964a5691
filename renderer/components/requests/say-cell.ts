/** What the status bar says of a cell of the request table. */
import type { TransferView } from '../../../preload/transfer-views'
import type { ClientView, ExchangeRow } from '../../../preload/views'
import { escapeForLog } from '../../../preload/inert-text'
import { nameStatus } from '../../text/requests'
import { clientName } from './client-name'
import { nameColumn } from './column-words'
import type { ColumnKey } from './columns'
import { lookOf } from './row-look'
import { progressOf } from './row-progress'
import { nameRequest, sayAmountExactly, sayLook, sayReason, type Voice } from './row-words'

/** A cell, and what it is made of. */
export interface Cell {
  readonly column: ColumnKey
  readonly row: ExchangeRow
  readonly client: ClientView | undefined
  readonly transfer: TransferView | undefined
  /** What is seen in it. */
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Says what a cell shows, with what there was no room for; the column alone where it is empty. */
export function sayCell(cell: Cell, voice: Voice): string {
  const { t } = voice
  const parts = valuesOf(cell, voice).filter((part) => part !== null && part !== '')
  if (parts.length === 0) return nameColumn(cell.column, t)
  // These say by themselves what they are.
  const isPlain = cell.column === 'number' || cell.column === 'connection' || cell.column === 'path'
  return (isPlain ? parts : [nameColumn(cell.column, t), ...parts]).join(' · ')
}

function valuesOf({ column, row, client, transfer, text, now }: Cell, { t, format }: Voice): (string | null)[] {
  switch (column) {
    case 'number':
      return [t.detail.label(row.id), nameRequest(row, t)]
    case 'time': {
      const { time, milliseconds } = format.clock(row.at)
      return [time + milliseconds]
    }
    case 'client':
      if (client === undefined) return [t.requests.gone]
      return [clientName(client), client.address, escapeForLog(client.agent ?? '')]
    case 'path':
      return [nameRequest(row, t), sayReason(row, t)]
    case 'status':
      return [row.status === null ? null : nameStatus(row.status), sayLook(lookOf(row, now), t)]
    case 'progress': {
      const { amount } = progressOf(row, transfer)
      return [amount === null ? null : sayAmountExactly(amount, t)]
    }
    case 'connection':
      return row.connectionId === 0 ? [] : [t.detailWindow.onConnection(row.connectionId, row.ordinal)]
    default:
      return [text.trim()]
  }
}
