/** Field lines: RFC 9112 §5, RFC 9110 §5. */
import { describe, expect, it } from 'vitest'
import { HOST, statusesWithFollowUp } from '../support/follow-up'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const statuses = (fieldLines: string) => statusesWithFollowUp(served(), `GET /a.txt HTTP/1.1\r\n${fieldLines}\r\n`)

describe.concurrent('A field line', () => {
  // field-line = field-name ":" OWS field-value OWS; field-name = token.
  it.each([
    ...['X : y', 'X\t: y', ': y', 'Xyz', 'X yz', 'X Y: z', 'X(a): y', 'X[]: y', 'X@: y', 'X/Y: z', 'X"Y: z'],
    ...['X,Y: z', 'X;Y: z', 'X\0Y: z', 'X\x01Y: z', 'X\x7fY: z', 'X\xe9: z'],
    // RFC 9110 §5.5: NUL must not be, and the other controls may be refused.
    ...['X: a\0b', 'X: a\x07b', 'X: a\x1b[31mb', 'X: a\x7fb'],
  ])('%j is refused with 400', async (line) => {
    expect(await statuses(`${HOST}${line}\r\n`)).toEqual([400])
  })

  it.each([
    ...['X: caf\xe9', 'X: \xf0\x9f\x98\x80', 'X:', 'X:\ty\t', 'X:y', "!#$%&'*+-.^_`|~0: y", 'X_Y: z'],
    ...['Accept: a\r\nAccept: b', '__proto__: x', 'constructor: x\r\nhasOwnProperty: y\r\ntoString: z'],
    // Not the Transfer-Encoding that a careless gateway takes it for.
    ...['Transfer_Encoding: chunked\r\nContent-Length: 0'],
  ])('%j is accepted', async (line) => {
    expect(await statuses(`${HOST}${line}\r\n`)).toEqual([200, 200])
  })

  it('with white space before the colon of Host is refused with 400 (RFC 9112 §5.1)', async () => {
    expect(await statuses('Host : 127.0.0.1\r\n')).toEqual([400])
  })
})

/** RFC 9112 §5.2: obs-fold may be refused; §2.2: white space before the first field line must not be read as a field. */
describe.concurrent('A line that begins with white space is refused with 400', () => {
  it.each([
    ['after a field', `${HOST}X: a\r\n b\r\n`],
    ['after Host', 'Host:\r\n 127.0.0.1\r\n'],
    ['after Transfer-Encoding', `${HOST}Transfer-Encoding:\r\n chunked\r\n`],
    ['before the first field', ` ${HOST}X: y\r\n`],
    ['before the first field, as a tab', `\tX: y\r\n${HOST}`],
  ])('%s', async (_, fieldLines) => {
    expect(await statuses(fieldLines)).toEqual([400])
  })
})
