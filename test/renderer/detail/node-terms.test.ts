import { describe, expect, it } from 'vitest'
import { growTree } from '../../../renderer/components/detail/grow-tree'
import { termsOfNode } from '../../../renderer/components/detail/node-terms'
import { parseWireHead, type HeadKind } from '../../../renderer/components/detail/wire-head'
import { parseFilter } from '../../../renderer/filter/parse'
import { english } from '../../../renderer/text/format'
import { speakAll } from '../../../renderer/text/catalogue'
import { exchangeRow } from '../requests/exchange-row'

/** What can be asked of each part of a head, by the part's number. */
function ask(kind: HeadKind, text: string): Record<string, readonly string[] | null> {
  const octets = new TextEncoder().encode(text)
  const head = parseWireHead(octets, kind)
  const heads = { row: exchangeRow(), request: null, response: null }
  const voice = { t: speakAll('en'), format: english }
  const nodes = growTree({ octets, head, kind, heads, voice, contentBytes: 12 })
  return Object.fromEntries(nodes.map((node) => [node.id, termsOfNode(node, { nodes, octets, kind })?.terms ?? null]))
}

const REQUEST = 'GET /a%20b?x=%C3%A9 HTTP/1.1\r\nIf-Range: "1f"\r\nX-Odd: é\u202e\r\n\r\n'

describe('termsOfNode', () => {
  it('asks for every part of a request that was sent', () => {
    expect(ask('request', REQUEST)).toEqual({
      line: ['method:GET', 'path="/a b"'],
      method: ['method:GET'],
      target: ['path="/a b"'],
      'target-path': ['path="/a b"'],
      'target-query': ['query="x=é"'],
      reads: ['path="/a b"'],
      version: ['http:1.1'],
      'line-end': ['method:GET', 'path="/a b"'],
      fields: null,
      blank: null,
      content: null,
      ...field('field-0', 'reqheader[if-range]', '="\\"1f\\""'),
      'field-0-inferred': ['reqheader[if-range]="\\"1f\\""'],
      ...field('field-1', 'reqheader[x-odd]', '="é\u202e"'),
    })
  })

  it('asks for every part of a response', () => {
    const asked = ask('response', 'HTTP/1.1 206 Partial Content\r\nETag: "x"\r\n\r\n')
    expect(asked).toMatchObject({
      line: ['status:206'],
      status: ['status:206'],
      version: ['http:1.1'],
      reason: ['raw:"Partial Content"'],
      ...field('field-0', 'resheader[etag]', '="\\"x\\""'),
    })
  })

  it.each(['* HTTP/1.1', 'http://a/b HTTP/1.1', 'a:443 HTTP/1.1'])('asks for a target of any form: %s', (rest) => {
    expect(ask('request', `OPTIONS ${rest}\r\n\r\n`).target).toEqual([expect.stringMatching(/^path=/)])
  })

  it('gives terms that can be read', () => {
    for (const terms of Object.values(ask('request', REQUEST))) {
      for (const term of terms ?? []) expect(parseFilter(term)).toMatchObject({ ok: true, doubts: [] })
    }
  })
})

function field(id: string, key: string, value: string): Record<string, readonly string[]> {
  const whole = [`${key}${value}`]
  return { [id]: whole, [`${id}-name`]: [key], [`${id}-colon`]: whole, [`${id}-value`]: whole, [`${id}-end`]: whole }
}
