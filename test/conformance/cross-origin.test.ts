/** Pages of other origins may not read the share: no CORS, and never a reflected origin (CWE-942). */
import { describe, expect, it } from 'vitest'
import type { Fields } from '../support/asked-server'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe('A request of a page elsewhere', () => {
  it.each<[string, string, Fields]>([
    ['of a site', 'GET', { Origin: 'https://evil.example' }],
    ['of no site', 'GET', { Origin: 'null' }],
    ['by fetch', 'GET', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' }],
    ['asking first', 'OPTIONS', { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'DELETE' }],
    [
      'asking first for a private network',
      'OPTIONS',
      { Origin: 'http://evil.example', 'Access-Control-Request-Private-Network': 'true' },
    ],
  ])('%s is allowed nothing', async (_, method, fields) => {
    const { fields: answered } = await served().ask(method, '/a.txt', fields)
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })
})
