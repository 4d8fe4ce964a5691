/** How long the parts of a head may be: RFC 9110 §15.5.15, RFC 6585 §5. Whoever exceeds it is told so, and let go. */
import { describe, expect, it } from 'vitest'
import { HOST, statusesWithFollowUp } from '../support/follow-up'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const KIB = 1024
const MIB = 1024 * KIB

const head = (fieldLines = '', requestLine = 'GET /a.txt HTTP/1.1') => `${requestLine}\r\n${HOST}${fieldLines}\r\n`
const manyFields = (count: number) => Array.from({ length: count }, (_, index) => `X${String(index)}: y\r\n`).join('')

describe.concurrent('A head', () => {
  it.each([
    ['a field value of 8 kB', head(`X: ${'a'.repeat(8000)}\r\n`)],
    [
      '1000 cookies',
      head(`Cookie: ${Array.from({ length: 1000 }, (_, index) => `c${String(index)}=v`).join('; ')}\r\n`),
    ],
    ['100 field lines', head(manyFields(99))],
  ])('with %s is accepted', async (_, octets) => {
    expect(await statusesWithFollowUp(served(), octets)).toEqual([200, 200])
  })

  it.each([
    ['a field value of 64 KiB', head(`X: ${'a'.repeat(64 * KIB)}\r\n`), 431],
    ['a field value of 1 MiB', head(`X: ${'a'.repeat(MIB)}\r\n`), 431],
    ['a field name of 64 KiB', head(`${'a'.repeat(64 * KIB)}: x\r\n`), 431],
    ['101 field lines', head(manyFields(100)), 431],
    ['3000 field lines', head('a:\r\n'.repeat(3000)), 431],
    ['10,000 field lines', head(manyFields(10_000)), 431],
    ['a target of 64 KiB', head('', `GET /${'a'.repeat(64 * KIB)} HTTP/1.1`), 414],
    ['a target of 1 MiB', head('', `GET /${'a'.repeat(MIB)} HTTP/1.1`), 414],
    ['a query of 64 KiB', head('', `GET /a.txt?${'a'.repeat(64 * KIB)} HTTP/1.1`), 414],
    // RFC 9112 §3: longer than any method that we know.
    ['a method of 64 KiB', head('', `${'A'.repeat(64 * KIB)} /a.txt HTTP/1.1`), 501],
  ])('with %s is refused', async (_, octets, expected) => {
    expect(await statusesWithFollowUp(served(), octets)).toEqual([expected])
  })

  it('with 2000 dot segments is malformed and no trouble', async () => {
    const octets = head('', `GET ${'/..'.repeat(2000)}/a.txt HTTP/1.1`)
    expect(await statusesWithFollowUp(served(), octets)).toEqual([400, 200])
  })
})
