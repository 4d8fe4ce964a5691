import { beforeEach, describe, expect, it } from 'vitest'
import type { ParserEvent } from '../../main/http/message'
import { ProtocolError } from '../../main/http/protocol-error'
import { RequestParser } from '../../main/http/request-parser'
import { drain } from '../support/parser-events'

const octets = (text: string) => Buffer.from(text, 'latin1')
const GET = 'GET /a.txt HTTP/1.1\r\nHost: example.com\r\n\r\n'
const POST = 'POST / HTTP/1.1\r\nHost: example.com\r\nContent-Length: 5\r\n\r\n'

function eventsOf(parser: RequestParser): ParserEvent[] {
  const events: ParserEvent[] = []
  drain(parser, (event) => events.push(event))
  return events
}

function faultOf(parser: RequestParser): unknown {
  try {
    eventsOf(parser)
  } catch (error) {
    return error
  }
  return undefined
}

describe('RequestParser', () => {
  let parser: RequestParser
  beforeEach(() => {
    parser = new RequestParser()
  })

  it('gives the head as values and as the very octets', () => {
    parser.push(octets(GET))
    expect(parser.next()).toEqual({
      kind: 'head',
      head: {
        method: 'GET',
        target: '/a.txt',
        version: '1.1',
        fields: [{ name: 'Host', value: 'example.com' }],
        bytes: octets(GET),
      },
      framing: { kind: 'none' },
    })
  })

  it('owns the octets of a head, so that the memory of the connection can be used again', () => {
    const chunk = octets(GET)
    parser.push(chunk)
    const event = parser.next()
    chunk.fill(0)
    expect(event.kind === 'head' && Buffer.from(event.head.bytes).toString('latin1')).toBe(GET)
  })

  it('gives content as a view of the chunk, without copying it', () => {
    const chunk = octets(`${POST}hello`)
    parser.push(chunk)
    parser.next()
    const event = parser.next()
    expect(event.kind === 'content' && event.bytes.buffer).toBe(chunk.buffer)
  })

  it('takes a Uint8Array that is a part of a larger one', () => {
    const larger = new Uint8Array(octets(`xx${GET}yy`))
    parser.push(larger.subarray(2, -2))
    expect(eventsOf(parser).map(({ kind }) => kind)).toEqual(['head', 'end'])
  })

  it('is idle between messages and only there', () => {
    const idle = [parser.idle]
    parser.push(octets('G'))
    idle.push(parser.idle)
    parser.push(octets(GET.slice(1)))
    parser.next()
    idle.push(parser.idle)
    parser.next()
    idle.push(parser.idle)
    expect(idle).toEqual([true, false, false, true])
  })

  it('is idle after an empty line that belongs to no request', () => {
    parser.push(octets('\r\n'))
    expect([parser.next().kind, parser.idle, parser.bufferedBytes]).toEqual(['need-more', true, 0])
  })

  it('counts what is pushed and not yet read', () => {
    parser.push(octets(GET + GET))
    parser.next()
    expect(parser.bufferedBytes).toBe(GET.length)
  })

  it('reads a pipelined request only when asked to', () => {
    parser.push(octets(POST + 'hello' + GET))
    expect([parser.next(), parser.next(), parser.next()].map(({ kind }) => kind)).toEqual(['head', 'content', 'end'])
    expect(parser.bufferedBytes).toBe(GET.length)
  })

  it('goes on throwing the same error, and holds nothing that comes after it', () => {
    parser.push(octets('GET / HTTP/1.1\r\nHost : x\r\n\r\n'))
    const error = faultOf(parser)
    parser.push(octets(GET))
    expect(error).toBeInstanceOf(ProtocolError)
    expect(faultOf(parser)).toBe(error)
    expect([parser.idle, parser.bufferedBytes]).toEqual([false, 28])
  })

  it('says what it cannot accept and where', () => {
    parser.push(octets('GET / HTTP/1.1\r\nHost : x\r\n\r\n'))
    expect(faultOf(parser)).toMatchObject({
      name: 'ProtocolError',
      message: 'Cannot accept the request: space-before-colon at offset 20',
      code: 'space-before-colon',
      status: 400,
      offset: 20,
      foreign: undefined,
    })
  })

  describe('rejected', () => {
    it('shows the whole message, and method and target once they are known', () => {
      const text = 'GET /x HTTP/1.1\r\nHost : x\r\n\r\n'
      parser.push(octets(`\r\n${text}`))
      faultOf(parser)
      expect(parser.rejected()).toEqual({ bytes: octets(text), from: 0, method: 'GET', target: '/x' })
    })

    it('knows neither method nor target when the request line is the fault', () => {
      parser.push(octets('GET /x\r\n'))
      faultOf(parser)
      expect(parser.rejected()).toEqual({ bytes: octets('GET /x\r\n'), from: 0 })
    })

    it('ends where a head ends that is refused as a whole', () => {
      const head = 'GET /x HTTP/1.1\r\n\r\n'
      parser.push(octets(head + GET))
      const error = faultOf(parser)
      expect(parser.rejected().bytes).toEqual(octets(head))
      expect(error).toMatchObject({ code: 'host-missing', offset: head.length })
    })

    it('shows of an endless head no more than the longest may have', () => {
      parser.push(Buffer.alloc(100_000, 'a'))
      faultOf(parser)
      expect(parser.rejected().bytes.length).toBe(16_384)
    })

    it('tells where in the message the octets are, for a fault in the content', () => {
      const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
      parser.push(octets(`${head}5\r\nhello\r\nZ\r\n`))
      const error = faultOf(parser)
      const { bytes, from, method } = parser.rejected()
      expect([Buffer.from(bytes).toString(), from, method]).toEqual(['Z\r\n', head.length + 10, 'POST'])
      expect(error).toMatchObject({ code: 'chunk-size-malformed', offset: from })
    })

    it('shows what has come of a head that took too long', () => {
      parser.push(octets('GET /x HTTP/1.1\r\nHo'))
      parser.next()
      expect(parser.rejected()).toEqual({
        bytes: octets('GET /x HTTP/1.1\r\nHo'),
        from: 0,
        method: 'GET',
        target: '/x',
      })
    })

    it('owns its octets', () => {
      const chunk = octets('GET /x\r\n')
      parser.push(chunk)
      faultOf(parser)
      const { bytes } = parser.rejected()
      chunk.fill(0)
      expect(bytes).toEqual(octets('GET /x\r\n'))
    })
  })

  it('keeps to limits of its own', () => {
    const tight = new RequestParser({ contentBytes: 4 })
    tight.push(octets(POST))
    expect(faultOf(tight)).toMatchObject({ code: 'content-too-large', status: 413, offset: POST.indexOf('5\r\n') })
  })

  it('keeps to its limit of content when that comes in chunks', () => {
    const tight = new RequestParser({ contentBytes: 4 })
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    tight.push(octets(`${head}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n`))
    expect(faultOf(tight)).toMatchObject({ code: 'content-too-large', status: 413, offset: head.length + 8 })
  })

  it('reads a head octet by octet in time that grows with its length, not with its square', () => {
    const head = octets(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(16_000)}\r\n\r\n`)
    const before = performance.now()
    for (let round = 0; round < 10; round += 1) {
      for (const octet of head) {
        parser.push(Uint8Array.of(octet))
        drain(parser, () => undefined)
      }
    }
    // 160,000 pushes; a scan of all that is held at each of them would be over a thousand million octets.
    expect(performance.now() - before).toBeLessThan(1500)
  })

  it('does not keep a chunk alive for the head that was in it', () => {
    const chunk = Buffer.allocUnsafeSlow(65_536)
    chunk.write(GET, 'latin1')
    parser.push(chunk.subarray(0, GET.length))
    const event = parser.next()
    expect(event.kind === 'head' && event.head.bytes.buffer).not.toBe(chunk.buffer)
  })
})
