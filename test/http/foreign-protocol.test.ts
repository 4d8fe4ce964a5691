import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseForeign } from '../../main/http/foreign-protocol'

const octets = (text: string) => Buffer.from(text, 'latin1')

describe('recogniseForeign', () => {
  it.each([
    ['tls', '\x16\x03\x01'],
    ['tls', '\x16\x03\x03\x00\xf4\x01'],
    ['http2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['ssh', 'SSH-2.0-libssh'],
    ['ssh', 'SSH-1.99-OpenSSH'],
    ['rtsp', 'DESCRIBE rtsp://example.com/media RTSP/2.0\r\n'],
    ['rtsp', 'OPTIONS * RTSP/1.0\n'],
    ['smb', '\0\0\0\x85\xffSMB'],
    ['smb', '\0\0\0\x85\xfeSMB'],
    ['socks', '\x05\x02\0\x01'],
    ['socks', '\x04\x01\0\x50'],
    ['binary', '\x80'],
    ['binary', '\0\x01\x02\x03\x04'],
    ['binary', '\x16\x02'],
    ['binary', '\x7f'],
    ['binary', '\xef\xbbx'],
  ])('names %s', (protocol, text) => {
    expect(recogniseForeign(octets(text))).toBe(protocol)
  })

  it.each([
    '',
    'GET / HTTP/1.1\r\n',
    'P',
    'PRI * HTTP/2.0',
    'PRI /x HTTP/1.1\r\n',
    'SSH-',
    '\x16',
    '\x16\x03',
    '\0\0\0\0\xfe',
    '\xef\xbb\xbfGET / HTTP/1.1\r\n',
    'GET / RTSP/1.0',
    'GET / HTTP/1.1\r\nX: RTSP/1.0\r\n',
    '\r\n',
    '\t',
  ])('does not name what begins with %j', (text) => {
    expect(recogniseForeign(octets(text))).toBeUndefined()
  })

  it('never changes a name when more comes', () => {
    const starts = fc.constantFrom(
      '\x16\x03',
      '\0\0\0\0\xfe',
      'SSH-2.',
      'PRI * HTTP/2',
      '\x05',
      '\x04',
      '\xef\xbb',
      'GET / RTSP/',
      '',
    )
    fc.assert(
      fc.property(
        starts,
        fc.string({ unit: fc.constantFrom(...'\0\x01\x03\x05\x16\xff1.0-/ SMB\r\n') }),
        (start, rest) => {
          const bytes = octets(start + rest)
          let named: string | undefined
          for (let length = 0; length <= bytes.length; length += 1) {
            const name = recogniseForeign(bytes.subarray(0, length))
            if (named !== undefined) expect(name).toBe(named)
            named = name
          }
        },
      ),
    )
  })
})
