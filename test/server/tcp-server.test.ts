import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { TcpServer } from '../../main/server/tcp-server'
import { RawClient } from '../support/raw-client'
import { echoTarget, fakeFile, gate, request, RunningServer, text } from './running-server'

const MIB = 1024 * 1024

describe('TcpServer.listen', () => {
  it('tells the port and the address that it got', async () => {
    const server = quietServer()
    const { port, address } = await server.listen({ port: 0, host: '127.0.0.1' })
    expect(port).toBeGreaterThan(0)
    expect(address).toBe('127.0.0.1')
    await server.close({ graceMs: 0 })
  })

  it('rejects with the error of the system, and can be tried again', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const server = quietServer()
    await expect(server.listen({ port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect(server.listen({ port: 0, host: '192.0.2.1' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' })
    await new Promise((resolve) => other.close(resolve))
    expect((await server.listen({ port, host: '127.0.0.1' })).port).toBe(port)
    await expect(server.listen({ port: 0, host: '127.0.0.1' })).rejects.toThrow(
      'Cannot listen: the server listens already',
    )
    await server.close({ graceMs: 0 })
  })

  it('gives an IPv4 client on an address that takes both as IPv4', async () => {
    await using running = await RunningServer.start(async ({ connection }) =>
      text(`${connection.remoteAddress} ${connection.localAddress}`),
    )
    await running.server.close({ graceMs: 0 })
    const { port } = await running.server.listen({ port: 0, host: '::' })
    const client = await RawClient.connect(port)
    expect((await client.send(request('GET /')).readResponse()).content.toString()).toBe('127.0.0.1 127.0.0.1')
    client.close()
  })
})

describe('TcpServer.close', () => {
  it('frees the port at once, closes idle connections, and lets running exchanges end', async () => {
    const held = gate()
    await using running = await RunningServer.start(async ({ head }) => {
      await held.passed
      return text(head.target)
    })
    const [idle, half, busy] = [await running.connect(), await running.connect(), await running.connect()]
    half.send('GET /half')
    busy.send(request('GET /busy'))
    await running.until(() => running.eventsOf('request-received').length === 1)
    const before = performance.now()
    const closed = running.server.close({ graceMs: 5000 })
    expect(await idle.ended).toBe('closed')
    // What it had sent was not read to the end, so the system may end it with a reset.
    await half.ended
    await expect(RawClient.connect(running.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const again = createServer().listen(running.port, '127.0.0.1')
    await new Promise((resolve) => again.once('listening', resolve))
    again.close()
    expect(performance.now() - before).toBeLessThan(1000)

    held.open()
    expect(await busy.readResponse()).toMatchObject({ status: 200, fields: { connection: 'close' } })
    busy.close()
    await closed
    expect(performance.now() - before).toBeLessThan(2000)
    expect(running.story.filter((line) => line.includes('closed')).toSorted()).toEqual([
      '1 closed: server-stopped, exchanges 0',
      '2 closed: server-stopped, exchanges 0',
      '3 closed: server-stopped, exchanges 1',
    ])
    expect(running.server.connectionCount).toBe(0)
  })

  it('cuts off after the grace what has not ended', async () => {
    const file = fakeFile(500 * MIB)
    await using running = await RunningServer.start(async () => file.plan)
    const client = await running.connect()
    client.send(request('GET /')).stopReading()
    await running.until(() => running.eventsOf('response-started').length === 1)
    const before = performance.now()
    await running.server.close({ graceMs: 300 })
    expect(performance.now() - before).toBeGreaterThan(250)
    expect(performance.now() - before).toBeLessThan(4000)
    await running.until(() => file.closed === 1)
    expect(running.story.slice(3).map((line) => line.replace(/sent \d+/, 'sent N'))).toEqual([
      '#1 aborted: server-stopped, sent N, received 0',
      '1 closed: server-stopped, exchanges 1',
    ])
  })

  it('called again can shorten the grace', async () => {
    await using running = await RunningServer.start(async () => fakeFile(500 * MIB).plan)
    const client = await running.connect()
    client.send(request('GET /')).stopReading()
    await running.until(() => running.eventsOf('response-started').length === 1)
    const before = performance.now()
    const patient = running.server.close({ graceMs: 10_000 })
    await running.server.close({ graceMs: 50 })
    await patient
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('leaves the server able to listen again, with its numbers going on', async () => {
    await using running = await RunningServer.start(echoTarget)
    await (await running.connect()).send(request('GET /a')).readResponse()
    await running.server.close({ graceMs: 0 })
    running.port = (await running.server.listen({ port: 0, host: '127.0.0.1' })).port
    await (await running.connect()).send(request('GET /b')).readResponse()
    expect(running.story.filter((line) => / (opened|received: )/.test(line))).toEqual([
      '1 opened',
      '#1 received: GET /a',
      '2 opened',
      '#2 received: GET /b',
    ])
  })
})

describe('TcpServer.disconnect', () => {
  it('breaks off one connection and leaves the others', async () => {
    await using running = await RunningServer.start(async () => fakeFile(500 * MIB).plan)
    const [first, second] = [await running.connect(), await running.connect()]
    first.send(request('GET /')).stopReading()
    second.send(request('GET /')).stopReading()
    await running.until(() => running.eventsOf('response-started').length === 2)
    expect(running.server.disconnect(1)).toBe(true)
    expect(running.server.disconnect(99)).toBe(false)
    await running.until(() => running.server.connectionCount === 1)
    expect(running.story.slice(-2).map((line) => line.replace(/sent \d+/, 'sent N'))).toEqual([
      '#1 aborted: user-disconnected, sent N, received 0',
      '1 closed: user-disconnected, exchanges 1',
    ])
    await expect(second.startReading().readBytes(20 * MIB)).resolves.toHaveLength(20 * MIB)
  })
})

describe('too many connections', () => {
  it('are turned away with 503 and a time to wait, until there is room again', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { maxConnections: 2, retryAfterSeconds: 7 } })
    const [first] = [await running.connect(), await running.connect()]
    const third = await running.connect()
    expect(await third.readResponse()).toMatchObject({
      status: 503,
      fields: { 'retry-after': '7', connection: 'close' },
    })
    expect(await third.ended).toBe('closed')
    third.close()
    await running.until(() => running.eventsOf('connection-closed').length === 1)
    expect(running.story).toEqual(['1 opened', '2 opened', '3 opened', '3 closed: over-limit, exchanges 0'])

    first.close()
    await running.until(() => running.server.connectionCount === 1)
    const fourth = await running.connect()
    expect((await fourth.send(request('GET /room')).readResponse()).content.toString()).toBe('/room')
  })

  it('of one client leave room for another', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { maxConnectionsPerClient: 1 } })
    const first = await running.connect()
    expect(await (await running.connect()).readResponse()).toMatchObject({ status: 503 })
    const other = await running.connect({ localAddress: '127.0.0.2' })
    expect((await other.send(request('GET /other')).readResponse()).content.toString()).toBe('/other')

    first.close()
    await running.until(() => running.server.connectionCount === 1)
    const second = await running.connect()
    expect((await second.send(request('GET /room')).readResponse()).content.toString()).toBe('/room')
  })

  it('are counted against limits that can change while it runs', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { maxConnections: 1 } })
    await running.connect()
    expect((await (await running.connect()).readResponse()).status).toBe(503)
    running.server.changeLimits({ maxConnections: 5 })
    expect((await (await running.connect()).send(request('GET /')).readResponse()).status).toBe(200)
    expect(running.server.limits.maxConnections).toBe(5)
  })

  it('are as many as the descriptors of the process allow', async () => {
    await using running = await RunningServer.start(echoTarget, { descriptors: 8 })
    await running.connect()
    await running.connect()
    expect((await (await running.connect()).readResponse()).status).toBe(503)
  })

  it('in a flood are not all answered, and leave nothing behind', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { maxConnections: 1 } })
    await running.connect()
    const refused = await Promise.all(Array.from({ length: 200 }, () => running.connect().catch(() => undefined)))
    const ends = await Promise.all(refused.map(async (client) => client?.ended))
    expect(ends).toContain('reset')
    for (const client of refused) client?.close()
    await running.until(
      () => running.eventsOf('connection-closed').length === running.eventsOf('connection-opened').length - 1,
    )
  })
})

