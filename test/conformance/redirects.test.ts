/** Where answers lead, and that they never lead elsewhere: RFC 9110 §10.2.2, CWE-601. */
import { describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe('A folder without its final slash', () => {
  it.each([
    ['/sub', './sub/'],
    ['/sub?k=v', './sub/?k=v'],
    ['/sub/deep', './deep/'],
    ['/%73ub', './sub/'],
    ['//sub', './sub/'],
  ])('%s leads to %s', async (target, location) => {
    const { status, fields } = await served().get(target)
    expect([status, fields.location]).toEqual([301, location])
  })
})

describe('No target leads to another host:', () => {
  it.each([
    ['//example.com', 404],
    ['//example.com/', 404],
    ['//example.com/..', 400],
    ['//example.com/%2e%2e', 400],
    ['//example.com//sub', 404],
    ['/\\example.com', 404],
    ['/\\example.com/%2e%2e', 400],
    ['/%5cexample.com/..', 400],
    ['///example.com/sub/..', 400],
    ['/http://example.com', 404],
    ['/sub/..//example.com/', 400],
    ['/%2f%2fexample.com/', 404],
    ['/%09/example.com/..', 400],
    ['/;@example.com/..', 400],
    ['/.//example.com/..%2f', 400],
  ])('%s', async (target, expected) => {
    const { status, fields } = await served().get(target)
    expect([status, fields.location]).toEqual([expected, undefined])
  })

  it('//sub is a folder of ours, even where a browser takes it for a host', async () => {
    const { fields } = await served().get('//sub')
    // As a browser resolves it: against a base whose path begins with two slashes (RFC 3986 §5.2).
    expect(new URL(fields.location ?? '', `http://${served().host}//sub`).host).toBe(served().host)
  })
})

/** CWE-79; CVE-2024-43799 and CVE-2024-43800 were such pages. */
describe('A page about what is not there reflects nothing of', () => {
  const MARKUP = [
    'evil"><script>alert(1)</script>',
    '<svg/onload=alert(1)>',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    "'-alert(1)-'",
    '%22onmouseover=%22x',
  ]

  it.each(MARKUP)('%s', async (markup) => {
    for (const target of [`/nope-${markup}`, `/sub/${markup}`, `/sub/..//${markup}/..`]) {
      const { status, content } = await served().get(target, { Accept: 'text/html' })
      expect([400, 404]).toContain(status)
      expect(content.toString('latin1')).not.toMatch(/alert|onload|onmouseover/)
    }
  })
})
