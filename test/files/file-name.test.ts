import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytesFromName,
  encodeName,
  fileSystemPath,
  isUnicodeName,
  nameFromBytes,
  nameFromLatin1,
  unicodeName,
} from '../../main/files/file-name'
import { percentDecode } from '../../main/http/percent-encoding'

describe('nameFromBytes', () => {
  it.each([
    ['ASCII', Buffer.from('a.txt'), 'a.txt'],
    ['UTF-8', Buffer.from('文件 📷.txt'), '文件 📷.txt'],
    ['a byte order mark, which is part of the name', Buffer.from('\ufeffa'), '\ufeffa'],
    ['octets that begin no character', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'a\udcff\udcfeb'],
    ['a character that is cut off', Buffer.from([0xe4, 0xb8]), '\udce4\udcb8'],
    ['an overlong form', Buffer.from([0xc0, 0xae]), '\udcc0\udcae'],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xb2, 0x80]), '\udced\udcb2\udc80'],
    ['a mixture', Buffer.concat([Buffer.from('é'), Buffer.from([0x80]), Buffer.from('中')]), 'é\udc80中'],
  ])('reads %s', (_, bytes, name) => {
    expect(nameFromBytes(bytes)).toBe(name)
  })

  it('loses nothing: every sequence of octets comes back, by its name and by its address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
        const name = nameFromBytes(octets)
        expect(Buffer.from(bytesFromName(name))).toEqual(Buffer.from(octets))
        expect(nameFromLatin1(Buffer.from(octets).toString('latin1'))).toBe(name)
        expect(Buffer.from(percentDecode(encodeName(name)) ?? [])).toEqual(Buffer.from(octets))
      }),
    )
  })
})

describe('fileSystemPath', () => {
  it('leaves text alone, emoji included, whose halves are no lone surrogates', () => {
    expect(fileSystemPath('/srv/💀.txt')).toBe('/srv/💀.txt')
  })

  it('gives octets for a name that is not UTF-8', () => {
    expect(fileSystemPath('/srv/a\udcff')).toEqual(Buffer.from([0x2f, 0x73, 0x72, 0x76, 0x2f, 0x61, 0xff]))
  })
})

describe('unicodeName', () => {
  it('puts U+FFFD where an octet is not UTF-8, and leaves everything else', () => {
    expect(['a\udcff.txt', '💀.txt'].map(unicodeName)).toEqual(['a\ufffd.txt', '💀.txt'])
  })
})

describe('isUnicodeName', () => {
  it('tells a name with octets that are not UTF-8', () => {
    expect(['a\udcff.txt', '💀.txt'].map(isUnicodeName)).toEqual([false, true])
  })
})
