/** Fields that are well-formed and strange: what a share makes of them, and that it is the same for everybody. */
import { describe, expect, it } from 'vitest'
import { LETTERS } from '../support/share-fixture'
import type { Fields } from '../support/asked-server'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

async function statusOf(fields: Fields, method = 'GET', target = '/letters.txt'): Promise<number> {
  return (await served().ask(method, target, fields)).status
}

describe('Accept-Encoding', () => {
  // RFC 9110 §12.5.3: identity is what there is; a server may send it to whoever refuses everything else.
  it.each([
    '',
    '*',
    'identity',
    'gzip;q=1.0, identity;q=0.5',
    '*;q=0',
    'identity;q=0',
    'gzip;q=nan',
    ',,;',
    'x'.repeat(4000),
  ])('%j gets the file as it is', async (value) => {
    const { status, fields, content } = await served().get('/letters.txt', { 'Accept-Encoding': value })
    expect([status, fields['content-encoding'], content.toString()]).toEqual([200, undefined, LETTERS])
  })
})

describe('Expect', () => {
  // RFC 9110 §10.1.1: compared without regard to case; anything else may be answered 417.
  it.each([
    ['100-continue', 200],
    ['100-CONTINUE', 200],
    ['100-continue, 100-continue', 200],
    ['', 200],
    ['100-continue;q=1', 417],
    ['100-continue, x', 417],
    ['200-ok', 417],
  ])('%j of a request without content is answered %d', async (value, expected) => {
    expect(await statusOf({ Expect: value })).toBe(expected)
  })
})

describe('Max-Forwards', () => {
  // RFC 9110 §7.6.2: it is for those who forward, and we are the end of the way.
  it.each([
    ['OPTIONS', '0', 204],
    ['OPTIONS', 'x', 204],
    ['TRACE', '0', 405],
    ['GET', '0', 200],
  ])('of %s as %s changes nothing', async (method, value, expected) => {
    expect(await statusOf({ 'Max-Forwards': value }, method)).toBe(expected)
  })
})

describe('If-Match and If-None-Match', () => {
  it.each([
    ['If-Match', '"a,b", TAG', 200],
    ['If-Match', '"a, TAG', 412],
    ['If-Match', "TAG, 'x'", 412],
    ['If-Match', 'TAG TAG', 412],
    ['If-Match', 'w/TAG', 412],
    ['If-Match', '*, TAG', 412],
    ['If-None-Match', '"a\\", TAG', 304],
    ['If-None-Match', '"",TAG', 304],
    ['If-None-Match', 'w/TAG', 200],
    ['If-None-Match', '"a b", TAG', 200],
  ])('%s: %s is answered %d', async (name, value, expected) => {
    const { etag = '' } = (await served().get('/letters.txt')).fields
    expect(await statusOf({ [name]: value.replaceAll('TAG', etag) })).toBe(expected)
  })
})

describe('Host as an address', () => {
  it.each([
    ['[::1]', 200],
    ['[0:0:0:0:0:0:0:1]:8080', 200],
    ['[::ffff:7f00:1]', 200],
    ['127.0.0.1:', 200],
    ['127.0.0.1:0', 200],
    // Not an address that is ours, and not one at all.
    ['[2001:db8::1]', 421],
    ['[::1', 400],
    ['[::1%25lo]', 400],
    ['[v1.x]', 400],
    ['::1', 400],
    // Spellings that some systems take for 127.0.0.1, and that name nothing here.
    ['127.1', 421],
    ['0x7f000001', 421],
    ['2130706433', 421],
    ['0177.0.0.1', 421],
    ['127.0.0.1:65536', 400],
    ['127.0.0.1:+80', 400],
  ])('%s is answered %d', async (host, expected) => {
    expect(await statusOf({ Host: host })).toBe(expected)
  })
})
