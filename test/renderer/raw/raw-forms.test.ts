import { describe, expect, it } from 'vitest'
import { writeRaw } from '../../../renderer/components/raw/raw-forms'

const octets = new TextEncoder().encode('GET /灯 HTTP/1.1\r\nX: \x1b\r\n\r\n')

describe('writeRaw', () => {
  it('writes text, inert and one line for each', () => {
    expect(writeRaw(octets, 'text', 'request')).toBe('GET /灯 HTTP/1.1\nX: \\u{1b}\n')
  })

  it('writes hex as hexdump -C does', () => {
    expect(writeRaw(octets, 'hex', 'request').split('\n')).toEqual([
      '00000000  47 45 54 20 2f e7 81 af  20 48 54 54 50 2f 31 2e  |GET /... HTTP/1.|',
      '00000010  31 0d 0a 58 3a 20 1b 0d  0a 0d 0a                 |1..X: .....|',
    ])
  })

  it('writes an array of C, named after the message', () => {
    expect(writeRaw(octets.subarray(0, 13), 'c', 'response')).toBe(
      'static const unsigned char response[13] = {\n' +
        '  0x47, 0x45, 0x54, 0x20, 0x2f, 0xe7, 0x81, 0xaf, 0x20, 0x48, 0x54, 0x54,\n  0x50,\n};',
    )
  })

  it('writes base64 in lines that decode to the same octets', () => {
    const long = new Uint8Array(200).map((_, at) => at)
    const written = writeRaw(long, 'base64', 'request')
    expect(written.split('\n').map(({ length }) => length)).toEqual([76, 76, 76, 40])
    expect(Uint8Array.from(atob(written.replaceAll('\n', '')), (each) => each.charCodeAt(0))).toEqual(long)
  })

  it('writes nothing of nothing', () => {
    expect(['text', 'hex', 'base64'].map((form) => writeRaw(new Uint8Array(), form as 'hex', 'request'))).toEqual([
      '',
      '',
      '',
    ])
  })
})
