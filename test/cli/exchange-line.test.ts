import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../preload/views'
import { inertJson, jsonLine, prettyLine } from '../../main/cli/exchange-line'

function row(change: Partial<ExchangeRow> = {}): ExchangeRow {
  return {
    id: 7,
    at: new Date(2026, 0, 2, 14, 5, 9).getTime(),
    clientId: 1,
    connectionId: 3,
    ordinal: 2,
    method: 'GET',
    target: '/film.mkv',
    version: '1.1',
    state: 'complete',
    status: 200,
    reason: null,
    sentBytes: 3_100_000,
    receivedBytes: 0,
    contentLength: 3_100_000,
    file: { shareId: 1, path: 'film.mkv', size: 3_100_000, ranges: [] },
    bytesPerSecond: 1,
    progressAt: 0,
    firstByteMs: 1.25,
    elapsedMs: 1234.500_04,
    ...change,
  }
}

const pretty = (change?: Partial<ExchangeRow>): string =>
  prettyLine({ row: row(change), client: '10.0.0.7' }, { colour: false })

describe('prettyLine', () => {
  it.each<[Partial<ExchangeRow>, string]>([
    [{}, '14:05:09  10.0.0.7         200  GET   /film.mkv  3.1 MB in 1.2 s'],
    [
      { target: '/%E7%85%A7%E7%89%87/a%20b', elapsedMs: 0.41 },
      '14:05:09  10.0.0.7         200  GET   /照片/a b  3.1 MB in 0.4 ms',
    ],
    [
      { state: 'aborted-by-client', sentBytes: 2_200_000, reason: 'client-reset' },
      '14:05:09  10.0.0.7         200  GET   /film.mkv  2.2 MB in 1.2 s  client left at 70 % (client-reset)',
    ],
    [
      { state: 'aborted-by-server', contentLength: null, reason: 'file-changed' },
      '14:05:09  10.0.0.7         200  GET   /film.mkv  3.1 MB in 1.2 s  cut off (file-changed)',
    ],
    [
      { state: 'error', status: 404, reason: 'not-found', sentBytes: 900, elapsedMs: 12 },
      '14:05:09  10.0.0.7         404  GET   /film.mkv  900 B in 12 ms  (not-found)',
    ],
    [
      { state: 'malformed', status: 400, method: null, target: null, reason: 'bare-lf', sentBytes: 0 },
      '14:05:09  10.0.0.7         400  -       0 B in 1.2 s  malformed (bare-lf)',
    ],
    [
      { state: 'aborted-by-client', status: null, contentLength: null, sentBytes: 0, elapsedMs: 185_000 },
      '14:05:09  10.0.0.7         ---  GET   /film.mkv  0 B in 3 min 5 s  client left',
    ],
  ])('writes %j', (change, line) => {
    expect(pretty(change)).toBe(line)
  })

  it.each([
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [4_700_000_000, '4.7 GB'],
    [123_456_789_012_345, '123 TB'],
  ])('writes %i octets as %s', (sentBytes, text) => {
    expect(pretty({ sentBytes })).toContain(`  ${text} in `)
  })

  it('colours by how it ended, and only where colours show', () => {
    const line = prettyLine({ row: row({ status: 404, state: 'error' }), client: '10.0.0.7' }, { colour: true })
    expect(line).toContain('\u001b[33m404\u001b[0m')
    expect(pretty()).not.toContain('\u001b')
  })

  it.each(['/\u001b[2J', '/a\nGET /fake 200', '/\u009b31m', '/%1b%5b31m', '/%E2%80%AEgpj.exe', '/\u00e2\u0080\u00ae'])(
    'writes the hostile target %j so that no terminal obeys it',
    (target) => {
      expect(pretty({ target, method: 'G\u001bT' })).not.toMatch(/[\p{Cc}\u202e]/u)
    },
  )
})

describe('jsonLine', () => {
  it('has all that the documentation promises', () => {
    expect(JSON.parse(jsonLine({ row: row(), client: '10.0.0.7' }))).toEqual({
      event: 'exchange',
      id: 7,
      at: row().at,
      client: '10.0.0.7',
      connection: 3,
      ordinal: 2,
      method: 'GET',
      target: '/film.mkv',
      version: '1.1',
      status: 200,
      outcome: 'complete',
      reason: null,
      sentBytes: 3_100_000,
      receivedBytes: 0,
      contentLength: 3_100_000,
      firstByteMs: 1.25,
      elapsedMs: 1234.5,
      file: { shareId: 1, path: 'film.mkv', size: 3_100_000, ranges: [] },
    })
  })

  it.each([
    '\u0000\u001b\n\r',
    '\u007f\u0085\u009b',
    '\u2028\u2029',
    '\u202e\u2066\u200b\ufeff',
    '\ud800',
    '\u{e0001}',
    '照片 👨‍👩‍👧',
  ])('reads back as %j, and is one inert line', (target) => {
    const line = jsonLine({ row: row({ target }), client: '10.0.0.7' })
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u2066\u200b\ufeff\u{e0001}]/u)
    expect((JSON.parse(line) as { readonly target: string }).target).toBe(target)
  })

  it('leaves readable what people read', () => {
    expect(inertJson({ name: '照片 é 😀' })).toBe('{"name":"照片 é 😀"}')
  })
})