describe('vanishing clients', () => {
  it('leave no connection, no open file and no missing ending behind', async () => {
    const files: ReturnType<typeof fakeFile>[] = []
    await using running = await RunningServer.start(async () => {
      const file = fakeFile(100 * MIB)
      files.push(file)
      return file.plan
    })
    for (let round = 0; round < 20; round += 1) {
      const clients = await Promise.all(Array.from({ length: 10 }, () => running.connect()))
      for (const client of clients) client.send(request('GET /'))
      await sleep(3)
      for (const [index, client] of clients.entries()) {
        if (index % 2 === 0) client.reset()
        else client.close()
      }
    }
    // Those at the end of the queue are accepted only now; of some, nothing but their leaving is seen.
    await sleep(300)
    await running.untilQuiet()
    await running.until(() => files.every(({ closed }) => closed === 1))
    const ended = [...running.eventsOf('response-finished'), ...running.eventsOf('exchange-aborted')]
    expect(ended.length).toBeGreaterThan(20)
    expect(ended.length).toBe(running.eventsOf('request-received').length)
    expect(new Set(ended.map(({ exchangeId }) => exchangeId)).size).toBe(ended.length)
    expect(running.eventsOf('connection-closed').length).toBe(running.eventsOf('connection-opened').length)
    expect(running.unexpected).toEqual([])
  })
})

function quietServer(): TcpServer {
  return new TcpServer({
    handler: echoTarget,
    onEvent: () => undefined,
    faultPage: () => ({ fields: [], bytes: new Uint8Array() }),
  })
}
