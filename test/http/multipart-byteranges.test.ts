import { describe, expect, it } from 'vitest'
import { contentRange, multipartContent, unsatisfiedRange } from '../../main/http/multipart-byteranges'

const ALPHABET = Buffer.from('abcdefghijklmnopqrstuvwxyz')

describe('multipartContent', () => {
  const content = multipartContent({
    ranges: [
      { first: 0, last: 0 },
      { first: 24, last: 25 },
    ],
    size: 26,
    mediaType: 'text/plain; charset=utf-8',
    boundary: 'THIS_STRING_SEPARATES',
  })
  const octets = Buffer.concat(
    content.parts.map((part) =>
      part.kind === 'bytes' ? part.bytes : ALPHABET.subarray(part.range.first, part.range.last + 1),
    ),
  )

  it('puts a head before each part and a delimiter at the end, as in RFC 9110 §14.6', () => {
    expect(octets.toString('latin1').split('\r\n')).toEqual([
      '--THIS_STRING_SEPARATES',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Range: bytes 0-0/26',
      '',
      'a',
      '--THIS_STRING_SEPARATES',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Range: bytes 24-25/26',
      '',
      'yz',
      '--THIS_STRING_SEPARATES--',
      '',
    ])
  })

  it('knows its length without reading a range', () => {
    expect(content.length).toBe(octets.length)
  })

  it('names its boundary in its media type', () => {
    expect(content.mediaType).toBe('multipart/byteranges; boundary=THIS_STRING_SEPARATES')
  })

  it.each(['', 'a b', 'a"b', 'a\r\nb', 'x'.repeat(71)])('refuses the boundary %j', (boundary) => {
    expect(() => multipartContent({ ranges: [], size: 1, mediaType: 'text/plain', boundary })).toThrow(TypeError)
  })
})

describe('Content-Range', () => {
  it('names a part and the size', () => {
    expect(contentRange({ first: 42, last: 1233 }, 1234)).toBe('bytes 42-1233/1234')
  })

  it('names the size alone when nothing could be satisfied', () => {
    expect(unsatisfiedRange(1234)).toBe('bytes */1234')
  })
})
