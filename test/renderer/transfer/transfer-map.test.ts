import { describe, expect, it } from 'vitest'
import type { ExchangeRow, RowFile } from '../../../preload/views'
import { carriersOf, carriesFile, gapsIn, mapTransfer } from '../../../renderer/components/transfer/transfer-map'
import { exchangeRow } from '../requests/exchange-row'
import { transferView } from './transfer-view'

type FileRow = ExchangeRow & { readonly file: RowFile }

const SIZE = 1000
const fileRow = (id: number, ranges: RowFile['ranges'], sentBytes: number, more: Partial<ExchangeRow> = {}): FileRow =>
  exchangeRow({
    id,
    method: 'GET',
    status: ranges.length > 0 ? 206 : 200,
    state: 'aborted-by-client',
    file: { shareId: 1, path: 'film.mkv', size: SIZE, ranges },
    sentBytes,
    ...more,
  }) as FileRow

describe('mapTransfer', () => {
  it('draws one request that stands alone', () => {
    expect(mapTransfer(fileRow(1, [[200, 999]], 300), undefined, () => undefined)).toEqual({
      size: SIZE,
      covered: [{ start: 200, end: 500 }],
      twice: [],
      sending: [],
      missing: [
        { start: 0, end: 200 },
        { start: 500, end: 1000 },
      ],
      coveredBytes: 300,
      twiceBytes: 0,
      roughBytes: 0,
      lanes: [
        {
          id: 1,
          asked: [{ start: 200, end: 1000 }],
          sent: [{ start: 200, end: 500 }],
          sentBytes: 300,
          isThis: true,
          isRunning: false,
        },
      ],
      bytesPerSecond: 0,
      leftOut: 0,
    })
  })

  it('gives this request first, then the others from the newest, and counts those that are gone', () => {
    const rows = [fileRow(1, [], 400), fileRow(3, [[300, 999]], 100)]
    const transfer = transferView({ exchangeIds: [1, 2, 3], exchanges: 3, covered: [[0, 400]], twice: [[300, 400]] })
    const map = mapTransfer(rows[0]!, transfer, (id) => rows.find((row) => row.id === id))
    expect(map.lanes.map(({ id, isThis }) => [id, isThis])).toEqual([
      [1, true],
      [3, false],
    ])
    expect({ leftOut: map.leftOut, twice: map.twice }).toEqual({ leftOut: 1, twice: [{ start: 300, end: 400 }] })
    expect(carriersOf(map, 350).map(({ id }) => id)).toEqual([1, 3])
    expect(carriersOf(map, 100).map(({ id }) => id)).toEqual([1])
    expect(carriersOf(map, 400)).toEqual([])
  })

  it('shows what is still to come while a request runs', () => {
    const map = mapTransfer(fileRow(1, [[0, 599]], 200, { state: 'sending' }), undefined, () => undefined)
    expect(map.sending).toEqual([{ start: 200, end: 600 }])
  })
})

describe('carriesFile', () => {
  it.each([
    ['HEAD', { method: 'HEAD' }],
    ['304', { status: 304 }],
    ['no file', { file: null }],
  ])('says no to %s', (_, different) => {
    expect(carriesFile({ ...fileRow(1, [], 0), ...different })).toBe(false)
  })
})

describe('gapsIn', () => {
  it('gives what of each span is not covered', () => {
    const covered = [
      { start: 10, end: 20 },
      { start: 30, end: 40 },
    ]
    expect(gapsIn([{ start: 0, end: 50 }], covered)).toEqual([
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 40, end: 50 },
    ])
    expect(gapsIn([{ start: 12, end: 18 }], covered)).toEqual([])
    expect(gapsIn([{ start: 15, end: 35 }], covered)).toEqual([{ start: 20, end: 30 }])
  })
})
