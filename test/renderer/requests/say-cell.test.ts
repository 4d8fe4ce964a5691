import { describe, expect, it } from 'vitest'
import type { ColumnKey } from '../../../renderer/components/requests/columns'
import { sayCell } from '../../../renderer/components/requests/say-cell'
import { speakAll } from '../../../renderer/text/catalogue'
import { chinese, english } from '../../../renderer/text/format'
import { client } from '../harness/scenes'
import { exchangeRow } from './exchange-row'

const CELL = {
  row: exchangeRow({
    id: 9301,
    connectionId: 7,
    ordinal: 3,
    target: '/a\u0007',
    reason: 'hidden-secret',
    status: 404,
    state: 'error',
  }),
  client: client(1, { name: 'Anna’s phone', address: '10.0.0.7', agent: 'curl 8.5' }),
  transfer: undefined,
  text: ' seen ',
  now: 0,
}

function say(column: ColumnKey, different: Partial<typeof CELL> = {}): string {
  return sayCell({ column, ...CELL, ...different }, { t: speakAll('en'), format: english })
}

describe('sayCell', () => {
  it.each<[ColumnKey, string]>([
    ['number', 'Request 9,301 · GET /a\\u{7}'],
    ['client', 'Client · Anna’s phone · 10.0.0.7 · curl 8.5'],
    ['path', 'GET /a\\u{7} · hidden: looks like a secret'],
    ['status', 'Status · 404 Not Found · error'],
    ['progress', 'Progress · 2,100 bytes sent'],
    ['connection', 'Connection 7, request 3'],
    ['rate', 'Rate · seen'],
    ['field:etag', 'ETag · seen'],
  ])('says of %s what there was no room for', (column, says) => {
    expect(say(column)).toBe(says)
  })

  it('names the column alone where the connection is not known', () => {
    expect(say('connection', { row: exchangeRow({ connectionId: 0, ordinal: 0 }) })).toBe('Connection and place on it')
  })

  it('names the column of an empty cell', () => {
    expect(say('rate', { text: '' })).toBe('Rate')
  })

  it('says it in Chinese', () => {
    const voice = { t: speakAll('zh-CN'), format: chinese }
    expect(sayCell({ column: 'connection', ...CELL }, voice)).toBe('连接 7，第 3 个请求')
  })
})
