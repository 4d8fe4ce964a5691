/** One byte range of a file: RFC 9110 §14. */
import { describe, expect, it } from 'vitest'
import { FIVE_GIB, LETTERS, SPARSE_MARKS } from '../support/share-fixture'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const SIZE = LETTERS.length

describe('GET with Range', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-4', 0, 4],
    ['bytes=5-9', 5, 9],
    ['bytes=25-25', 25, 25],
    ['bytes=0-25', 0, 25],
    ['bytes=1-24', 1, 24],
    // A last-pos beyond the end is read as the end (RFC 9110 §14.1.2).
    ['bytes=0-26', 0, 25],
    ['bytes=0-1000', 0, 25],
    ['bytes=20-999999', 20, 25],
    ['bytes=0-', 0, 25],
    ['bytes=10-', 10, 25],
    ['bytes=25-', 25, 25],
    // A suffix longer than the file is all of it.
    ['bytes=-1', 25, 25],
    ['bytes=-5', 21, 25],
    ['bytes=-26', 0, 25],
    ['bytes=-27', 0, 25],
    ['bytes=-100000', 0, 25],
    // first-pos = 1*DIGIT: zeros in front mean nothing, and no number is too long.
    ['bytes=00-04', 0, 4],
    ['bytes=000000000000000000005-9', 5, 9],
    ['bytes=0-9223372036854775807', 0, 25],
    ['bytes=0-18446744073709551616', 0, 25],
    ['bytes=20-99999999999999999999999999', 20, 25],
    ['bytes=-18446744073709551616', 0, 25],
    // Units are case-insensitive (RFC 9110 §14.1), lists may have empty members and white space (§5.6.1).
    ['Bytes=0-4', 0, 4],
    ['BYTES=-3', 23, 25],
    ['bytes=,0-4', 0, 4],
    ['bytes=0-4,', 0, 4],
    ['bytes= 0-4', 0, 4],
    ['bytes=0-4 ', 0, 4],
    ['bytes=0-4 , ', 0, 4],
  ])('%s sends the octets from %d to %d', async (range, first, last) => {
    const { status, fields, content } = await served().get('/letters.txt', { Range: range })
    expect([status, content.toString()]).toEqual([206, LETTERS.slice(first, last + 1)])
    expect(fields).toMatchObject({
      'content-range': `bytes ${String(first)}-${String(last)}/${String(SIZE)}`,
      'content-length': String(last - first + 1),
      'content-type': 'text/plain; charset=utf-8',
    })
  })

  // RFC 9110 §15.5.17: nothing of the file, and its length, so that the client can ask again.
  it.each([
    'bytes=26-',
    'bytes=26-26',
    'bytes=26-30',
    'bytes=100-',
    'bytes=100-200',
    'bytes=1000-2000',
    'bytes=9223372036854775808-',
    'bytes=18446744073709551616-18446744073709551617',
    'bytes=4294967296-4294967297',
    'bytes=-0',
  ])('%s lies beyond the file: 416', async (range) => {
    const { status, fields, content } = await served().get('/letters.txt', { Range: range })
    expect([status, fields['content-range']]).toEqual([416, `bytes */${String(SIZE)}`])
    expect(content.toString()).not.toContain(LETTERS.slice(0, 6))
  })

  // RFC 9110 §14.2: a Range that is malformed, or in another unit, is ignored.
  it.each([
    ...['items=0-5', 'octets=0-5', 'seconds=1-2', 'x=y'],
    ...['bytes', 'bytes=', 'bytes=-', 'bytes=abc', 'bytes=a-5', 'bytes=0-z', 'bytes=5-4', 'bytes=9-0'],
    ...['bytes=--1', 'bytes=0--1', 'bytes=1', 'bytes=+0-4', 'bytes=0x0-0x4', 'bytes=0-1;2-3', 'bytes=1.5-2'],
    ...['bytes=0-4 5-9', 'bytes 0-4', '=0-4', '0-4', 'bytes=0 - 4', 'bytes=1e1-20', 'bytes:0-4', 'bytes=-1-'],
    ...['bytes=-1-2', 'bytes=\xb2-\xb3', 'bytes="0-4"'],
  ])('%s is ignored: the whole file', async (range) => {
    const { status, fields, content } = await served().get('/letters.txt', { Range: range })
    expect([status, fields['content-range'], content.toString()]).toEqual([200, undefined, LETTERS])
  })

  it('that came as two lines is one list, and one of its members makes a part of its own', async () => {
    const lines = ['bytes=0-1', '3-4'].map((value) => ['Range', value] as const)
    const { status, fields } = await served().get('/letters.txt', lines)
    expect([status, fields['content-type']]).toEqual([206, expect.stringMatching(/^multipart\/byteranges; boundary=/)])
  })

  it('that came as two whole fields is no list of ranges: the whole file', async () => {
    const lines = ['bytes=0-1', 'bytes=3-4'].map((value) => ['Range', value] as const)
    const { status, content } = await served().get('/letters.txt', lines)
    expect([status, content.toString()]).toEqual([200, LETTERS])
  })

  it('does not find a file that is missing', async () => {
    expect((await served().get('/nope.txt', { Range: 'bytes=0-1' })).status).toBe(404)
  })

  // There is no last octet that Content-Range could name.
  it.each(['bytes=0-0', 'bytes=0-', 'bytes=-1', 'bytes=1-2'])('%s of an empty file is all of it', async (range) => {
    const { status, fields } = await served().get('/empty.bin', { Range: range })
    expect([status, fields['content-length'], fields['content-range']]).toEqual([200, '0', undefined])
  })

  it('takes the one octet of a file of one octet', async () => {
    const { status, fields, content } = await served().get('/one.bin', { Range: 'bytes=0-0' })
    expect([status, fields['content-range'], content.toString()]).toEqual([206, 'bytes 0-0/1', 'x'])
  })

  it.each([
    ['at 2^31', 2 ** 31 - 1, '\0\0\0\0'],
    ['across 2^32', 2 ** 32 - 1, '\0FOUR'],
    ['at 2^32', 2 ** 32, SPARSE_MARKS.fourGib],
    ['at the end', FIVE_GIB - SPARSE_MARKS.tail.length, SPARSE_MARKS.tail],
  ])('is exact in a file of 5 GiB, %s', async (_, first, text) => {
    const last = first + text.length - 1
    const range = `bytes=${String(first)}-${String(last)}`
    const { status, fields, content } = await served().get('/sparse-5g.bin', { Range: range })
    expect([status, fields['content-range'], content.toString('latin1')]).toEqual([
      206,
      `bytes ${String(first)}-${String(last)}/${String(FIVE_GIB)}`,
      text,
    ])
  })

  it.each([`bytes=-5`, `bytes=${String(FIVE_GIB - 5)}-`])('%s is the end of a file of 5 GiB', async (range) => {
    const { status, content } = await served().get('/sparse-5g.bin', { Range: range })
    expect([status, content.toString()]).toEqual([206, SPARSE_MARKS.tail])
  })
})

describe('HEAD', () => {
  it('ignores Range, which is defined for GET alone', async () => {
    const { status, fields } = await served().ask('HEAD', '/letters.txt', { Range: 'bytes=0-4' })
    expect([status, fields['content-length']]).toEqual([200, String(SIZE)])
  })

  it('tells the length of a file of 5 GiB', async () => {
    const { fields } = await served().ask('HEAD', '/sparse-5g.bin')
    expect(fields['content-length']).toBe(String(FIVE_GIB))
  })

  it('says that ranges can be asked for', async () => {
    expect((await served().ask('HEAD', '/letters.txt')).fields['accept-ranges']).toBe('bytes')
  })
})
