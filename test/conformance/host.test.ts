/** The field Host: RFC 9112 §3.2, RFC 9110 §7.2. Which hosts are ours: host-check.test.ts. */
import { describe, expect, it } from 'vitest'
import { HOST, statusesWithFollowUp } from '../support/follow-up'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const statuses = (fieldLines: string) => statusesWithFollowUp(served(), `GET /a.txt HTTP/1.1\r\n${fieldLines}\r\n`)

describe.concurrent('Host', () => {
  // Exactly one valid line in HTTP/1.1.
  it.each([
    ['missing', ''],
    ['twice with two names', `${HOST}Host: evil\r\n`],
    ['twice with one name', `${HOST}${HOST}`],
    ['twice, spelled differently', `${HOST}HOST: evil\r\n`],
    ['empty', 'Host:\r\n'],
    ['blank', 'Host:   \r\n'],
    ['with user information', 'Host: u@h\r\n'],
    ['with a path', 'Host: h/path\r\n'],
    ['with a query', 'Host: h?x\r\n'],
    ['with a fragment', 'Host: h#x\r\n'],
    ['with a space inside', 'Host: a b\r\n'],
    ['with a port that is no number', 'Host: h:abc\r\n'],
    ['with a port that there is not', 'Host: h:99999\r\n'],
    ['with a backslash', 'Host: h\\x\r\n'],
    ['with an open bracket', 'Host: [::1\r\n'],
    ['with markup', 'Host: <script>\r\n'],
    ['with octets beyond US-ASCII', 'Host: h\xe9\r\n'],
    ['with NUL', 'Host: h\0\r\n'],
    // "," and ";" may stand in a reg-name (RFC 3986 §3.2.2), white space may not.
    ['with a list', 'Host: a, b\r\n'],
  ])('%s is refused with 400', async (_, fieldLines) => {
    expect(await statuses(fieldLines)).toEqual([400])
  })

  it('with escaped line ends is a name, and not ours: 421 (RFC 9110 §15.5.20)', async () => {
    expect(await statuses('Host: h%0d%0a\r\n')).toEqual([421, 200])
  })
})
