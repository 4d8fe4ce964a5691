import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition } from '../../main/http/content-disposition'
import { writeResponseHead } from '../../main/http/response-head'

const FORM =
  /^(inline|attachment); filename="([\x20\x21\x23-\x5b\x5d-\x7e]*)"(?:; filename\*=UTF-8''([A-Za-z0-9!#$&+\-.^_`|~%]*))?$/

/** Reads the name as a browser does: `filename*` before `filename` (RFC 6266 §4.3). */
function nameIn(value: string): string | undefined {
  const [, , plain, extended] = FORM.exec(value) ?? []
  return extended === undefined ? plain : decodeURIComponent(extended)
}

describe('contentDisposition', () => {
  it.each([
    ['a.txt', 'attachment; filename="a.txt"'],
    ["it's (1), a; b=c.txt", `attachment; filename="it's (1), a; b=c.txt"`],
    ['€ rates', 'attachment; filename="_ rates"; filename*=UTF-8\'\'%E2%82%AC%20rates'],
    ['照片.jpg', 'attachment; filename="__.jpg"; filename*=UTF-8\'\'%E7%85%A7%E7%89%87.jpg'],
    ['😀.png', 'attachment; filename="_.png"; filename*=UTF-8\'\'%F0%9F%98%80.png'],
    ['a"b.txt', 'attachment; filename="a_b.txt"; filename*=UTF-8\'\'a%22b.txt'],
    ['a\\b.txt', 'attachment; filename="a_b.txt"; filename*=UTF-8\'\'a%5Cb.txt'],
    ['100%41.txt', 'attachment; filename="100_41.txt"; filename*=UTF-8\'\'100%2541.txt'],
    ['a\r\nX: y.txt', 'attachment; filename="a__X: y.txt"; filename*=UTF-8\'\'a%0D%0AX%3A%20y.txt'],
    ['photo\u202egpj.exe', 'attachment; filename="photo_gpj.exe"; filename*=UTF-8\'\'photo%E2%80%AEgpj.exe'],
  ])('writes %j', (name, value) => {
    expect(contentDisposition('attachment', name)).toBe(value)
  })

  it('says inline as well', () => {
    expect(contentDisposition('inline', 'a.txt')).toBe('inline; filename="a.txt"')
  })

  it('lets every name arrive intact, in one line that can be sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const value = contentDisposition('attachment', name)
        expect(nameIn(value)).toBe(name)
        expect(() => writeResponseHead(200, [['Content-Disposition', value]])).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })

  it('sends half of a surrogate pair as the replacement character', () => {
    expect(nameIn(contentDisposition('attachment', 'a\ud800b'))).toBe('a\ufffdb')
  })
})
