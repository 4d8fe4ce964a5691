import { describe, expect, it } from 'vitest'
import { extentOf, locate } from '../../../renderer/components/content/content-extent'
import { readPicture } from '../../../renderer/components/content/picture-address'
import { LARGEST_PICTURE, previewOf, readableLines } from '../../../renderer/components/content/readable-lines'

const RANGES = [
  [10, 19],
  [50, 52],
] as const

describe('locate', () => {
  it('finds a place of a whole file', () => {
    const file = { size: 100, ranges: [] }
    expect([extentOf(file), locate(file, 0, 40), locate(file, 80, 40), locate(file, 100, 40)]).toEqual([
      100,
      { offset: 0, length: 40 },
      { offset: 80, length: 20 },
      null,
    ])
  })

  it('finds a place of several ranges, and ends where a range ends', () => {
    const file = { size: 100, ranges: RANGES }
    expect([extentOf(file), locate(file, 4, 40), locate(file, 10, 40), locate(file, 13, 40)]).toEqual([
      13,
      { offset: 14, length: 6 },
      { offset: 50, length: 3 },
      null,
    ])
  })

  it('finds nothing in an empty file', () => {
    expect(locate({ size: 0, ranges: [] }, 0, 40)).toBe(null)
  })
})

describe('previewOf', () => {
  it.each([
    ['text/plain; charset=utf-8', null, 'text'],
    ['text/html', 100, 'text'],
    ['application/json', 100, 'text'],
    ['image/svg+xml', 100, 'text'],
    ['image/png', 100, 'picture'],
    ['image/png', null, null],
    ['image/png', LARGEST_PICTURE + 1, null],
    ['image/x-icon', 100, null],
    ['video/mp4', 100, null],
    ['multipart/byteranges; boundary=x', null, null],
    [null, 100, null],
  ] as const)('shows %s of %s octets as %s', (mediaType, size, preview) => {
    expect(previewOf(mediaType, size)).toBe(preview)
  })
})

describe('readableLines', () => {
  it('gives lines of inert text', () => {
    const octets = new TextEncoder().encode('a\tb\r\n\u202ec\x1b[2J\n你好')
    expect(readableLines(octets)).toEqual(['a    b', '\\u{202e}c\\u{1b}[2J', '你好'])
  })
})

describe('readPicture', () => {
  const whole = 'x'.repeat(70_000)
  const read = (size: number) => (request: { readonly offset: number; readonly length: number }) => {
    const bytes = btoa(whole.slice(request.offset, request.offset + request.length))
    return Promise.resolve({ bytes, size, isSameVersion: true })
  }

  it('reads it piece by piece', async () => {
    const asked = { exchangeId: 1, size: 70_000, mediaType: 'image/PNG; q=1' }
    expect(await readPicture(read(70_000), asked)).toBe(`data:image/png;base64,${btoa(whole)}`)
  })

  it('gives up where the file has another size by now, or is gone', async () => {
    const asked = { exchangeId: 1, size: 70_000, mediaType: 'image/png' }
    expect(await readPicture(read(80_000), asked)).toBe(null)
    expect(await readPicture(() => Promise.resolve(null), asked)).toBe(null)
  })
})
