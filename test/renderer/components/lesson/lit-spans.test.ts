import { describe, expect, it } from 'vitest'
import { parseWireHead } from '../../../../renderer/components/detail/wire-head'
import { isWithin, litSpans } from '../../../../renderer/components/lesson/lit-spans'

const octets = new TextEncoder().encode('GET /a HTTP/1.1\r\nHost: b\r\nrAnGe: bytes=0-\r\n\r\n')
const head = parseWireHead(octets, 'request')
const text = (wanted: readonly string[]): string[] =>
  litSpans(octets, head, wanted).map(({ start, end }) => new TextDecoder().decode(octets.subarray(start, end)))

describe('litSpans', () => {
  it('lights parts of the start line, fields whatever their case, and the end', () => {
    expect(text(['method', 'version'])).toEqual(['GET', 'HTTP/1.1'])
    expect(text(['range', 'blank'])).toEqual(['rAnGe: bytes=0-', '\r\n'])
    expect(text(['accept'])).toEqual([])
  })
})

describe('isWithin', () => {
  it('takes a stretch only where it lies wholly inside', () => {
    const lit = [{ start: 4, end: 8 }]
    expect([
      isWithin({ start: 4, end: 8 }, lit),
      isWithin({ start: 5, end: 6 }, lit),
      isWithin({ start: 3, end: 5 }, lit),
    ]).toEqual([true, true, false])
  })
})
