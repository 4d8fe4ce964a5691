import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWireHead, type HeadKind, type WireHead } from '../../../renderer/components/detail/wire-head'

function octets(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** The spans as `kind:text`, line ends as ␍␊. */
function spansOf(text: string, kind: HeadKind = 'request', readUntil?: number): string[] {
  const { spans } = parseWireHead(octets(text), kind, readUntil)
  return spans.map(({ kind: each, start, end }) => `${each}:${show(text.slice(start, end))}`)
}

function show(text: string): string {
  return text.replaceAll('\r', '␍').replaceAll('\n', '␊')
}

function fieldsOf(text: string): [string, string][] {
  const { fields } = parseWireHead(octets(text), 'request')
  return fields.map(({ name, value }) => [text.slice(name.start, name.end), text.slice(value.start, value.end)])
}

describe('parseWireHead cuts', () => {
  it('a request', () => {
    expect(spansOf('GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n')).toEqual([
      'method:GET',
      'space: ',
      'target:/a?b',
      'space: ',
      'version:HTTP/1.1',
      'line-end:␍␊',
      'name:Host',
      'colon::',
      'space: ',
      'value:x',
      'line-end:␍␊',
      'line-end:␍␊',
    ])
  })

  it('a response, whose reason holds spaces', () => {
    expect(spansOf('HTTP/1.1 206 Partial Content\r\n\r\n', 'response')).toEqual([
      'version:HTTP/1.1',
      'space: ',
      'status:206',
      'space: ',
      'reason:Partial Content',
      'line-end:␍␊',
      'line-end:␍␊',
    ])
  })

  it('a response without a reason', () => {
    const spans = spansOf('HTTP/1.1 200 \r\n\r\n', 'response')
    expect(spans.slice(0, 4)).toEqual(['version:HTTP/1.1', 'space: ', 'status:200', 'space: '])
  })

  it('white space around a value away from it', () => {
    expect(fieldsOf('GET / HTTP/1.1\r\nA:  \t b c \t\r\nB:\r\n\r\n')).toEqual([
      ['A', 'b c'],
      ['B', ''],
    ])
  })

  it('a target with spaces as one target', () => {
    expect(spansOf('GET /a b HTTP/1.1\r\n')).toContain('target:/a b')
  })

  it('what there is of a request line', () => {
    expect([spansOf('GET'), spansOf('GET /'), spansOf(' ')]).toEqual([
      ['method:GET'],
      ['method:GET', 'space: ', 'target:/'],
      ['space: '],
    ])
  })

  it('lines that end in a line feed alone', () => {
    expect(spansOf('GET / HTTP/1.0\nA: b\n\n').slice(-7)).toEqual([
      'line-end:␊',
      'name:A',
      'colon::',
      'space: ',
      'value:b',
      'line-end:␊',
      'line-end:␊',
    ])
  })

  it('an empty line before the request away', () => {
    expect(spansOf('\r\nGET / HTTP/1.1\r\n')[0]).toBe('line-end:␍␊')
    expect(spansOf('\r\nGET / HTTP/1.1\r\n')[1]).toBe('method:GET')
  })

  it('a line without a colon as a name', () => {
    expect(fieldsOf('GET / HTTP/1.1\r\nnonsense\r\n')).toEqual([['nonsense', '']])
  })

  it('what follows the blank line as unread', () => {
    expect(spansOf('GET / HTTP/1.1\r\n\r\nGET /x').at(-1)).toBe('unread:GET /x')
  })

  it('what the parser did not come to as unread', () => {
    const text = 'GET / HTTP/1.1\r\nHost: x\r\nBad name: y\r\n\r\n'
    expect(spansOf(text, 'request', 28).slice(-2)).toEqual(['name:Bad', 'unread: name: y␍␊␍␊'])
  })
})

describe('parseWireHead covers every octet once, in order', () => {
  const tidy = fc.constantFrom('GET', ' ', '/', 'HTTP/1.1', '\r\n', '\n', '\r', ':', 'Host', '\t', '\0', 'é', 'x')
  const text = fc.array(tidy, { maxLength: 40 }).map((parts) => parts.join(''))

  function coverage({ spans }: WireHead): number[] {
    return spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
  }

  it.each(['request', 'response'] as const)('of any %s', (kind) => {
    fc.assert(
      fc.property(text, fc.nat(60), (any, readUntil) => {
        const head = parseWireHead(octets(any), kind, Math.min(readUntil, any.length))
        expect(coverage(head)).toEqual(Array.from(any, (_, at) => at))
      }),
    )
  })
})
