import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { answer, echoTarget, fakeFile, gate, pattern, request, RunningServer, text } from './running-server'

describe('a connection', () => {
  it('carries one exchange after the other, and tells each from its first octet to its last', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /one'))
    expect((await client.readResponse()).content.toString()).toBe('/one')
    client.send(request('GET /second'))
    expect((await client.readResponse()).content.toString()).toBe('/second')
    client.endSending()
    expect(await client.ended).toBe('closed')
    await running.untilQuiet()
    expect(running.story).toEqual([
      '1 opened',
      '#1 received: GET /one',
      '#1 started: 200, length 4',
      '#1 finished: 200, sent 4, received 0',
      '#2 received: GET /second',
      '#2 started: 200, length 7',
      '#2 finished: 200, sent 7, received 0',
      '1 closed: client-closed, exchanges 2',
    ])
  })

  it('tells both ends, the head as it crossed, and times that fit together', async () => {
    await using running = await RunningServer.start(async () => {
      await sleep(30)
      return text('slow', { subject: { kind: 'echo' } })
    })
    const client = await running.connect()
    const before = Date.now()
    const head = request('GET /', 'X-Odd:  kept as it was ')
    client.send(head.slice(0, 9))
    await sleep(300)
    client.send(head.slice(9))
    const response = await client.readResponse()
    const after = Date.now()

    const [opened] = running.eventsOf('connection-opened')
    const [received] = running.eventsOf('request-received')
    const [started] = running.eventsOf('response-started')
    const [finished] = running.eventsOf('response-finished')
    expect(opened?.connection).toEqual({
      connectionId: 1,
      remoteAddress: '127.0.0.1',
      remotePort: client.socket.localPort,
      localAddress: '127.0.0.1',
      localPort: running.port,
    })
    expect(received).toMatchObject({ connectionId: 1, exchangeId: 1, ordinal: 1 })
    expect(Buffer.from(received!.head.bytes).toString('latin1')).toBe(head)
    expect(received!.headElapsedMs).toBeGreaterThan(100)
    expect(started!.subject).toEqual({ kind: 'echo' })
    expect(started!.elapsedMs).toBeGreaterThan(received!.headElapsedMs + 25)
    expect(finished!.elapsedMs).toBeGreaterThanOrEqual(started!.elapsedMs)
    for (const { at } of running.events) {
      expect(at).toBeGreaterThanOrEqual(before - 1)
      expect(at).toBeLessThanOrEqual(after + 1)
    }
    expect(Buffer.from(started!.headBytes).toString('latin1')).toBe(
      `HTTP/1.1 200 OK\r\nDate: ${response.fields['date']!}\r\nContent-Length: 4\r\n\r\n`,
    )
    expect(Math.abs(Date.parse(response.fields['date']!) - after)).toBeLessThan(2000)
  })

  it('answers pipelined requests in order, however long each takes', async () => {
    await using running = await RunningServer.start(async ({ head }) => {
      await sleep(Number(head.target.slice(1)))
      return text(head.target)
    })
    const client = await running.connect()
    client.send(request('GET /30') + request('GET /1') + request('GET /15') + request('GET /0'))
    const answers = []
    for (let index = 0; index < 4; index += 1) answers.push((await client.readResponse()).content.toString())
    expect(answers).toEqual(['/30', '/1', '/15', '/0'])
    expect(running.story.slice(1)).toEqual(
      ['/30', '/1', '/15', '/0'].flatMap((target, index) => [
        `#${String(index + 1)} received: GET ${target}`,
        `#${String(index + 1)} started: 200, length ${String(target.length)}`,
        `#${String(index + 1)} finished: 200, sent ${String(target.length)}, received 0`,
      ]),
    )
  })

  it('answers a thousand requests that come in one piece, and lets others in between', async () => {
    await using running = await RunningServer.start(echoTarget)
    const [flood, other] = [await running.connect(), await running.connect()]
    const requests = Array.from({ length: 1000 }, (_, index) => request(`GET /${String(index)}`))
    flood.send(requests.join(''))
    other.send(request('GET /other'))
    for (let index = 0; index < 1000; index += 1) {
      expect((await flood.readResponse()).content.toString()).toBe(`/${String(index)}`)
    }
    expect((await other.readResponse()).content.toString()).toBe('/other')
    const targets = running.eventsOf('request-received').map(({ head }) => head.target)
    expect(targets.indexOf('/other')).toBeLessThan(900)
  })

  it('reads no more requests than it can answer: a pipeline that nobody reads costs nearly nothing', async () => {
    const megabyte = Buffer.alloc(1024 * 1024)
    await using running = await RunningServer.start(async () => answer({ kind: 'bytes', bytes: megabyte }))
    const client = await running.connect()
    client.stopReading()
    const before = process.memoryUsage().rss
    client.send(request('GET /').repeat(5000))
    await sleep(500)
    expect(running.eventsOf('request-received').length).toBeLessThan(40)
    // Both ends are in this process: the client's own 5,000 requests are in the figure too.
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024)
    // It is only waiting: whoever reads on gets on.
    client.startReading()
    for (let index = 0; index < 60; index += 1) expect((await client.readResponse()).content.length).toBe(1024 * 1024)
  })

  it('takes in no more requests than it is about to answer: the rest fills the buffers of the client', async () => {
    const held = gate()
    await using running = await RunningServer.start(async (incoming) => {
      await held.passed
      return echoTarget(incoming)
    })
    const client = await running.connect()
    const requests = request('GET /', `X: ${'x'.repeat(8000)}`).repeat(8000)
    client.send(requests)
    await sleep(300)
    expect(client.socket.writableLength).toBeGreaterThan(requests.length / 2)
    held.open()
    for (let index = 0; index < 8000; index += 1) await client.readResponse()
    expect(running.eventsOf('response-finished').length).toBe(8000)
  })

  it('skips an empty line before a request', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('\r\n')
    await sleep(20)
    client.send(request('GET /a'))
    expect((await client.readResponse()).content.toString()).toBe('/a')
    client.send('\r\n' + request('GET /b'))
    expect((await client.readResponse()).content.toString()).toBe('/b')
  })

  it('ends when the client asks for it', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /', 'Connection: foo, Close'), request('GET /never'))
    expect((await client.readResponse()).fields).toMatchObject({ connection: 'close' })
    expect(await client.ended).toBe('closed')
    client.close()
    await running.untilQuiet()
    expect(running.story.slice(1)).toEqual([
      '#1 received: GET /',
      '#1 started: 200, length 1',
      '#1 finished: 200, sent 1, received 0',
      '1 closed: client-asked, exchanges 1',
    ])
  })

  it('ends when the plan asks for it', async () => {
    await using running = await RunningServer.start(async () => text('bye', { close: true }))
    const client = await running.connect()
    client.send(request('GET /'))
    expect((await client.readResponse()).fields).toMatchObject({ connection: 'close' })
    expect(await client.ended).toBe('closed')
    client.close()
    await running.untilQuiet()
    expect(running.story.at(-1)).toBe('1 closed: server-asked, exchanges 1')
  })

  it('answers a client that has closed its half, to the last of its requests', async () => {
    const size = 3 * 1024 * 1024
    await using running = await RunningServer.start(async ({ head }) => {
      await sleep(20)
      return head.target === '/big' ? fakeFile(size).plan : text(head.target)
    })
    const client = await running.connect()
    client.send(request('GET /a') + request('GET /big')).endSending()
    expect((await client.readResponse()).content.toString()).toBe('/a')
    const big = await client.readResponse()
    expect(big.content.equals(pattern(0, size - 1))).toBe(true)
    expect(await client.ended).toBe('closed')
    await running.untilQuiet()
    expect(running.story).toEqual([
      '1 opened',
      '#1 received: GET /a',
      '#1 started: 200, length 2',
      '#1 finished: 200, sent 2, received 0',
      '#2 received: GET /big',
      `#2 started: 200, length ${String(size)}`,
      `#2 finished: 200, sent ${String(size)}, received 0`,
      '1 closed: client-closed, exchanges 2',
    ])
  })
})

