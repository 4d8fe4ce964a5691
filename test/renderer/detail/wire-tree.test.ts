import { describe, expect, it } from 'vitest'
import { parseWireHead } from '../../../renderer/components/detail/wire-head'
import { growTree } from '../../../renderer/components/detail/grow-tree'
import { nodeAt, shownFor, visibleNodes, type WireNode } from '../../../renderer/components/detail/wire-tree'
import { english } from '../../../renderer/text/format'
import { exchangeRow } from '../requests/exchange-row'
import { speakAll } from '../../../renderer/text/catalogue'

const voice = { t: speakAll('en'), format: english }
const HEAD = 'GET /%E6%96%87?a=b HTTP/1.1\r\nHost: x\r\nRange: bytes=5-\r\n\r\n'

function grow(octets: Uint8Array): WireNode[] {
  const head = parseWireHead(octets, 'request')
  const file = { shareId: 1, path: '文', size: 2000, ranges: [] }
  const heads = { row: exchangeRow({ file }), request: null, response: null }
  return growTree({ octets, head, kind: 'request', heads, voice, contentBytes: 1500 })
}

const nodes = grow(new TextEncoder().encode(HEAD))
const closed = new Set(['target', 'field-0'])

describe('growTree', () => {
  it('gives each part its name, value and octets', () => {
    const lines = visibleNodes(nodes, closed).map(({ level, label, value, span }) => {
      return `${' '.repeat(level)}${label} ${value} ${span === null ? '' : `${String(span.start)}-${String(span.end - 1)}`}`
    })
    expect(lines).toEqual([
      ' Request line  0-28',
      '  Method GET 0-2',
      '  Target /%E6%96%87?a=b 4-17',
      '  [reads] /文?a=b ',
      '  Version HTTP/1.1 19-26',
      '  Line end CR LF 27-28',
      ' Fields  29-54',
      '  Host x 29-35',
      '  Range bytes=5- 38-52',
      '   Name Range 38-42',
      '   Colon : 43-43',
      '   Value bytes=5- 45-52',
      '   [asks for] 5 B to the end, 2.0 kB ',
      '   Line end CR LF 53-54',
      ' Blank line end of the head 55-56',
      ' Content 1.5 kB ',
    ])
  })

  it('parts a target into path and query', () => {
    const parts = nodes.filter(({ parent }) => parent === 'target').map(({ label, value }) => [label, value])
    expect(parts).toEqual([
      ['Path', '/%E6%96%87'],
      ['Query', '?a=b'],
    ])
  })

  it('shows hostile names and values as inert text', () => {
    const text = 'GET / HTTP/1.1\r\nX\x1b: a\u202eb\r\n\r\n'
    const wild = new TextEncoder().encode(text)
    const labels = grow(wild)
    expect(labels.find(({ id }) => id === 'field-0')).toMatchObject({ label: 'X\\u{1b}', value: 'a\\u{202e}b' })
  })
})

describe('nodeAt', () => {
  it.each([
    [1, 'method'],
    [3, 'line'],
    [14, 'target-query'],
    [27, 'line-end'],
    [30, 'field-0-name'],
    [33, 'field-0-colon'],
    [34, 'field-0'],
    [35, 'field-0-value'],
    [37, 'field-0-end'],
    [55, 'blank'],
    [99, undefined],
  ])('finds the smallest part at octet %d', (offset, id) => {
    expect(nodeAt(nodes, offset)?.id).toBe(id)
  })
})

describe('shownFor', () => {
  it('gives the nearest part that stands in the open', () => {
    const visible = visibleNodes(nodes, closed)
    expect(shownFor(nodes, visible, 'field-0-value')).toBe('field-0')
    expect(shownFor(nodes, visibleNodes(nodes, new Set(['fields'])), 'field-1-value')).toBe('fields')
    expect(shownFor(nodes, visible, 'method')).toBe('method')
  })
})
