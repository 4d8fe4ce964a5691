import { describe, expect, it } from 'vitest'
import type { TransferView } from '../../../preload/transfer-views'
import type { ExchangeRow, RowFile } from '../../../preload/views'
import { mapTransfer } from '../../../renderer/components/transfer/transfer-map'
import { judgeTransfer } from '../../../renderer/components/transfer/transfer-verdict'
import { exchangeRow } from '../requests/exchange-row'
import { transferView } from './transfer-view'

type FileRow = ExchangeRow & { readonly file: RowFile }

function judged(
  different: Partial<ExchangeRow>,
  transfer?: TransferView,
  others: readonly TransferView[] = [],
  find: (id: number) => ExchangeRow | undefined = () => undefined,
) {
  const row = exchangeRow({
    id: 1,
    method: 'GET',
    status: 200,
    state: 'complete',
    file: { shareId: 1, path: 'film.mkv', size: 1000, ranges: [] },
    sentBytes: 1000,
    bytesPerSecond: 100,
    ...different,
  }) as FileRow
  const map = mapTransfer(row, transfer, find)
  const all = transfer === undefined ? others : [transfer, ...others]
  return judgeTransfer({ row, map, transfer, all, entityTag: '"1"' })
}

describe('judgeTransfer', () => {
  it('finds nothing lacking in a whole file', () => {
    expect(judged({})).toEqual({ state: 'complete', share: 1, lacks: null, requests: 1, leftMs: null, guard: null })
  })

  it('says what a request that broke off lacks, how long that would take, and what guards it', () => {
    expect(judged({ state: 'aborted-by-client', sentBytes: 700 })).toEqual({
      state: 'incomplete',
      share: 0.7,
      lacks: { bytes: 300, pieces: 1 },
      requests: 1,
      leftMs: 3000,
      guard: { kind: 'resumable', entityTag: '"1"' },
    })
  })

  it('says how long the rest takes at the rate of those that send it, not of one that broke off', () => {
    const transfer = transferView({ exchanges: 2, exchangeIds: [1, 2], state: 'running', missingBytes: 600 })
    const other = exchangeRow({
      id: 2,
      method: 'GET',
      status: 200,
      state: 'sending',
      file: { shareId: 1, path: 'film.mkv', size: 1000, ranges: [] },
      sentBytes: 400,
      bytesPerSecond: 20,
    })
    expect(judged({ state: 'aborted-by-client', sentBytes: 100 }, transfer, [], () => other).leftMs).toBe(30_000)
  })

  it('does not miss what was not asked for', () => {
    const file = { shareId: 1, path: 'film.mkv', size: 1000, ranges: [[0, 99]] } as const
    expect(judged({ state: 'partial', status: 206, file, sentBytes: 100 })).toMatchObject({
      state: 'parts',
      lacks: null,
    })
  })

  it('takes the word of a transfer that knows more requests than this one', () => {
    const transfer = transferView({ exchanges: 2, state: 'incomplete', missingBytes: 600, coveredBytes: 400 })
    expect(judged({ state: 'aborted-by-client', sentBytes: 400 }, transfer)).toMatchObject({
      share: 0.4,
      lacks: { bytes: 600, pieces: 1 },
      guard: { kind: 'same-version', requests: 2, resumable: true },
    })
  })

  it('warns of two versions in one copy, from both sides', () => {
    const mixedWith = { transferId: 1, entityTag: '"0"', coveredBytes: 400, exchangeId: 9 }
    const later = transferView({ id: 2, mixedWith })
    expect(judged({ sentBytes: 400 }, later).guard).toEqual({ kind: 'mixed', exchangeId: 9, beforeBytes: 400 })
    const before = transferView({ id: 1 })
    expect(judged({ sentBytes: 400 }, before, [later]).guard).toEqual({ kind: 'changed-later', exchangeId: 9 })
  })
})
