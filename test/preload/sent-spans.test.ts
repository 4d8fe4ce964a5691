import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multipartContent } from '../../main/http/multipart-byteranges'
import { spansOfContent } from '../../preload/sent-spans'

describe('spansOfContent', () => {
  it('takes a whole file as it is', () => {
    expect(spansOfContent({ ranges: [] }, 0, 500)).toEqual([{ start: 0, end: 500 }])
    expect(spansOfContent({ ranges: [] }, 200, 500)).toEqual([{ start: 200, end: 500 }])
    expect(spansOfContent({ ranges: [] }, 500, 500)).toEqual([])
  })

  it('begins where the range does', () => {
    expect(spansOfContent({ ranges: [[1000, 1999]] }, 0, 1)).toEqual([{ start: 1000, end: 1001 }])
    expect(spansOfContent({ ranges: [[1000, 1999]] }, 10, 1000)).toEqual([{ start: 1010, end: 2000 }])
  })

  it('tells the octets of the file from those of the part heads, for every stretch of real multipart content', () => {
    const ranges = fc.array(
      fc
        .tuple(fc.nat(80), fc.integer({ min: 1, max: 20 }))
        .map(([first, length]) => ({ first, last: first + length - 1 })),
      { minLength: 2, maxLength: 4 },
    )
    fc.assert(
      fc.property(ranges, fc.nat(600), fc.nat(600), (asked, one, other) => {
        const content = multipartContent({ ranges: asked, size: 100, mediaType: 'text/plain', boundary: 'b' })
        // Each octet of the content: its offset in the file, or -1 where it belongs to the framing.
        const offsets = content.parts.flatMap((part) =>
          part.kind === 'bytes'
            ? Array.from(part.bytes, () => -1)
            : Array.from({ length: part.range.last - part.range.first + 1 }, (_, at) => part.range.first + at),
        )
        expect(offsets.length).toBe(content.length)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const file = { ranges: asked.map(({ first, last }) => [first, last] as const), heads: content.partHeadBytes }
        const found = spansOfContent(file, from, to).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        )
        expect(found).toEqual(offsets.slice(from, to).filter((offset) => offset >= 0))
      }),
    )
  })
})
