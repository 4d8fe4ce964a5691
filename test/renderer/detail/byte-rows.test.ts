import { describe, expect, it } from 'vitest'
import { layOutBytes, layOutText } from '../../../renderer/components/detail/byte-rows'
import { parseWireHead } from '../../../renderer/components/detail/wire-head'

const HEAD = 'GET /films HTTP/1.1\r\nHost: x\r\n\r\n'
const octets = Uint8Array.from(HEAD, (character) => character.charCodeAt(0))
const { spans } = parseWireHead(octets, 'request')

function print(perRow: 8 | 16): string[] {
  const join = (segments: readonly { text: string }[]): string => segments.map(({ text }) => text).join('')
  return layOutBytes(octets, spans, { perRow, badAt: null }).map(
    (row) => row.offset + join(row.hex) + row.gutter + join(row.text),
  )
}

describe('layOutBytes', () => {
  it('writes sixteen octets to a row, in two halves, with their characters', () => {
    expect(print(16)).toEqual([
      '0000  47 45 54 20 2f 66 69 6c  6d 73 20 48 54 54 50 2f  GET /films HTTP/',
      '0010  31 2e 31 0d 0a 48 6f 73  74 3a 20 78 0d 0a 0d 0a  1.1··Host: x····',
    ])
  })

  it('writes eight where there is less room', () => {
    expect(print(8).slice(0, 2)).toEqual([
      '0000  47 45 54 20 2f 66 69 6c  GET /fil',
      '0008  6d 73 20 48 54 54 50 2f  ms HTTP/',
    ])
  })

  it('fills up a short last row', () => {
    const short = layOutBytes(octets.subarray(0, 18), spans, { perRow: 16, badAt: null })
    expect(short[1]).toMatchObject({ offset: '0010  ', gutter: ' '.repeat(2 + 48 - 5) })
  })

  it('cuts segments where a span ends and where a row ends', () => {
    const [first, second] = layOutBytes(octets, spans, { perRow: 16, badAt: null })
    const ranges = (row: typeof first) => row?.text.map(({ kind, start, end }) => [kind, start, end])
    expect(ranges(first)).toEqual([
      ['method', 0, 3],
      ['space', 3, 4],
      ['target', 4, 10],
      ['space', 10, 11],
      ['version', 11, 16],
    ])
    expect(ranges(second)?.[0]).toEqual(['version', 16, 19])
  })

  it('makes the offending octet a segment of its own', () => {
    const [row] = layOutBytes(octets, spans, { perRow: 16, badAt: 6 })
    expect(row?.text.filter(({ kind }) => kind === 'target').map(({ text, bad }) => [text, bad])).toEqual([
      ['/f', false],
      ['i', true],
      ['lms', false],
    ])
  })

  it('shows as a dot what is not a character of ASCII', () => {
    const wild = Uint8Array.of(0x00, 0x1b, 0x7f, 0x80, 0xff, 0x41)
    const rows = layOutBytes(wild, [{ kind: 'unread', start: 0, end: 6 }], { perRow: 16, badAt: null })
    expect(rows[0]?.text[0]?.text).toBe('·····A')
  })
})

describe('layOutText', () => {
  it('makes line ends visible and lines of them', () => {
    expect(layOutText(octets, spans, null).map((line) => line.map(({ text }) => text).join(''))).toEqual([
      'GET /films HTTP/1.1␍␊',
      'Host: x␍␊',
      '␍␊',
    ])
  })

  it('pictures controls and writes other octets in hex', () => {
    const wild = Uint8Array.of(0x1b, 0x7f, 0xe9, 0x0a, 0x41)
    const lines = layOutText(wild, [{ kind: 'unread', start: 0, end: 5 }], null)
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(['␛␡\\xe9␊', 'A'])
  })
})
