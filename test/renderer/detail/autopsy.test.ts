import { describe, expect, it } from 'vitest'
import { findPattern } from '../../../preload/smuggling'
import { nameOctet, readUntil } from '../../../renderer/components/detail/fault-place'
import { parserSteps } from '../../../renderer/components/detail/parser-steps'
import { findHiddenRequest } from '../../../renderer/components/detail/hidden-request'
import { parseWireHead } from '../../../renderer/components/detail/wire-head'
import { speakAll } from '../../../renderer/text/catalogue'

const t = speakAll('en').detail

function examine(text: string, reason: string, offset: number) {
  const octets = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const read = readUntil(reason, offset, octets.length)
  const head = parseWireHead(octets, 'request', read)
  const steps = parserSteps({ octets, head, read, reason, t }).map(
    ({ state, label, text: said }) => `${state} ${label}: ${said}`,
  )
  return { steps, pattern: findPattern(reason, octets, offset), hidden: findHiddenRequest(octets, head) }
}

describe('a request that broke off', () => {
  it('in a field name', () => {
    const text = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n'
    expect(examine(text, 'space-before-colon', 43)).toMatchObject({
      steps: [
        'ok Request line: POST / HTTP/1.1',
        'ok Field: Host: x',
        'bad Field: Transfer-Encoding',
        'ahead Content: —',
      ],
      pattern: 'disguised-coding',
    })
  })

  it('in its first line', () => {
    expect(examine('GET /a b HTTP/1.1\r\n\r\n', 'target-malformed', 6).steps).toEqual([
      'bad Request line: GET /a',
      'ahead Fields: —',
      'ahead Content: —',
    ])
  })

  it('before its first field', () => {
    expect(examine('GET / HTTP/1.1\r\n Host: x\r\n', 'space-before-first-field', 16).steps).toEqual([
      'ok Request line: GET / HTTP/1.1',
      'bad Field: ',
      'ahead Content: —',
    ])
  })

  it('in what its fields say, though they were read', () => {
    const text = 'POST / HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n'
    expect(examine(text, 'content-length-conflict', 52)).toMatchObject({
      steps: [
        'ok Request line: POST / HTTP/1.1',
        'ok Field: Content-Length: 4',
        'ok Field: Content-Length: 5',
        'bad Content: ',
      ],
      pattern: 'two-lengths',
    })
  })

  it('after more fields than there is room for', () => {
    const fields = Array.from({ length: 6 }, (_, at) => `F${String(at)}: x\r\n`).join('')
    expect(examine(`GET / HTTP/1.1\r\n${fields}Bad y\r\n`, 'field-name-malformed', 61).steps.slice(1, 3)).toEqual([
      'ok Fields: … 4',
      'ok Field: F4: x',
    ])
  })
})

describe('findPattern', () => {
  it.each([
    ['GET / HTTP/1.1\r\nA : b\r\n', 'space-before-colon', 17, null],
    ['GET / HTTP/1.1\r\n\r\n', 'host-missing', 18, null],
    ['GET / HTTP/1.1\r\nContent-Length : 5\r\n', 'space-before-colon', 30, 'disguised-length'],
    ['GET / HTTP/1.1\r\n\vTransfer-Encoding: chunked\r\n', 'field-name-malformed', 16, 'disguised-coding'],
    ['GET / HTTP/1.1\r\nX: a\x01Transfer-Encoding: x\r\n', 'control-in-value', 20, 'disguised-coding'],
    ['GET / HTTP/1.1\nHost: x\n\n', 'bare-lf', 14, 'line-feed-alone'],
    ['GET / HTTP/1.1\r\nA: b\r\n c\r\n', 'obs-fold', 22, 'folded-line'],
    ['5;\nab', 'chunk-extension-malformed', 2, 'chunk-extension'],
    ['constructor', 'constructor', 0, null],
    ['GET / HTTP/1.1\r\nContent-Length: 5\r\nA : b\r\n', 'space-before-colon', 36, null],
  ])('finds in %j with %s at %d: %s', (text, reason, offset, pattern) => {
    expect(examine(text, reason, offset).pattern).toBe(pattern)
  })
})

describe('findHiddenRequest', () => {
  it('finds what another program could take for a second request', () => {
    const first = 'POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    const { hidden } = examine(`${first}GET /.env HTTP/1.1\r\nX: y`, 'length-and-transfer-encoding', 17)
    expect(hidden).toEqual({ start: first.length, end: first.length + 24, line: 'GET /.env HTTP/1.1' })
  })

  it('does not take the request itself for one', () => {
    expect(examine('POST / HTTP/1.1\r\nContent-Length : 4\r\n\r\n', 'space-before-colon', 31).hidden).toBe(null)
  })
})

describe('nameOctet', () => {
  it.each([
    [0x20, 'a space'],
    [0x09, 'a tab'],
    [0x0d, 'a carriage return'],
    [0x00, 'a NUL'],
    [0x1b, 'a control character'],
    [0x41, '“A”'],
    [0xff, 'not an ASCII character'],
  ])('names %d', (octet, name) => {
    expect(nameOctet(octet, t)).toBe(name)
  })
})
