import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import { lookOf } from '../../../renderer/components/requests/row-look'
import { sayRange, sayReason, sayRow } from '../../../renderer/components/requests/row-words'
import { speakAll } from '../../../renderer/text/catalogue'
import { english } from '../../../renderer/text/format'
import { exchangeRow } from './exchange-row'

const voice = { t: speakAll('en'), format: english }

describe('sayRange', () => {
  it.each([
    [[], ''],
    [[[1_073_741_824, 4e9 - 1]], '1.07 GB–'],
    [[[1e9, 2e9 - 1]], '1.00–2.00 GB'],
    [[[0, 63_999_999]], '0–64.0 MB'],
    [[[500e6, 2e9 - 1]], '500.0 MB–2.00 GB'],
    [
      [
        [0, 99],
        [200, 299],
        [400, 499],
      ],
      '0–100 B and 2 more',
    ],
  ] as [[number, number][], string][])('says %j as %s', (ranges, said) => {
    expect(sayRange(exchangeRow({ file: { shareId: 1, path: 'a', size: 4e9, ranges } }), voice)).toBe(said)
  })
})

describe('sayReason', () => {
  it.each([
    ['a secret', { state: 'error', reason: 'hidden-secret' }, 'hidden: looks like a secret'],
    ['a rule that was broken', { state: 'malformed', reason: 'obs-fold' }, 'folded field line'],
    [
      'the protocol that knocked',
      { state: 'malformed', reason: 'foreign-protocol', foreign: 'tls' },
      'a TLS handshake on a plain port',
    ],
    ['a file that changed', { state: 'aborted-by-server', reason: 'file-changed' }, 'the file changed on the way'],
    [
      'a file that changed between two requests',
      { state: 'aborted-by-client', reason: 'client-reset', mixed: true },
      'goes on with another version of the file',
    ],
    ['nothing of a client that left', { state: 'aborted-by-client', reason: 'client-reset' }, null],
    ['nothing of a file that was sent', { state: 'complete', reason: null }, null],
    ['nothing of a code that it does not know', { state: 'error', reason: 'constructor' }, null],
    ['a request that is being read', { state: 'receiving', target: null }, 'reading the request…'],
  ] as const)('tells %s', (_, different, said) => {
    expect(sayReason(exchangeRow(different), voice.t)).toBe(said)
  })
})

describe('sayRow', () => {
  function say(different: Partial<ExchangeRow>): string {
    const row = exchangeRow(different)
    return sayRow({ row, look: lookOf(row, row.progressAt), name: 'Anna’s phone' }, voice.t)
  }

  it.each([
    [{}, 'GET /README.md from Anna’s phone, 200 complete'],
    [
      { state: 'error', status: 404, reason: 'hidden-secret', target: '/.env' },
      'GET /.env from Anna’s phone, 404 error, hidden: looks like a secret',
    ],
    [
      { state: 'receiving', status: null, method: null, target: null },
      'Request from Anna’s phone, reading the request…',
    ],
    [{ target: '/%E6%96%87\x1b' }, 'GET /文\\u{1b} from Anna’s phone, 200 complete'],
  ] as [Partial<ExchangeRow>, string][])('says %j as a sentence', (different, sentence) => {
    expect(say(different)).toBe(sentence)
  })
})
