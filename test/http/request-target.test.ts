import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../main/http/request-target'

describe('parseTarget', () => {
  // The examples of RFC 9112 §3.2.1 to §3.2.4.
  it.each([
    ['GET', '/where?q=now', { form: 'origin', path: '/where', query: 'q=now' }],
    [
      'GET',
      'http://www.example.org/pub/WWW/TheProject.html',
      {
        form: 'absolute',
        scheme: 'http',
        authority: 'www.example.org',
        path: '/pub/WWW/TheProject.html',
        query: undefined,
      },
    ],
    ['CONNECT', 'www.example.com:80', { form: 'authority', authority: 'www.example.com:80' }],
    ['OPTIONS', '*', { form: 'asterisk' }],
    [
      'OPTIONS',
      'http://www.example.org:8001',
      { form: 'absolute', scheme: 'http', authority: 'www.example.org:8001', path: '/', query: undefined },
    ],
  ])('reads %s %s', (method, target, expected) => {
    expect(parseTarget(method, target)).toEqual(expected)
  })

  it.each([
    ['/', '/', undefined],
    ['/?', '/', ''],
    ['/a?b?c', '/a', 'b?c'],
    ['//host/a', '//host/a', undefined],
    ['/a;p=1', '/a;p=1', undefined],
    ['/%2e%2e/\xe4?\xe4', '/%2e%2e/\xe4', '\xe4'],
  ])('divides %s at the first question mark and decodes nothing', (target, path, query) => {
    expect(parseTarget('GET', target)).toEqual({ form: 'origin', path, query })
  })

  it('gives an absolute-form without a path the path /', () => {
    expect(parseTarget('GET', 'HTTPS://[::1]:80?q')).toEqual({
      form: 'absolute',
      scheme: 'https',
      authority: '[::1]:80',
      path: '/',
      query: 'q',
    })
  })

  it.each([
    ['GET', '*'],
    ['GET', ''],
    ['GET', 'a.txt'],
    ['GET', '?x'],
    ['GET', 'example.com:80'],
    ['GET', 'ftp://example.com/'],
    ['GET', 'http:/example.com/'],
    ['GET', 'http://'],
    ['GET', 'http:///a'],
    ['GET', 'http://u@h/'],
    ['GET', 'http://h:x/'],
    ['GET', 'http://a b/'],
    ['GET', '/a b'],
    ['GET', '/a#b'],
    ['GET', '/a\n'],
    ['GET', '/\u0100'],
    ['OPTIONS', '**'],
    ['OPTIONS', '*?x'],
    ['CONNECT', '/'],
    ['CONNECT', 'h'],
    ['CONNECT', 'h:'],
    ['CONNECT', 'h:80/'],
    ['CONNECT', 'http://h:80'],
    ['CONNECT', '*'],
  ])('finds no target for %s in %j', (method, target) => {
    expect(parseTarget(method, target)).toBeUndefined()
  })

  it('loses no octet of an origin-form', () => {
    const octets = fc.string({ unit: fc.constantFrom(...'/?%.:@!$&()*+,;=abc~\xe4|[]{}^`"<>\\') })
    fc.assert(
      fc.property(octets, (text) => {
        const target = parseTarget('GET', `/${text}`)
        expect(target?.form).toBe('origin')
        if (target?.form !== 'origin') return
        expect(target.path + (target.query === undefined ? '' : `?${target.query}`)).toBe(`/${text}`)
        expect(target.path).not.toContain('?')
      }),
    )
  })

  it('takes an http address apart as URL does', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }), (text) => {
        const url = new URL(text)
        expect(parseTarget('GET', text)).toEqual({
          form: 'absolute',
          scheme: url.protocol.slice(0, -1),
          authority: /^https?:\/\/([^/?]*)/.exec(text)?.[1],
          path: /^https?:\/\/[^/?]*([^?]*)/.exec(text)?.[1] || '/',
          query: text.includes('?') ? text.slice(text.indexOf('?') + 1) : undefined,
        })
      }),
    )
  })
})
