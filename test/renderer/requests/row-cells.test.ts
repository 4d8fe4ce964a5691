import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { hueOf, isProblem, lookOf } from '../../../renderer/components/requests/row-look'
import { splitTarget } from '../../../renderer/components/requests/row-path'
import { progressOf, reachedOffset } from '../../../renderer/components/requests/row-progress'
import { exchangeRow } from './exchange-row'
import { transferView } from '../transfer/transfer-view'

const GB = 1e9

/** An exchange over a film of 4.7 GB. */
function film(different: Partial<ExchangeRow>, ranges: readonly (readonly [number, number])[] = []): ExchangeRow {
  const file = { shareId: 1, path: 'films/lighthouse.mkv', size: 4.7 * GB, ranges }
  return exchangeRow({ file, contentLength: 4.7 * GB, ...different })
}

describe('lookOf', () => {
  it('sees a transfer that moved nothing for more than three seconds as stalled', () => {
    const row = exchangeRow({ state: 'sending', progressAt: 10_000 })
    expect([13_000, 13_001].map((now) => lookOf(row, now))).toEqual(['sending', 'stalled'])
  })

  it('sees nothing else as stalled', () => {
    expect(lookOf(exchangeRow({ state: 'receiving', progressAt: 0 }), 1e9)).toBe('receiving')
  })
})

describe('hueOf', () => {
  it.each([
    ['complete', 200, '2xx'],
    ['not-modified', 304, '3xx'],
    ['error', 404, '4xx'],
    ['error', 503, '5xx'],
    ['error', null, '1xx'],
    ['receiving', null, '1xx'],
    ['aborted-by-client', 206, 'aborted'],
    ['aborted-by-server', 200, 'aborted'],
    ['malformed', 400, 'malformed'],
    ['stalled', 206, 'stalled'],
  ] as const)('gives %s with status %s the hue %s', (look, status, hue) => {
    expect(hueOf(look, status)).toBe(hue)
  })
})

describe('isProblem', () => {
  it('is what did not go as asked', () => {
    const looks = ['complete', 'partial', 'not-modified', 'sending', 'stalled', 'error', 'aborted-by-client'] as const
    expect(looks.filter(isProblem)).toEqual(['stalled', 'error', 'aborted-by-client'])
  })
})

describe('splitTarget', () => {
  it.each([
    ['/films/a.mkv', { folder: '/films/', name: 'a.mkv', query: '' }],
    ['/photos/2026-07/?zip', { folder: '/photos/2026-07/', name: '', query: '?zip' }],
    ['/', { folder: '/', name: '', query: '' }],
    ['*', { folder: '', name: '*', query: '' }],
    ['example.org:443', { folder: '', name: 'example.org:443', query: '' }],
    ['http://a/b?c=/d', { folder: 'http://a/', name: 'b', query: '?c=/d' }],
    ['/%E6%96%87/%E4%BB%B6', { folder: '/文/', name: '件', query: '' }],
    ['/a%2Fb', { folder: '/', name: 'a%2Fb', query: '' }],
    ['/photo%E2%80%AEgpj.exe', { folder: '/', name: 'photo%E2%80%AEgpj.exe', query: '' }],
  ])('splits %s', (target, parts) => {
    expect(splitTarget(target)).toEqual(parts)
  })

  it('cuts parts that are longer than anybody can read', () => {
    expect(splitTarget(`/${'A'.repeat(6000)}`).name).toBe(`${'A'.repeat(512)}…`)
  })
})

describe('progressOf', () => {
  it('draws what the other requests of the transfer sent behind what this one did', () => {
    const row = exchangeRow({
      state: 'partial',
      status: 206,
      sentBytes: 100,
      file: { shareId: 1, path: 'a', size: 1000, ranges: [[400, 499]] },
    })
    expect(progressOf(row, transferView({ covered: [[0, 500]] })).bar).toMatchObject({
      sent: [{ start: 400, end: 500 }],
      together: [{ start: 0, end: 500 }],
    })
  })

  it.each([
    ['a small file, sent', exchangeRow({}), { amount: { kind: 'sent', octets: 2100 }, bar: null }],
    ['a request being read', exchangeRow({ state: 'receiving', sentBytes: 0 }), { amount: null, bar: null }],
    [
      'an upload',
      exchangeRow({ receivedBytes: 2.4e6, sentBytes: 20 }),
      { amount: { kind: 'received', octets: 2.4e6 }, bar: null },
    ],
    [
      'a download of unknown length',
      exchangeRow({ state: 'sending', file: null, contentLength: null, sentBytes: 5 }),
      { amount: { kind: 'sent', octets: 5 }, bar: null },
    ],
    [
      'a whole file under way',
      film({ state: 'sending', sentBytes: GB }),
      {
        amount: { kind: 'of', octets: GB, whole: 4.7 * GB },
        bar: { whole: 4.7 * GB, sent: [{ start: 0, end: GB }], edge: GB },
      },
    ],
    [
      'a resumed download under way',
      film({ state: 'sending', sentBytes: GB }, [[2 * GB, 4.7 * GB - 1]]),
      {
        amount: { kind: 'of', octets: 3 * GB, whole: 4.7 * GB },
        bar: { whole: 4.7 * GB, sent: [{ start: 2 * GB, end: 3 * GB }], edge: 3 * GB },
      },
    ],
    [
      'one that the client left',
      film({ state: 'aborted-by-client', sentBytes: GB }, [[2 * GB, 4.7 * GB - 1]]),
      {
        amount: { kind: 'of', octets: 3 * GB, whole: 4.7 * GB },
        bar: { whole: 4.7 * GB, sent: [{ start: 2 * GB, end: 3 * GB }], edge: null },
      },
    ],
    [
      'a part, sent as asked',
      film({ state: 'partial', sentBytes: GB }, [[2 * GB, 3 * GB - 1]]),
      {
        amount: { kind: 'of', octets: GB, whole: 4.7 * GB },
        bar: { whole: 4.7 * GB, sent: [{ start: 2 * GB, end: 3 * GB }], edge: null },
      },
    ],
    [
      'a small part of a large file',
      film({ state: 'partial', sentBytes: 100 }, [[0, 99]]),
      { amount: { kind: 'sent', octets: 100 }, bar: { whole: 4.7 * GB, sent: [{ start: 0, end: 100 }], edge: null } },
    ],
    [
      'an answer that is no file, under way',
      exchangeRow({ state: 'sending', file: null, contentLength: 1000, sentBytes: 250 }),
      {
        amount: { kind: 'of', octets: 250, whole: 1000 },
        bar: { whole: 1000, sent: [{ start: 0, end: 250 }], edge: 250 },
      },
    ],
    [
      'an empty file under way',
      exchangeRow({
        state: 'sending',
        contentLength: 0,
        file: { shareId: 1, path: 'e', size: 0, ranges: [] },
        sentBytes: 0,
      }),
      { amount: { kind: 'sent', octets: 0 }, bar: null },
    ],
  ])('measures %s', (_, row, progress) => {
    expect(progressOf(row)).toEqual(progress)
  })

  it('fills several ranges in the order they are sent', () => {
    const ranges = [[100, 199] as const, [900, 999] as const]
    expect(progressOf(film({ state: 'sending', sentBytes: 150 }, ranges)).bar?.sent).toEqual([
      { start: 100, end: 200 },
      { start: 900, end: 950 },
    ])
  })
})

describe('reachedOffset', () => {
  it('is where a range begins before anything was sent', () => {
    expect(reachedOffset(film({ state: 'sending', sentBytes: 0 }, [[500, 999]]))).toBe(500)
  })
})