describe('HTTP/1.0', () => {
  it.each([
    ['closes unless it is asked not to', 'GET / HTTP/1.0\r\n\r\n', 'close'],
    [
      'keeps the connection when it is asked to, and says so',
      'GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n',
      'keep-alive',
    ],
  ])('%s', async (_, head, connection) => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(head)
    const response = await client.readResponse()
    expect({ ...response.fields, date: '' }).toEqual({ date: '', 'content-length': '1', connection })
    if (connection === 'close') expect(await client.ended).toBe('closed')
    else expect((await client.send(head).readResponse()).status).toBe(200)
  })

  it('gets a stream without chunks, ended by closing, even if it would keep the connection', async () => {
    await using running = await RunningServer.start(async () =>
      answer({ kind: 'stream', chunks: chunks('ab', '', 'cd') }),
    )
    const client = await running.connect()
    client.send('GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n')
    const octets = await client.readToEnd()
    expect(octets.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: [^\r]+\r\nConnection: close\r\n\r\nabcd$/)
    client.close()
    await running.untilQuiet()
    expect(running.story.slice(2)).toEqual([
      '#1 started: 200, length undefined',
      '#1 finished: 200, sent 4, received 0',
      '1 closed: server-asked, exchanges 1',
    ])
  })
})

describe('a stream', () => {
  it('is chunked to HTTP/1.1, and only its content counts as sent', async () => {
    await using running = await RunningServer.start(async () =>
      answer({ kind: 'stream', chunks: chunks('ab', '', 'x'.repeat(300)) }),
    )
    const client = await running.connect()
    client.send(request('GET /'))
    const wire = await client.readResponse()
    expect(wire.fields).toMatchObject({ 'transfer-encoding': 'chunked' })
    expect(wire.fields).not.toHaveProperty('content-length')
    expect(wire.content.toString()).toBe(`ab${'x'.repeat(300)}`)
    expect((await client.send(request('GET /')).readResponse()).content.length).toBe(302)
    expect(running.story.slice(2, 4)).toEqual([
      '#1 started: 200, length undefined',
      '#1 finished: 200, sent 302, received 0',
    ])
  })

  it('of nothing is whole', async () => {
    await using running = await RunningServer.start(async () => answer({ kind: 'stream', chunks: chunks() }))
    const client = await running.connect()
    client.send(request('GET /'))
    expect(await client.readResponse()).toMatchObject({ status: 200, isWhole: true, content: Buffer.alloc(0) })
  })

  it('is not asked for more than its reader takes', async () => {
    let made = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        made += 1
        yield Buffer.alloc(64 * 1024)
      }
    }
    await using running = await RunningServer.start(async () => answer({ kind: 'stream', chunks: endless() }))
    const client = await running.connect()
    client.stopReading().send(request('GET /'))
    await sleep(300)
    const before = made
    await sleep(200)
    expect(made).toBe(before)
    expect(made * 64 * 1024).toBeLessThan(64 * 1024 * 1024)
  })
})

