import fc from 'fast-check'
import { isIPv6 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { parseAuthority } from '../../main/http/authority'
import { parseIpv6 } from '../../main/http/ipv6'

describe('parseAuthority', () => {
  it.each([
    ['www.example.com', { host: 'www.example.com', port: undefined }],
    ['WWW.Example.COM:8080', { host: 'www.example.com', port: 8080 }],
    ['example.com:', { host: 'example.com', port: undefined }],
    ['192.168.1.20:80', { host: '192.168.1.20', port: 80 }],
    ['[::1]', { host: '::1', port: undefined }],
    ['[2001:DB8:0:0:0:0:0:1]:8080', { host: '2001:db8::1', port: 8080 }],
    ['h%41_!$&;=', { host: 'h%41_!$&;=', port: undefined }],
    ['h:0', { host: 'h', port: 0 }],
    ['h:00080', { host: 'h', port: 80 }],
    ['h:65535', { host: 'h', port: 65_535 }],
  ])('reads %s', (text, authority) => {
    expect(parseAuthority(text)).toEqual(authority)
  })

  it.each([
    '',
    ':80',
    'u@h',
    'u:p@h',
    'a b',
    ' h',
    'h/',
    'h?x',
    'h#x',
    'h\\x',
    'h:65536',
    'h:-1',
    'h:8 0',
    'h:80:80',
    'h%4',
    'h%zz',
    'h\xe9',
    '中文',
    '<h>',
    '::1',
    '[::1',
    '::1]',
    '[]',
    '[v1.a]',
    '[fe80::1%25eth0]',
    '[::1]x',
  ])('finds none in %j', (text) => {
    expect(parseAuthority(text)).toBeUndefined()
  })
})

describe('parseIpv6', () => {
  // RFC 5952 §1 and §4.
  it.each([
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8::1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['::', '::'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('writes %s as %s', (text, canonical) => {
    expect(parseIpv6(text)).toBe(canonical)
  })

  it.each([
    '',
    ':',
    ':::',
    '1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    '1::2::3',
    '12345::',
    'g::',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '::1.2.3',
    '::1.2.3.256',
    '::01.2.3.4',
    '1.2.3.4::',
    '1.2.3.4',
    '::1.2.3.4:5',
    '1:2:3:4:5:6:7:1.2.3.4',
  ])('refuses %s', (text) => {
    expect(parseIpv6(text)).toBeUndefined()
  })

  it('agrees with node:net on what is an address, and with URL on how it is written', () => {
    const nearAddresses = fc
      .array(fc.constantFrom('::', ':', '0', '1', 'ffff', '0db8', '1.2.3.4', '255.0.0.01', 'g'), { maxLength: 14 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), nearAddresses), (text) => {
        const expected = isIPv6(text) ? new URL(`http://[${text}]/`).hostname.slice(1, -1) : undefined
        expect(parseIpv6(text)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
