import { describe, expect, it } from 'vitest'
import type { ResponseContent, ResponsePlan } from '../../main/http/response-plan'
import { frameResponse } from '../../main/server/framed-response'
import type { FramingContext } from '../../main/server/framed-response'

const BYTES: ResponseContent = { kind: 'bytes', bytes: Buffer.from('12345') }
const STREAM: ResponseContent = { kind: 'stream', chunks: { [Symbol.asyncIterator]: () => ({ next: never }) } }
const NONE: ResponseContent = { kind: 'none' }

/** The field lines and what follows the head. */
function frame(plan: Partial<ResponsePlan>, context: Partial<FramingContext> = {}): readonly string[] {
  const response = frameResponse(
    { status: 200, fields: [], content: BYTES, ...plan },
    { method: 'GET', version: '1.1', mayPersist: true, date: ['Date', 'now'], ...context },
  )
  const lines = Buffer.from(response.head).toString('latin1').split('\r\n').slice(2, -2)
  return [...lines, response.content.kind, response.persists ? 'persists' : 'closes']
}

describe('frameResponse', () => {
  it.each<[string, Partial<ResponsePlan>, Partial<FramingContext>, readonly string[]]>([
    ['bytes', {}, {}, ['Content-Length: 5', 'bytes', 'persists']],
    ['no content', { content: NONE }, {}, ['Content-Length: 0', 'none', 'persists']],
    // A length that is announced and not sent would take the next response for content.
    [
      'no content, whatever its length',
      { content: { kind: 'none', length: 9 } },
      {},
      ['Content-Length: 0', 'none', 'persists'],
    ],
    ['a stream', { content: STREAM }, {}, ['Transfer-Encoding: chunked', 'stream', 'persists']],
    ['a plan that closes', { close: true }, {}, ['Content-Length: 5', 'Connection: close', 'bytes', 'closes']],
    [
      'a connection that closes',
      {},
      { mayPersist: false },
      ['Content-Length: 5', 'Connection: close', 'bytes', 'closes'],
    ],
    [
      'HTTP/1.0 that persists',
      {},
      { version: '1.0' },
      ['Content-Length: 5', 'Connection: keep-alive', 'bytes', 'persists'],
    ],
    ['a stream to HTTP/1.0', { content: STREAM }, { version: '1.0' }, ['Connection: close', 'stream', 'closes']],
    ['HEAD', {}, { method: 'HEAD' }, ['Content-Length: 5', 'none', 'persists']],
    ['HEAD without content', { content: NONE }, { method: 'HEAD' }, ['none', 'persists']],
    [
      'HEAD of a length',
      { content: { kind: 'none', length: 9 } },
      { method: 'HEAD' },
      ['Content-Length: 9', 'none', 'persists'],
    ],
    ['HEAD of a stream', { content: STREAM }, { method: 'HEAD' }, ['Transfer-Encoding: chunked', 'none', 'persists']],
    ['204', { status: 204 }, {}, ['none', 'persists']],
    ['304', { status: 304 }, {}, ['none', 'persists']],
    [
      '304 of a stream to HTTP/1.0',
      { status: 304, content: STREAM },
      { version: '1.0' },
      ['Connection: keep-alive', 'none', 'persists'],
    ],
  ])('frames %s', (_, plan, context, expected) => {
    expect(frame(plan, context)).toEqual(expected)
  })

  it('keeps the fields of the plan in their order, behind Date', () => {
    const { head } = frameResponse(
      {
        status: 206,
        fields: [
          ['B', '1'],
          ['A', '2'],
        ],
        content: BYTES,
      },
      { method: 'GET', version: '1.1', mayPersist: true, date: ['Date', 'now'] },
    )
    expect(Buffer.from(head).toString('latin1')).toBe(
      'HTTP/1.1 206 Partial Content\r\nDate: now\r\nB: 1\r\nA: 2\r\nContent-Length: 5\r\n\r\n',
    )
  })
})

function never(): Promise<never> {
  return Promise.reject(new Error('read'))
}
