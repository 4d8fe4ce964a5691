import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { askOnce, fieldOf } from '../../bench/load/ask'

/** Answers one request with these pieces, and keeps the connection unless told to end it. */
async function answering<T>(
  pieces: readonly string[],
  { end }: { readonly end: boolean },
  ask: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      void (async () => {
        for (const piece of pieces) {
          socket.write(piece)
          await sleep(5)
        }
        if (end) socket.end()
      })()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await ask((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

describe('askOnce', () => {
  it.each([
    ['its length', ['HTTP/1.1 200 OK\r\nContent-', 'Length: 5\r\n\r\nhel', 'lo'], false, 200, 'hello'],
    [
      'its last chunk',
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n', '2\r\nlo\r\n0\r\n\r\n'],
      false,
      200,
      'hello',
    ],
    ['its status', ['HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n'], false, 304, ''],
    ['its connection', ['HTTP/1.0 200 OK\r\n\r\nhel', 'lo'], true, 200, 'hello'],
  ])('knows the end of an answer by %s', async (_, pieces, end, status, content) => {
    const answer = await answering(pieces, { end }, (port) => askOnce(port, '/'))
    expect([answer.status, answer.content.toString(), answer.wireBytes]).toEqual([
      status,
      content,
      pieces.join('').length,
    ])
  })

  it('does not take half an answer for one', async () => {
    await expect(answering(['HTTP/1.1 200 OK\r\nConten'], { end: true }, (port) => askOnce(port, '/'))).rejects.toThrow(
      'its head has no end',
    )
  })
})

describe('fieldOf', () => {
  it('finds a field whatever the case of its name', () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\nETag: "a:b"'
    expect([fieldOf(head, 'Content-Length'), fieldOf(head, 'etag'), fieldOf(head, 'Tag')]).toEqual([
      '5',
      '"a:b"',
      undefined,
    ])
  })
})
