import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { judge } from '../../../renderer/components/detail/verdict'
import { speakAll } from '../../../renderer/text/catalogue'
import { english } from '../../../renderer/text/format'
import { plain } from '../../../renderer/text/rich-text'
import { exchangeRow } from '../requests/exchange-row'

function verdictOf(different: Partial<ExchangeRow>, stalled = false) {
  const row = exchangeRow(different)
  const verdict = judge(row, stalled ? 'stalled' : row.state, { t: speakAll('en'), format: english })
  return {
    ...verdict,
    says: plain(verdict.says),
    rungs: verdict.rungs.map(({ tone, label, figure }) => [tone, label, figure]),
  }
}

const FILM = { shareId: 1, path: 'film.mkv', size: 4e9, ranges: [[1e9, 4e9 - 1]] } as const

describe('judge', () => {
  it('climbs no further than what was handed to the system', () => {
    expect(verdictOf({ sentBytes: 5e6 })).toEqual({
      title: 'Complete',
      share: null,
      says: 'All of it, 5.0 MB, left Porthole. Whether it arrived, only the client knows.',
      rungs: [
        ['yes', 'Queued in Porthole', '5.0 MB'],
        ['yes', 'Handed to the system', '5.0 MB'],
        ['maybe', 'Likely received', '≤ 5.0 MB'],
        ['yes', 'Ended as it should', ''],
      ],
    })
  })

  it('measures what broke off against the whole file', () => {
    const row = { state: 'aborted-by-client', reason: 'client-reset', sentBytes: 1e9, file: FILM } as const
    expect(verdictOf(row)).toMatchObject({
      title: 'Not complete',
      share: 0.5,
      says: 'This request carried 1.00 GB and broke off at 2.00 / 4.00 GB.',
    })
    expect(verdictOf(row).rungs.at(-1)).toEqual(['no', 'Closed early by the client', 'RST'])
  })

  it.each([
    ['next-request', ['yes', 'Likely received', '5.0 MB'], ['yes', 'Then asked for the next thing', '']],
    ['closed-in-order', ['yes', 'Likely received', '5.0 MB'], ['yes', 'Then closed in order', 'FIN']],
    ['broken', ['maybe', 'Likely received', '≤ 5.0 MB'], ['no', 'Broke off afterwards', 'RST']],
  ] as const)('climbs as high as what the client did next shows: %s', (evidence, received, last) => {
    expect(verdictOf({ sentBytes: 5e6, evidence }).rungs.slice(2)).toEqual([received, last])
  })

  it('says why nothing was given, and has nothing to climb', () => {
    const row = { state: 'error', status: 404, reason: 'not-found', sentBytes: 0, file: null } as const
    expect(verdictOf(row)).toEqual({
      title: 'Not given',
      share: null,
      says: 'There is no file under this name.',
      rungs: [],
    })
  })

  it('leaves the last rung open while a transfer runs or stalls', () => {
    const row = { state: 'sending', elapsedMs: null, sentBytes: 1e9, file: FILM } as const
    expect([verdictOf(row).rungs.at(-1), verdictOf(row, true).rungs.at(-1)]).toEqual([
      ['open', 'Going on', ''],
      ['open', 'Stalled', ''],
    ])
  })

  it('measures nothing where no length is known', () => {
    const row = { state: 'sending', elapsedMs: null, sentBytes: 5000, file: null, contentLength: null } as const
    expect(verdictOf(row)).toMatchObject({
      share: null,
      says: '5.0 kB have gone out; how much there will be is not known in advance.',
    })
  })
})
