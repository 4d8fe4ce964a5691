import { describe, expect, it } from 'vitest'
import { readKnownRequest } from '../../../renderer/exchange/known-request'
import { exchangeDetail } from '../detail/exchange-detail'

describe('readKnownRequest', () => {
  it('reads a head octet by octet, and our own end as the place to ask', () => {
    const detail = exchangeDetail({ state: 'complete' }, 'GET /\xe9\x93 HTTP/1.1\r\nHost: x\r\nX-A:  b \r\n\r\n')
    expect(readKnownRequest(detail)).toEqual({
      method: 'GET',
      target: '/\xe9\x93',
      version: 'HTTP/1.1',
      fields: [
        { name: 'Host', value: 'x' },
        { name: 'X-A', value: 'b' },
      ],
      authority: '192.168.1.20:8080',
    })
  })

  it('writes the address of IPv6 in brackets, and leaves the port of HTTP out', () => {
    const detail = exchangeDetail({}, undefined, { localAddress: '2001:db8::1', localPort: 80 })
    expect(readKnownRequest(detail)?.authority).toBe('[2001:db8::1]')
  })

  it('knows no request where octets are missing or broke the rules', () => {
    expect(readKnownRequest(exchangeDetail({}, null))).toBeUndefined()
    expect(readKnownRequest(exchangeDetail({ state: 'malformed' }))).toBeUndefined()
    expect(readKnownRequest(exchangeDetail({}, 'GET / HTTP/1.1\r\nHost: x'))).toBeUndefined()
  })
})
