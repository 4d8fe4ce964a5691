/** What a file is said to be: RFC 9110 §8.3, §8.4. */
import { describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe('Content-Type', () => {
  it.each([
    ['/page.html', 'text/html; charset=utf-8'],
    ['/s.css', 'text/css; charset=utf-8'],
    ['/s.js', 'text/javascript; charset=utf-8'],
    ['/m.mjs', 'text/javascript; charset=utf-8'],
    ['/a.txt', 'text/plain; charset=utf-8'],
    ['/d.json', 'application/json'],
    ['/v.svg', 'image/svg+xml'],
    ['/w.wasm', 'application/wasm'],
    ['/i.png', 'image/png'],
    ['/mov.mp4', 'video/mp4'],
    ['/pdf.pdf', 'application/pdf'],
    ['/arch.tar.gz', 'application/gzip'],
    // What nobody knows is octets, which no browser may take for a page.
    ['/x.unknownext', 'application/octet-stream'],
    ['/noext', 'application/octet-stream'],
  ])('of %s is %s, and may not be guessed otherwise', async (target, mediaType) => {
    const { fields } = await served().get(target)
    expect([fields['content-type'], fields['x-content-type-options']]).toEqual([mediaType, 'nosniff'])
  })

  it('of an archive says nothing of a coding: it would be unpacked on the way (RFC 9110 §8.4)', async () => {
    const { fields } = await served().get('/arch.tar.gz', { 'Accept-Encoding': 'gzip' })
    expect(fields['content-encoding']).toBeUndefined()
  })
})
