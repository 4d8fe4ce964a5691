import { describe, expect, it } from 'vitest'
import { decodeOctets, readOctets } from '../../../renderer/components/detail/octets'

describe('readOctets', () => {
  it.each([
    ['UTF-8', [0xe6, 0x96, 0x87], '文'],
    ['latin1, where it is no UTF-8', [0x63, 0x61, 0x66, 0xe9], 'café'],
    ['a byte order mark, which is a character that hides', [0xef, 0xbb, 0xbf, 0x41], '\\u{feff}A'],
    ['controls', [0x1b, 0x5b, 0x41], '\\u{1b}[A'],
  ])('reads %s', (_, octets, text) => {
    expect(readOctets(Uint8Array.from(octets), { start: 0, end: octets.length })).toBe(text)
  })
})

describe('decodeOctets', () => {
  it('gives every octet', () => {
    const all = Uint8Array.from({ length: 256 }, (_, octet) => octet)
    expect(decodeOctets(btoa(String.fromCharCode(...all)))).toEqual(all)
  })
})
