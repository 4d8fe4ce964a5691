import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../../preload/views'
import type { Variation } from '../../../preload/own-request'
import { isAsExpected, usefulVariations } from '../../../renderer/exchange/variation-rule'
import { exchangeDetail } from '../detail/exchange-detail'

describe('isAsExpected', () => {
  const before = exchangeDetail({ status: 200, version: '1.1' })

  it.each<[Variation, Partial<ExchangeRow>, boolean]>([
    ['same', { status: 200 }, true],
    ['same', { status: 404 }, false],
    ['head', { status: 200, sentBytes: 0 }, true],
    ['head', { status: 200, sentBytes: 6 }, false],
    ['whole', { status: 206 }, false],
    ['range', { status: 206 }, true],
    ['range', { status: 200 }, false],
    ['if-none-match', { status: 304 }, true],
    ['http-1.0', { status: 200 }, true],
    ['no-host', { status: 400 }, true],
    ['no-host', { status: 200 }, false],
    ['options', { status: 204 }, true],
    ['options', { status: 405 }, false],
  ])('of %s with %j is %s', (variation, after, expected) => {
    expect(isAsExpected(variation, before, exchangeDetail(after))).toBe(expected)
  })

  it('knows that HTTP/1.0 needs no Host', () => {
    const old = exchangeDetail({ status: 200, version: '1.0' })
    expect(isAsExpected('no-host', old, exchangeDetail({ status: 200 }))).toBe(true)
  })
})

describe('usefulVariations', () => {
  const head = (...fields: readonly string[]) => ['GET /a HTTP/1.1', 'Host: x', ...fields, '', ''].join('\r\n')
  const tagged = { responseHead: btoa('HTTP/1.1 200 OK\r\nETag: "a"\r\n\r\n') }

  it('offers what says something new', () => {
    expect(usefulVariations(exchangeDetail({ method: 'GET', version: '1.1' }, head(), tagged))).toEqual([
      'same',
      'head',
      'range',
      'if-none-match',
      'http-1.0',
      'no-host',
      'options',
    ])
    expect(usefulVariations(exchangeDetail({ method: 'HEAD', version: '1.0' }, head('Range: bytes=0-999')))).toEqual([
      'same',
      'whole',
      'no-host',
      'options',
    ])
  })

  it('offers to send again only what is kept of it', () => {
    expect(usefulVariations(exchangeDetail({}, head('Content-Length: 5')))).not.toContain('same')
    expect(usefulVariations(exchangeDetail({ state: 'malformed' }, 'GET'))).toEqual(['same'])
    expect(usefulVariations(exchangeDetail({}, null))).toEqual([])
  })
})
