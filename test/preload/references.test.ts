import { describe, expect, it } from 'vitest'
import { ContractError } from '../../preload/arguments'
import { commandArguments } from '../../preload/contract'
import { addressOf, cite, documents, parseCitation } from '../../preload/references'

describe('parseCitation', () => {
  it.each([
    ['RFC 9110 §14.2', 'https://www.rfc-editor.org/rfc/rfc9110.html#section-14.2', 'RFC 9110 §14.2'],
    ['RFC 9112 §C.2.2', 'https://www.rfc-editor.org/rfc/rfc9112.html#appendix-C.2.2', 'RFC 9112 §C.2.2'],
    ['RFC 9112', 'https://www.rfc-editor.org/rfc/rfc9112.html', 'RFC 9112'],
    ['Fetch §x-content-type-options-header', 'https://fetch.spec.whatwg.org/#x-content-type-options-header', 'Fetch'],
  ])('reads %s', (citation, address, shown) => {
    const reference = parseCitation(citation)
    expect([addressOf(reference), cite(reference)]).toEqual([address, shown])
  })

  it('refuses what is no document of ours', () => {
    expect(() => parseCitation('RFC 1 §2')).toThrow('expected a known document')
  })
})

describe('documents', () => {
  it('are all read over https', () => {
    expect(Array.from(documents.values()).filter(({ address }) => !address.startsWith('https://'))).toEqual([])
  })
})

describe('the argument of openReference', () => {
  const parse = commandArguments.openReference

  it('is a fresh value of a document and a section', () => {
    expect(parse({ document: 'rfc9110', section: '14.2', more: 1 })).toEqual({ document: 'rfc9110', section: '14.2' })
  })

  it.each([
    { document: 'https://example.org', section: null },
    { document: 'toString', section: null },
    { document: 'rfc9110', section: '../../etc' },
    { document: 'rfc9110', section: '14.2"onload=' },
    { document: 'rfc9110', section: '' },
    { document: 'rfc9110' },
    { document: ['rfc9110'], section: null },
    null,
  ])('refuses %j', (value) => {
    expect(() => parse(value)).toThrow(ContractError)
  })
})