describe('HEAD', () => {
  it.each([
    ['bytes', () => text('12345'), { 'content-length': '5' }],
    ['a file', () => fakeFile(7_000_000_000).plan, { 'content-length': '7000000000' }],
    ['a length alone', () => answer({ kind: 'none', length: 9 }), { 'content-length': '9' }],
    ['no length', () => answer({ kind: 'none' }), {}],
    ['a stream', () => answer({ kind: 'stream', chunks: chunks('never') }), { 'transfer-encoding': 'chunked' }],
  ])('of %s has the fields of GET, no content, and leaves the connection usable', async (_, plan, fields) => {
    await using running = await RunningServer.start(async ({ head }) => (head.target === '/' ? plan() : text('next')))
    const client = await running.connect()
    client.send(request('HEAD /') + request('GET /next'))
    const response = await client.readResponse('HEAD')
    expect({ ...response.fields, date: '' }).toEqual({ date: '', ...fields })
    expect((await client.readResponse()).content.toString()).toBe('next')
    expect(running.story[3]).toBe('#1 finished: 200, sent 0, received 0')
  })

  it('closes what the plan holds open', async () => {
    const file = fakeFile(10)
    let hasStreamEnded = false
    const stream = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Error('read')),
        return: () => ((hasStreamEnded = true), Promise.resolve({ done: true as const, value: undefined })),
      }),
    }
    await using running = await RunningServer.start(async ({ head }) =>
      head.target === '/file' ? file.plan : answer({ kind: 'stream', chunks: stream }),
    )
    const client = await running.connect()
    await client.send(request('HEAD /file')).readResponse('HEAD')
    await client.send(request('HEAD /stream')).readResponse('HEAD')
    expect({ closed: file.closed, read: file.readBytes, hasStreamEnded }).toEqual({
      closed: 1,
      read: 0,
      hasStreamEnded: true,
    })
  })
})

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const each of texts) yield Buffer.from(each)
}
