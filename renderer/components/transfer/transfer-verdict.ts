/** What a transfer comes to, from what is known of it and never more. */
import type { TransferState, TransferView } from '../../../preload/transfer-views'
import type { ExchangeRow } from '../../../preload/views'
import { gapsIn, sum, type TransferMap } from './transfer-map'

export interface TransferVerdict {
  readonly state: TransferState
  /** How much of the file was handed over, from 0 to 1. */
  readonly share: number
  /** Octets that were asked for and are not there, and in how many pieces. */
  readonly lacks: { readonly bytes: number; readonly pieces: number } | null
  readonly requests: number
  /** Until the rest is over: at the rate of those that send it, else of this request; null when that cannot be said. */
  readonly leftMs: number | null
  readonly guard: Guard | null
}

/** Whether what the client holds belongs together. */
export type Guard =
  | { readonly kind: 'same-version'; readonly requests: number; readonly resumable: boolean }
  | { readonly kind: 'resumable'; readonly entityTag: string }
  | { readonly kind: 'mixed'; readonly exchangeId: number; readonly beforeBytes: number }
  | { readonly kind: 'changed-later'; readonly exchangeId: number }

/** What a verdict is made from. */
export interface TransferFacts {
  readonly row: ExchangeRow
  readonly map: TransferMap
  /** The transfer that the row is a part of, where it has more than this one request or broke off. */
  readonly transfer: TransferView | undefined
  /** All transfers, for those that went on with another version of the file. */
  readonly all: Iterable<TransferView>
  readonly entityTag: string | null
}

export function judgeTransfer(facts: TransferFacts): TransferVerdict {
  const { row, map, transfer } = facts
  const state = transfer?.state ?? stateOf(row, map)
  const lacks = lacksOf(state, map, transfer)
  const rest = lacks?.bytes ?? 0
  const rate = state === 'running' ? map.bytesPerSecond : (row.bytesPerSecond ?? 0)
  return {
    state,
    share: map.coveredBytes / map.size,
    lacks,
    requests: transfer?.exchanges ?? 1,
    leftMs: rest > 0 && rate > 0 ? (rest / rate) * 1000 : null,
    guard: guardOf(facts, state),
  }
}

function stateOf(row: ExchangeRow, map: TransferMap): TransferState {
  if (row.state === 'sending') return 'running'
  if (map.coveredBytes >= map.size) return 'complete'
  return row.state === 'aborted-by-client' || row.state === 'aborted-by-server' ? 'incomplete' : 'parts'
}

/** What is asked for and not there: to come while it runs, lacking once it has broken off. */
function lacksOf(state: TransferState, map: TransferMap, transfer: TransferView | undefined): TransferVerdict['lacks'] {
  if (state !== 'running' && state !== 'incomplete') return null
  const asked =
    map.leftOut > 0
      ? [...map.sending, ...map.missing]
      : gapsIn(unite(map.lanes.flatMap((lane) => lane.asked)), map.covered)
  const bytes = transfer?.missingBytes ?? sum(asked)
  return bytes > 0 ? { bytes, pieces: Math.max(1, asked.length) } : null
}

function guardOf({ transfer, all, entityTag }: TransferFacts, state: TransferState): Guard | null {
  if (transfer?.mixedWith !== undefined) {
    return { kind: 'mixed', exchangeId: transfer.mixedWith.exchangeId, beforeBytes: transfer.mixedWith.coveredBytes }
  }
  for (const { mixedWith } of all) {
    if (mixedWith !== undefined && mixedWith.transferId === transfer?.id) {
      return { kind: 'changed-later', exchangeId: mixedWith.exchangeId }
    }
  }
  const resumable = state === 'incomplete' || state === 'running'
  if (transfer !== undefined && transfer.exchanges > 1) {
    return { kind: 'same-version', requests: transfer.exchanges, resumable }
  }
  return resumable && entityTag !== null ? { kind: 'resumable', entityTag } : null
}

/** Joins spans that overlap or touch, in order. */
function unite(spans: readonly { readonly start: number; readonly end: number }[]) {
  const united: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const before = united.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else united.push({ start, end })
  }
  return united
}
