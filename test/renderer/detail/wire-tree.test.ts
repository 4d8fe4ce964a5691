import { describe, expect, it } from 'vitest'
import { parseWireHead } from '../../../renderer/components/detail/wire-head'
import { growTree, nodeAt, shownFor, visibleNodes } from '../../../renderer/components/detail/wire-tree'
import { speakAll } from '../../../renderer/text/catalogue'

const HEAD = 'GET /%E6%96%87 HTTP/1.1\r\nHost: x\r\nRange: bytes=0-\r\n\r\n'
const octets = Uint8Array.from(HEAD, (character) => character.charCodeAt(0))
const head = parseWireHead(octets, 'request')
const nodes = growTree({ octets, head, kind: 'request', t: speakAll('en').detail })
const closedFields = new Set(['field-0', 'field-1'])

describe('growTree', () => {
  it('gives each part its name, value and octets', () => {
    const lines = visibleNodes(nodes, closedFields).map(({ level, label, value, span }) => {
      return `${' '.repeat(level)}${label} ${value} ${span === null ? '' : `${String(span.start)}-${String(span.end - 1)}`}`
    })
    expect(lines).toEqual([
      ' Request line  0-24',
      '  Method GET 0-2',
      '  Target /%E6%96%87 4-13',
      '  [reads] /文 ',
      '  Version HTTP/1.1 15-22',
      ' Fields  25-48',
      '  Host x 25-31',
      '  Range bytes=0- 34-48',
      ' Blank line end of the head 51-52',
    ])
  })

  it('shows hostile names and values as inert text', () => {
    const text = 'GET / HTTP/1.1\r\nX\x1b: a\u202eb\r\n\r\n'
    const wild = new TextEncoder().encode(text)
    const labels = growTree({
      octets: wild,
      head: parseWireHead(wild, 'request'),
      kind: 'request',
      t: speakAll('en').detail,
    })
    expect(labels.find(({ id }) => id === 'field-0')).toMatchObject({ label: 'X\\u{1b}', value: 'a\\u{202e}b' })
  })
})

describe('nodeAt', () => {
  it.each([
    [1, 'method'],
    [3, 'line'],
    [24, 'line'],
    [26, 'field-0-name'],
    [29, 'field-0'],
    [31, 'field-0-value'],
    [32, 'fields'],
    [51, 'blank'],
    [99, undefined],
  ])('finds the smallest part at octet %d', (offset, id) => {
    expect(nodeAt(nodes, offset)?.id).toBe(id)
  })
})

describe('shownFor', () => {
  it('gives the nearest part that stands in the open', () => {
    const visible = visibleNodes(nodes, closedFields)
    expect(shownFor(nodes, visible, 'field-1-value')).toBe('field-1')
    expect(shownFor(nodes, visibleNodes(nodes, new Set(['fields'])), 'field-1-value')).toBe('fields')
    expect(shownFor(nodes, visible, 'method')).toBe('method')
  })
})
