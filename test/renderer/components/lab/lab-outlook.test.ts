import { describe, expect, it } from 'vitest'
import { recentFiles, switches, turn } from '../../../../renderer/components/lab/lab-choices'
import { predict, resultOf } from '../../../../renderer/components/lab/lab-outlook'
import type { LabRuleView } from '../../../../preload/lab'
import type { ExchangeRow } from '../../../../preload/views'

const FILM = { shareId: 1, path: 'film.mkv', size: 1000, ranges: [] } as const

function row(id: number, facts: Partial<ExchangeRow> = {}): ExchangeRow {
  return {
    id,
    at: 0,
    clientId: 1,
    connectionId: 1,
    ordinal: 1,
    method: 'GET',
    target: '/film.mkv',
    version: '1.1',
    state: 'complete',
    status: 200,
    reason: null,
    sentBytes: 1000,
    receivedBytes: 0,
    contentLength: 1000,
    file: FILM,
    bytesPerSecond: null,
    progressAt: 0,
    firstByteMs: 1,
    elapsedMs: 2,
    ...facts,
  }
}

const rule: LabRuleView = {
  target: { clientId: 1, file: { shareId: 1, path: 'film.mkv' } },
  faults: { cutAt: 400 },
  cutExchangeId: 1,
  fileSize: 1000,
}
const cut = row(1, { state: 'aborted-by-server', reason: 'lab-cut', sentBytes: 400, lab: ['cut'] })

describe('predict', () => {
  it('says of two faults together what neither does alone', () => {
    expect(predict({ cutAt: 1 })).toEqual(['cut'])
    expect(predict({ cutAt: 1, weakTag: true })).toEqual(['cut-weak'])
    expect(predict({ cutAt: 1, weakTag: true, ignoreRange: true })).toEqual(['cut-ignored'])
    expect(predict({ weakTag: true, oneByOne: true })).toEqual(['one-by-one', 'weak-tag'])
  })

  it('has something to say of every fault', () => {
    for (const fault of switches) expect(predict(turn({}, fault, { on: true, size: null }))).toHaveLength(1)
  })
})

describe('resultOf', () => {
  it.each([
    ['nobody has come', [], { kind: 'armed' }],
    ['it runs', [row(1, { state: 'sending', elapsedMs: null, lab: ['cut'] })], { kind: 'running', id: 1 }],
    ['nobody has come back', [cut], { kind: 'cut', id: 1, at: 400 }],
    [
      'the rest was asked for',
      [cut, row(2, { status: 206, state: 'partial', sentBytes: 600, file: { ...FILM, ranges: [[400, 999]] } })],
      { kind: 'resumed', id: 2, at: 400 },
    ],
    ['all was sent again', [cut, row(3)], { kind: 'restarted', id: 3 }],
    ['something else was asked for', [cut, row(3, { status: 416 })], { kind: 'came-back', id: 3, status: 416 }],
    ['another client came', [cut, row(4, { clientId: 9 })], { kind: 'cut', id: 1, at: 400 }],
    ['only HEAD came', [cut, row(4, { method: 'HEAD' })], { kind: 'cut', id: 1, at: 400 }],
    ['the client waited', [row(1, { lab: ['stall'] })], { kind: 'endured', id: 1 }],
    [
      'the client left',
      [row(1, { lab: ['stall'], state: 'aborted-by-client', sentBytes: 30 })],
      { kind: 'gave-up', id: 1, at: 30 },
    ],
  ] as const)('when %s', (_, rows, result) => {
    expect(resultOf(rule, rows)).toEqual(result)
  })
})

describe('turn', () => {
  it('begins in the middle of the file, and leaves nothing behind when turned off', () => {
    expect(turn({ weakTag: true }, 'cutAt', { on: true, size: 1001 })).toEqual({ weakTag: true, cutAt: 500 })
    expect(turn({ weakTag: true, cutAt: 5 }, 'cutAt', { on: false, size: 1001 })).toEqual({ weakTag: true })
  })
})

describe('recentFiles', () => {
  it('gives each file once, the one asked for last first', () => {
    const other = { ...FILM, path: 'b' }
    const rows = [row(1), row(2, { file: other }), row(3), row(4, { file: null })]
    expect(recentFiles(rows).map(({ path }) => path)).toEqual(['film.mkv', 'b'])
  })
})
