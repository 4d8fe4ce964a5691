import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { echoTarget, fakeFile, gate, request, RunningServer, text } from './running-server'

const closedOf = (running: RunningServer) => running.eventsOf('connection-closed')

describe('the end of a connection', () => {
  it('is told with its manner: in order when the client closes, and with every octet that crossed', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    const asked = request('GET /one')
    client.send(asked)
    const { fields } = await client.readResponse()
    client.endSending()
    await running.untilQuiet()
    const [closed] = closedOf(running)
    expect(closed).toMatchObject({ cause: 'client-closed', manner: 'fin', exchanges: 1, receivedBytes: asked.length })
    expect(closed!.sentBytes).toBeGreaterThan(Number(fields['content-length']))
    expect(running.eventsOf('connection-half-closed')).toMatchObject([{ connectionId: 1 }])
  })

  it('is told as broken off when the client resets it', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /one'))
    await client.readResponse()
    client.reset()
    await running.untilQuiet()
    expect(closedOf(running)).toMatchObject([{ cause: 'client-reset', manner: 'reset' }])
    expect(running.eventsOf('connection-half-closed')).toEqual([])
  })

  it('is told as broken off when we cut it', async () => {
    await using running = await RunningServer.start(async () => fakeFile(500_000_000).plan)
    const client = await running.connect()
    client.send(request('GET /large'))
    await running.until(() => running.eventsOf('response-started').length === 1)
    running.server.disconnect(1)
    await running.untilQuiet()
    expect(closedOf(running)).toMatchObject([{ cause: 'user-disconnected', manner: 'reset' }])
  })

  it('is told as in order when the answer was the last one', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /one', 'Connection: close'))
    await client.readResponse()
    client.close()
    await running.untilQuiet()
    expect(closedOf(running)).toMatchObject([{ cause: 'client-asked', manner: 'fin' }])
  })

  it('tells a half that the client closed while it still waits for its answer', async () => {
    const held = gate()
    await using running = await RunningServer.start(async () => {
      await held.passed
      return text('late')
    })
    const client = await running.connect()
    client.send(request('GET /late')).endSending()
    await running.until(() => running.eventsOf('connection-half-closed').length === 1)
    expect(running.eventsOf('response-started')).toEqual([])
    held.open()
    expect((await client.readResponse()).content.toString()).toBe('late')
  })
})

describe('the marks of an exchange', () => {
  it('come in their order, from the first octet to the last', async () => {
    await using running = await RunningServer.start(async (incoming) => {
      incoming.routed()
      await sleep(30)
      return fakeFile(300_000).plan
    })
    const client = await running.connect()
    await sleep(60)
    client.send(request('GET /file'))
    await client.readResponse()
    await running.until(() => running.eventsOf('response-finished').length === 1)
    const [received] = running.eventsOf('request-received')
    const [started] = running.eventsOf('response-started')
    const [finished] = running.eventsOf('response-finished')
    const { routed, decided, contentTaken } = finished!.marks!
    const order = [received!.headElapsedMs, routed, decided, started!.elapsedMs, contentTaken, finished!.elapsedMs]
    expect(order).toEqual(order.toSorted((one, other) => one! - other!))
    expect(decided! - routed!).toBeGreaterThan(20)
    expect(received!.waitedMs).toBeGreaterThan(40)
    expect(received!.queuedMs).toBeUndefined()
    expect(started!.marks).toEqual({ routed, decided, contentTaken: null })
  })

  it('tell how long a pipelined request waited for its turn', async () => {
    await using running = await RunningServer.start(async ({ head }) => {
      if (head.target === '/slow') await sleep(80)
      return text(head.target)
    })
    const client = await running.connect()
    client.send(request('GET /slow') + request('GET /next'))
    await client.readResponse()
    await client.readResponse()
    const [slow, next] = running.eventsOf('request-received')
    expect(slow!.queuedMs).toBeUndefined()
    expect(next!.queuedMs).toBeGreaterThan(60)
    expect(next!.waitedMs).toBe(0)
  })

  it('count the time between two requests as the time that the connection was free', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /one'))
    await client.readResponse()
    await sleep(70)
    client.send(request('GET /two'))
    await client.readResponse()
    expect(running.eventsOf('request-received')[1]!.waitedMs).toBeGreaterThan(50)
  })
})

describe('a head that is slow to come', () => {
  const begunOf = (running: RunningServer) => running.eventsOf('request-begun')

  it('is told before it is whole, as the exchange that it becomes', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('GET /slow HTTP/1.1\r\nHo')
    await running.until(() => begunOf(running).length === 1)
    client.send('st: a\r\n\r\n')
    expect((await client.readResponse()).content.toString()).toBe('/slow')
    client.send(request('GET /quick'))
    await client.readResponse()
    expect(begunOf(running)).toMatchObject([{ exchangeId: 1, ordinal: 1 }])
    const received = running.eventsOf('request-received')
    expect(received.map(({ exchangeId, ordinal }) => [exchangeId, ordinal])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(begunOf(running)[0]!.at).toBe(received[0]!.at)
  })

  it('is the same exchange when it never becomes whole', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { headTimeoutMs: 700 } })
    const client = await running.connect()
    client.send('GET /slow HTTP/1.1\r\n')
    expect((await client.readResponse()).status).toBe(408)
    client.close()
    await running.untilQuiet()
    expect(begunOf(running)).toMatchObject([{ exchangeId: 1 }])
    expect(running.eventsOf('request-rejected')).toMatchObject([{ exchangeId: 1, code: 'head-timeout' }])
    expect(closedOf(running)).toMatchObject([{ exchanges: 1 }])
  })

  it.each([
    ['the client breaks off', 'client-reset'],
    ['serving stops', 'server-stopped'],
  ] as const)('ends as an exchange when %s', async (_, cause) => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('GET /slow HTTP/1.1\r\n')
    await running.until(() => begunOf(running).length === 1)
    if (cause === 'client-reset') client.reset()
    else await running.server.close({ graceMs: 0 })
    await running.untilQuiet()
    expect(running.eventsOf('exchange-aborted')).toMatchObject([{ exchangeId: 1, cause, sentBytes: 0 }])
  })
})
