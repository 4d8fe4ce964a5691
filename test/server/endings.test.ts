import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RawClient } from '../support/raw-client'
import { answer, fakeFile, gate, pattern, request, RunningServer, text } from './running-server'

const run = promisify(execFile)

const MIB = 1024 * 1024

describe('a file', () => {
  it.each([0, 1, 15 * 1024, 128 * 1024, 128 * 1024 + 1, 5 * MIB + 7])('of %i octets arrives whole', async (size) => {
    const file = fakeFile(size)
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /'))
    const { content, fields } = await client.readResponse()
    expect(fields['content-length']).toBe(String(size))
    expect(content.equals(pattern(0, size - 1))).toBe(true)
    await running.until(() => running.eventsOf('response-finished').length === 1)
    expect(running.story.at(-1)).toBe(`#1 finished: 200, sent ${String(size)}, received 0`)
    expect({ closed: file.closed, readBytes: file.readBytes }).toEqual({ closed: 1, readBytes: size })
  })

  it('and octets in memory are joined as the plan says', async () => {
    const { plan } = fakeFile(3 * MIB)
    if (plan.content.kind !== 'parts') throw new Error('Expected parts')
    const bytes = (words: string) => ({ kind: 'bytes', bytes: Buffer.from(words) }) as const
    const range = (first: number, last: number) => ({ kind: 'range', range: { first, last } }) as const
    const parts = [bytes('--a\r\n'), range(5, 9), bytes('\r\n--a\r\n'), range(1000, 2 * MIB), bytes('\r\n--a--\r\n')]
    const expected = Buffer.concat([
      Buffer.from('--a\r\n'),
      pattern(5, 9),
      Buffer.from('\r\n--a\r\n'),
      pattern(1000, 2 * MIB),
      Buffer.from('\r\n--a--\r\n'),
    ])
    const content = { ...plan.content, parts, length: expected.length }
    await using running = await RunningServer.start(async () => ({ ...plan, content }))
    const client = await running.connect()
    client.send(request('GET /'))
    expect((await client.readResponse()).content.equals(expected)).toBe(true)
  })

  it('shows how far it is at most four times a second, and never more than it has sent', async () => {
    const size = 60 * MIB
    await using running = await RunningServer.start(async () => fakeFile(size).plan)
    const client = await running.connect()
    client.send(request('GET /'))
    await readInSteps(client, { steps: 10, stepBytes: 2 * MIB, pauseMs: 150 })
    await client.readBytes(size - 20 * MIB)
    await running.until(() => running.eventsOf('response-finished').length === 1)
    const progress = running.eventsOf('response-progress')
    expect(progress.length).toBeGreaterThan(2)
    for (const [index, { at, sentBytes }] of progress.entries()) {
      const before = progress[index - 1] ?? { at: at - 1000, sentBytes: 0 }
      expect(sentBytes).toBeGreaterThan(before.sentBytes)
      expect(sentBytes).toBeLessThanOrEqual(size)
      expect(at - before.at).toBeGreaterThan(180)
    }
  })

  it.each([
    ['reset', 'client-reset'],
    ['closed', 'client-reset'],
  ] as const)('whose download the client has %s is told with at least what the client got', async (way, cause) => {
    const size = 500 * MIB
    const file = fakeFile(size)
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /'))
    await client.readBytes(3 * MIB)
    client.stopReading()
    await sleep(50)
    const gotBytes = client.socket.bytesRead
    if (way === 'reset') client.reset()
    else client.close()
    await running.untilQuiet()
    await running.until(() => file.closed === 1)
    const aborted = running.eventsOf('exchange-aborted')[0]!
    const headBytes = running.eventsOf('response-started')[0]!.headBytes.length
    expect(aborted.sentBytes).toBeGreaterThanOrEqual(gotBytes - headBytes)
    expect(aborted.sentBytes).toBeLessThan(gotBytes + 40 * MIB)
    expect(running.story.map((line) => line.replace(/sent \d+/, 'sent N'))).toEqual([
      '1 opened',
      '#1 received: GET /',
      `#1 started: 200, length ${String(size)}`,
      `#1 aborted: ${cause}, sent N, received 0`,
      `1 closed: ${cause}, exchanges 1`,
    ])
  })

  it('is let go of when its reader takes nothing, and not before', async () => {
    const file = fakeFile(500 * MIB)
    await using running = await RunningServer.start(async () => file.plan, { limits: { readerStallMs: 1200 } })
    const client = await running.connect()
    client.send(request('GET /')).stopReading()
    const before = performance.now()
    await running.untilQuiet()
    const elapsedMs = performance.now() - before
    expect(elapsedMs).toBeGreaterThan(900)
    expect(elapsedMs).toBeLessThan(5000)
    expect(file.closed).toBe(1)
    expect(running.story.slice(3).map((line) => line.replace(/sent \d+/, 'sent N'))).toEqual([
      '#1 aborted: stalled-reader, sent N, received 0',
      '1 closed: stalled-reader, exchanges 1',
    ])
    client.startReading()
    await client.ended
  })

  it('is sent to the end to a reader that is slow but goes on', async () => {
    const size = 60 * MIB
    await using running = await RunningServer.start(async () => fakeFile(size).plan, {
      limits: { readerStallMs: 1200 },
    })
    const client = await running.connect()
    client.send(request('GET /'))
    const before = performance.now()
    await readInSteps(client, { steps: 10, stepBytes: 2 * MIB, pauseMs: 300 })
    expect(performance.now() - before).toBeGreaterThan(2500)
    await client.readBytes(size - 20 * MIB)
    await running.until(() => running.eventsOf('response-finished').length === 1)
    expect(running.story.at(-1)).toBe(`#1 finished: 200, sent ${String(size)}, received 0`)
  })

  it('that became shorter breaks the connection: nothing stands in for what is missing', async () => {
    const [size, endsAt] = [20 * MIB, 7 * MIB + 13]
    const file = fakeFile(size, { endsAt })
    await using running = await RunningServer.start(async ({ head }) =>
      head.target === '/' ? file.plan : text('next'),
    )
    const client = await running.connect()
    client.send(request('GET /') + request('GET /next'))
    const { content, isWhole } = await client.readResponse()
    expect({ length: content.length, isWhole }).toEqual({ length: endsAt, isWhole: false })
    expect(content.equals(pattern(0, endsAt - 1))).toBe(true)
    client.close()
    await running.untilQuiet()
    expect(running.story).toEqual([
      '1 opened',
      '#1 received: GET /',
      `#1 started: 200, length ${String(size)}`,
      `#1 aborted: file-changed, sent ${String(endsAt)}, received 0`,
      '1 closed: file-changed, exchanges 1',
    ])
    expect(file.closed).toBe(1)
  })

  it('that became empty before its first octet still breaks off honestly', async () => {
    const file = fakeFile(100, { endsAt: 0 })
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /'))
    expect(await client.readResponse()).toMatchObject({ status: 200, isWhole: false })
    await running.untilQuiet()
    expect(running.story.slice(3)).toEqual([
      '#1 aborted: file-changed, sent 0, received 0',
      '1 closed: file-changed, exchanges 1',
    ])
  })

  it('that cannot be read from the start is answered with 500', async () => {
    const fail = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' })
    const file = fakeFile(100, { endsAt: 0, fail })
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /'))
    expect(await client.readResponse()).toMatchObject({ status: 500, fields: { connection: 'close' } })
    client.close()
    await running.untilQuiet()
    expect(running.story.slice(2)).toEqual([
      '#1 started: 500, length 15',
      '#1 finished: 500, sent 15, received 0',
      '1 closed: read-error, exchanges 1',
    ])
    expect(running.eventsOf('response-started')[0]?.subject).toEqual({ kind: 'page', reason: 'read-error' })
    expect({ closed: file.closed, unexpected: running.unexpected }).toEqual({ closed: 1, unexpected: [] })
  })

  it('that cannot be read any more in the middle breaks the connection', async () => {
    const fail = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' })
    const file = fakeFile(20 * MIB, { endsAt: 4 * MIB, fail })
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /'))
    expect((await client.readResponse()).isWhole).toBe(false)
    await running.untilQuiet()
    expect(running.story.at(-2)).toMatch(/^#1 aborted: read-error, sent \d+, received 0$/)
    expect(running.story.at(-1)).toBe('1 closed: read-error, exchanges 1')
    expect(file.closed).toBe(1)
  })
})

describe('a handler', () => {
  it('that throws costs its own connection and nothing else', async () => {
    const fault = new Error('boom')
    const held = gate()
    await using running = await RunningServer.start(async ({ head }) => {
      if (head.target === '/throws') throw fault
      await held.passed
      return text('fine')
    })
    const [other, client] = [await running.connect(), await running.connect()]
    other.send(request('GET /other'))
    await running.until(() => running.eventsOf('request-received').length === 1)
    client.send(request('GET /throws') + request('GET /next'))
    expect(await client.readResponse()).toMatchObject({ status: 500, fields: { connection: 'close' } })
    expect(await client.ended).toBe('closed')
    client.close()
    held.open()
    expect((await other.readResponse()).content.toString()).toBe('fine')
    await running.until(() => running.server.connectionCount === 1)
    expect(running.story.filter((line) => line.startsWith('#2') || line.startsWith('2'))).toEqual([
      '2 opened',
      '#2 received: GET /throws',
      '#2 started: 500, length 19',
      '#2 finished: 500, sent 19, received 0',
      '2 closed: handler-failed, exchanges 1',
    ])
    expect(running.eventsOf('response-started')[0]?.subject).toEqual({ kind: 'page', reason: 'handler-failed' })
    expect(running.unexpected).toEqual([fault])
  })

  it.each([
    [
      'throws before it promises anything',
      () => {
        throw new Error('sync')
      },
    ],
    ['plans a field that would break out of its line', async () => text('x', { fields: [['X', 'a\r\nb']] })],
    [
      'plans parts that do not add up',
      async () =>
        answer({ kind: 'parts', parts: [], length: 5, source: { read: async () => 0, close: async () => undefined } }),
    ],
    ['makes a stream that throws at once', async () => answer({ kind: 'stream', chunks: throwing() })],
  ])('that %s is answered for with 500', async (_, handler) => {
    await using running = await RunningServer.start(handler)
    const client = await running.connect()
    client.send(request('GET /'))
    expect(await client.readResponse()).toMatchObject({ status: 500, isWhole: true })
    expect(running.unexpected.length).toBe(1)
    client.close()
    await running.untilQuiet()
    expect(running.story.at(-1)).toBe('1 closed: handler-failed, exchanges 1')
  })

  // Node's own client takes a reset right behind content for an end in order; curl tells them apart: 18 is a transfer
  // that ended early, 56 a connection that was reset.
  it.each([
    ['HTTP/1.1', '--http1.1', 18],
    ['HTTP/1.0, where an end in order would make what came look whole,', '--http1.0', 56],
  ])('whose stream throws in the middle breaks an %s connection', async (_, version, exitCode) => {
    await using running = await RunningServer.start(async () => answer({ kind: 'stream', chunks: throwing('first') }))
    const curl = run('curl', ['-s', version, `http://127.0.0.1:${String(running.port)}/`])
    await expect(curl).rejects.toMatchObject({ code: exitCode })
    await running.untilQuiet()
    expect(running.story.slice(2)).toEqual([
      '#1 started: 200, length undefined',
      '#1 aborted: handler-failed, sent 5, received 0',
      '1 closed: handler-failed, exchanges 1',
    ])
  })

  it('is told by its signal that the client has gone, and what it plans then is closed', async () => {
    const file = fakeFile(1000)
    const held = gate()
    let signal: AbortSignal | undefined
    await using running = await RunningServer.start(async (incoming) => {
      signal = incoming.signal
      await held.passed
      return file.plan
    })
    const client = await running.connect()
    client.send(request('GET /'))
    await running.until(() => signal !== undefined)
    expect(signal?.aborted).toBe(false)
    client.reset()
    await running.untilQuiet()
    expect(signal?.aborted).toBe(true)
    held.open()
    await running.until(() => file.closed === 1)
    expect(file.readBytes).toBe(0)
    expect(running.story.slice(1)).toEqual([
      '#1 received: GET /',
      '#1 aborted: client-reset, sent 0, received 0',
      '1 closed: client-reset, exchanges 1',
    ])
  })
})

describe('a handler that was cut off', () => {
  it('may throw: that is no mistake, and nobody is told', async () => {
    await using running = await RunningServer.start(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('given up'))
          })
        }),
    )
    const client = await running.connect()
    client.send(request('GET /'))
    await running.until(() => running.eventsOf('request-received').length === 1)
    client.reset()
    await running.untilQuiet()
    await sleep(20)
    expect(running.unexpected).toEqual([])
  })
})

describe('a listener that throws', () => {
  it('breaks nothing', async () => {
    const fault = new Error('listener')
    const unexpected: unknown[] = []
    await using running = await RunningServer.start(async () => text('fine'), {
      onEvent: () => {
        throw fault
      },
      onUnexpected: (error) => unexpected.push(error),
    })
    const client = await running.connect()
    client.send(request('GET /'))
    expect((await client.readResponse()).content.toString()).toBe('fine')
    expect(new Set(unexpected)).toEqual(new Set([fault]))
  })
})

/** Reads slowly: in the pauses nothing is taken, so that the buffers on the way fill up. */
async function readInSteps(
  client: RawClient,
  { steps, stepBytes, pauseMs }: { readonly steps: number; readonly stepBytes: number; readonly pauseMs: number },
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await client.startReading().readBytes(stepBytes)
    client.stopReading()
    await sleep(pauseMs)
  }
  client.startReading()
}

async function* throwing(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const each of texts) yield Buffer.from(each)
  throw new Error('stream')
}
