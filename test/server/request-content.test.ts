import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Handler } from '../../main/server/handler'
import { echoTarget, gate, request, RunningServer, text } from './running-server'

/** Answers with what it was sent, as text. */
const echoContent: Handler = async ({ head, content }) => {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return text(`${head.target}: ${Buffer.concat(pieces).toString('latin1')}`)
}

describe('the content of a request', () => {
  it.each([
    ['a length', ['Content-Length: 5'], 'hello'],
    ['chunks', ['Transfer-Encoding: chunked'], '2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nTrailer: t\r\n\r\n'],
  ])('delimited by %s is read to its end, and the next request follows it', async (_, fields, octets) => {
    await using running = await RunningServer.start(echoContent)
    const client = await running.connect()
    for (const octet of request('POST /a', ...fields) + octets + request('GET /b')) client.send(octet)
    expect((await client.readResponse()).content.toString()).toBe('/a: hello')
    expect((await client.readResponse()).content.toString()).toBe('/b: ')
    expect(running.story.slice(1)).toEqual([
      '#1 received: POST /a',
      '#1 started: 200, length 9',
      '#1 finished: 200, sent 9, received 5',
      '#2 received: GET /b',
      '#2 started: 200, length 4',
      '#2 finished: 200, sent 4, received 0',
    ])
  })

  it('of length 0 is no content', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('POST /a', 'Content-Length: 0') + request('GET /b'))
    expect((await client.readResponse()).content.toString()).toBe('/a')
    expect((await client.readResponse()).content.toString()).toBe('/b')
  })

  it('is not read faster than the handler takes it', async () => {
    let takenBytes = 0
    const held = gate()
    await using running = await RunningServer.start(async ({ content }) => {
      for await (const piece of content) {
        takenBytes += piece.length
        await held.passed
      }
      return text(String(takenBytes))
    })
    const client = await running.connect()
    const size = 64 * 1024 * 1024
    client.send(request('POST /', `Content-Length: ${String(size)}`), Buffer.alloc(size))
    await sleep(300)
    expect(takenBytes).toBeLessThanOrEqual(64 * 1024)
    expect(client.socket.writableLength).toBeGreaterThan(size / 2)
    held.open()
    expect((await client.readResponse()).content.toString()).toBe(String(size))
  })

  it('is asked for with 100 (Continue) when the handler begins to read it', async () => {
    await using running = await RunningServer.start(async (incoming) => {
      await sleep(30)
      return echoContent(incoming)
    })
    const client = await running.connect()
    client.send(request('PUT /x', 'Content-Length: 3', 'Expect: 100-continue'))
    await sleep(10)
    expect(client.unread.toString()).toBe('')
    expect((await client.readResponse()).status).toBe(100)
    client.send('abc')
    expect((await client.readResponse()).content.toString()).toBe('/x: abc')
    expect(running.story.slice(1)).toEqual([
      '#1 received: PUT /x',
      '#1 started: 200, length 7',
      '#1 finished: 200, sent 7, received 3',
    ])
  })

  it('is not asked for when it has come already', async () => {
    await using running = await RunningServer.start(echoContent)
    const client = await running.connect()
    client.send(request('PUT /x', 'Content-Length: 3', 'Expect: 100-continue') + 'abc')
    expect((await client.readResponse()).status).toBe(200)
  })

  it('is not asked for when the handler does not want it: the final answer comes at once', async () => {
    await using running = await RunningServer.start(async () => text('no', { status: 405 }))
    const client = await running.connect()
    client.send(request('PUT /x', 'Content-Length: 3', 'Expect: 100-continue'))
    expect(await client.readResponse()).toMatchObject({ status: 405, fields: { connection: 'close' } })
    expect(await client.ended).toBe('closed')
  })

  it('with an unknown expectation is refused with 417, and the connection goes on if there was no content', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /', 'Expect: the-unexpected') + request('GET /next'))
    expect(await client.readResponse()).toMatchObject({ status: 417 })
    expect((await client.readResponse()).content.toString()).toBe('/next')
    expect(running.eventsOf('response-started')[0]?.subject).toEqual({ kind: 'page', reason: 'expectation-unknown' })
  })

  it('is never read as a request when the handler leaves it', async () => {
    await using running = await RunningServer.start(async ({ head }) => text(head.target, { status: 405 }))
    for (const [fields, octets] of [
      [['Content-Length: 43'], request('GET /smuggled')],
      [['Transfer-Encoding: chunked'], `2b\r\n${request('GET /smuggled')}\r\n0\r\n\r\n`],
    ] as const) {
      const client = await running.connect()
      client.send(request('POST /', ...fields))
      await sleep(20)
      client.send(octets, request('GET /behind'))
      const all = await client.readToEnd()
      expect(all.toString()).toMatch(/^HTTP\/1\.1 405 [^]+Connection: close\r\n\r\n\/$/)
      client.close()
    }
    await running.untilQuiet()
    expect(running.story.filter((line) => / (received|closed): /.test(line))).toEqual([
      '#1 received: POST /',
      '1 closed: content-unread, exchanges 1',
      '#2 received: POST /',
      '2 closed: content-unread, exchanges 1',
    ])
  })

  it('is drained when it is refused, so that the answer is not lost in a reset', async () => {
    await using running = await RunningServer.start(async () => text('too much', { status: 413 }))
    const client = await running.connect()
    const size = 32 * 1024 * 1024
    client.stopReading()
    client.send(request('POST /', `Content-Length: ${String(size)}`), Buffer.alloc(size))
    await new Promise((resolve) => client.socket.write('', resolve))
    client.startReading()
    expect((await client.readToEnd()).toString()).toMatch(/^HTTP\/1\.1 413 [^]+too much$/)
    expect(await client.ended).toBe('closed')
  })

  it('is drained within bounds of size', async () => {
    await using running = await RunningServer.start(async () => text('no', { status: 413 }), {
      limits: { lingerBytes: 1024 * 1024, lingerMs: 600_000 },
    })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 9999999999'))
    await client.readResponse()
    const flood = setInterval(() => client.send(Buffer.alloc(256 * 1024)), 5)
    await running.untilQuiet()
    clearInterval(flood)
    expect(running.story.at(-1)).toBe('1 closed: content-unread, exchanges 1')
  })

  it('is drained within bounds of time', async () => {
    await using running = await RunningServer.start(async () => text('no', { status: 413 }), {
      limits: { lingerMs: 600 },
    })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 10'))
    await client.readResponse()
    expect(running.server.connectionCount).toBe(1)
    const before = performance.now()
    await running.untilQuiet()
    expect(performance.now() - before).toBeGreaterThan(250)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('that breaks its framing is told as a refusal of the exchange that it belongs to', async () => {
    await using running = await RunningServer.start(echoContent)
    const client = await running.connect()
    client.send(request('POST /', 'Transfer-Encoding: chunked'))
    await sleep(20)
    client.send('2\r\nab\r\nzz\r\n' + request('GET /behind'))
    expect(await client.readResponse()).toMatchObject({ status: 400, fields: { connection: 'close' } })
    expect(await client.ended).toBe('closed')
    client.close()
    await running.untilQuiet()
    const rejected = running.eventsOf('request-rejected')[0]!
    expect(Buffer.from(rejected.bytes).toString('latin1').slice(rejected.offset)).toMatch(/^zz\r\n/)
    expect(running.story.filter((line) => !line.includes('rejected'))).toEqual([
      '1 opened',
      '#1 received: POST /',
      '#1 started: 400, length 25',
      '#1 finished: 400, sent 25, received 2',
      '1 closed: protocol-fault, exchanges 1',
    ])
  })

  it('that stops coming is answered with 408', async () => {
    await using running = await RunningServer.start(echoContent, { limits: { contentStallMs: 300 } })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 10'), 'abc')
    expect(await client.readResponse()).toMatchObject({ status: 408, fields: { connection: 'close' } })
    client.close()
    await running.untilQuiet()
    expect(running.story.slice(1)).toEqual([
      '#1 received: POST /',
      '#1 started: 408, length 5',
      '#1 finished: 408, sent 5, received 3',
      '1 closed: content-timeout, exchanges 1',
    ])
  })

  it('has not stopped coming while the handler is busy with what came', async () => {
    await using running = await RunningServer.start(
      async (incoming) => {
        for await (const _ of incoming.content) await sleep(700)
        return text('done')
      },
      { limits: { contentStallMs: 300 } },
    )
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 3'))
    await sleep(20)
    client.send('abc')
    expect(await client.readResponse()).toMatchObject({ status: 200 })
  })

  it('that comes slowly but steadily is waited for', async () => {
    await using running = await RunningServer.start(echoContent, { limits: { contentStallMs: 600 } })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 8'))
    for (const octet of 'slowness') {
      client.send(octet)
      await sleep(120)
    }
    expect((await client.readResponse()).content.toString()).toBe('/: slowness')
  })

  it.each([
    ['closed', (client: { close(): void; endSending(): unknown }) => void client.endSending(), 'client-closed'],
    [
      'reset',
      (client: { reset(): void }) => {
        client.reset()
      },
      'client-reset',
    ],
  ])('that the client has %s in the middle fails the handler that reads it', async (_, leave, cause) => {
    const failures: unknown[] = []
    await using running = await RunningServer.start(async (incoming) => {
      try {
        return await echoContent(incoming)
      } catch (error) {
        failures.push(String(error), incoming.signal.aborted)
        throw error
      }
    })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 10'), 'abc')
    await running.until(() => running.eventsOf('request-received').length === 1)
    leave(client)
    await running.untilQuiet()
    expect(running.story.slice(1)).toEqual([
      '#1 received: POST /',
      `#1 aborted: ${cause}, sent 0, received 3`,
      `1 closed: ${cause}, exchanges 1`,
    ])
    expect(failures[0]).toBe(`IncompleteContentError: Cannot read the request content to its end: ${cause}`)
    expect(running.unexpected).toEqual([])
  })

  it('cannot be read any more once the response has ended', async () => {
    const late = gate<unknown>()
    await using running = await RunningServer.start(async ({ content }) => {
      setTimeout(() => {
        content[Symbol.asyncIterator]().next().then(late.open, late.open)
      }, 50)
      return text('early')
    })
    const client = await running.connect()
    client.send(request('POST /', 'Content-Length: 10'), 'abc')
    await client.readResponse()
    expect(String(await late.passed)).toBe('Error: Cannot read the request content: the response has ended')
  })
})
