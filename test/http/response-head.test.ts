import { describe, expect, it } from 'vitest'
import { frameChunk, LAST_CHUNK } from '../../main/http/chunked-writer'
import { writeResponseHead } from '../../main/http/response-head'
import { reasonPhrase } from '../../main/http/status'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('writeResponseHead', () => {
  it('writes the status line, the fields in their order, and the blank line', () => {
    const head = writeResponseHead(206, [
      ['Content-Type', 'text/plain'],
      ['X-Name', 'caf\xe9\t!'],
      ['x-name', ''],
    ])
    expect(text(head)).toBe(
      'HTTP/1.1 206 Partial Content\r\nContent-Type: text/plain\r\nX-Name: caf\xe9\t!\r\nx-name: \r\n\r\n',
    )
  })

  it('leaves the reason phrase empty for a status without one, and keeps the space', () => {
    expect(text(writeResponseHead(299, []))).toBe('HTTP/1.1 299 \r\n\r\n')
  })

  it.each(['a\r\nSet-Cookie: x', 'a\nb', 'a\rb', 'a\0b', 'a\x7fb', '文'])('refuses the value %j', (value) => {
    expect(() => writeResponseHead(200, [['X', value]])).toThrow(
      new TypeError('Cannot write the value of X: expected latin1 text without controls'),
    )
  })

  it.each(['', 'a b', 'a:', 'a\r\n', 'é'])('refuses the field name %j', (name) => {
    expect(() => writeResponseHead(200, [[name, 'x']])).toThrow(TypeError)
  })

  it.each([0, 99, 600, 200.5, Number.NaN])('refuses the status %d', (status) => {
    expect(() => writeResponseHead(status, [])).toThrow(TypeError)
  })
})

describe('reasonPhrase', () => {
  it.each([
    [200, 'OK'],
    [413, 'Content Too Large'],
    [431, 'Request Header Fields Too Large'],
    [299, ''],
  ])('gives for %i %j', (status, phrase) => {
    expect(reasonPhrase(status)).toBe(phrase)
  })
})

describe('frameChunk', () => {
  it('writes the size in hex, the content uncopied, and a line end', () => {
    const content = Buffer.alloc(26, 'x')
    const frame = frameChunk(content)
    expect(Buffer.concat(frame).toString()).toBe(`1a\r\n${'x'.repeat(26)}\r\n`)
    expect(frame[1]).toBe(content)
  })

  it('writes nothing for empty content, which would end the message', () => {
    expect(frameChunk(new Uint8Array(0))).toEqual([])
  })

  it('is ended by a chunk of no size and no trailers', () => {
    expect(text(LAST_CHUNK)).toBe('0\r\n\r\n')
  })
})
