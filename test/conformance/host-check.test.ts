/** Requests under a name that is not ours, by which a page elsewhere would read the share: DNS rebinding, CWE-350. */
import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

describe('A share', () => {
  const served = serveFixture()

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.nip.io',
    'localhost.evil.example',
    'attacker.com:8080',
    '10.0.0.1',
  ])('gives nothing to who asks for %s: 421 (RFC 9110 §15.5.20)', async (host) => {
    const { status, content } = await served().get('/a.txt', { Host: host })
    expect([status, content.includes('ALPHA-FILE')]).toEqual([421, false])
  })

  it('looks at the authority of an absolute-form and not at Host (RFC 9112 §3.2.2)', async () => {
    const asked = [
      served().get('http://evil.example/a.txt', { Host: served().host }),
      served().get(`http://${served().host}/a.txt`, { Host: 'evil.example' }),
      served().get(`https://${served().host}/a.txt`, { Host: served().host }),
    ]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([421, 200, 421])
  })

  it.each([
    'localhost',
    'localhost:1',
    'LOCALHOST',
    'localhost.',
    '127.0.0.1',
    '127.8.8.8:80',
    '[::1]',
    '[::ffff:127.0.0.1]',
    hostname(),
  ])('answers to %s', async (host) => {
    expect((await served().get('/a.txt', { Host: host })).status).toBe(200)
  })
})

describe('A share with --allow-host', () => {
  const served = serveFixture('--allow-host', 'photos.example')

  it.each([
    ['photos.example', 200],
    ['photos.example:8443', 200],
    ['evil.photos.example', 421],
    ['evil.example', 421],
  ])('answers %s with %d', async (host, expected) => {
    expect((await served().get('/a.txt', { Host: host })).status).toBe(expected)
  })
})
