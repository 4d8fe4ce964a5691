import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { echoTarget, request, RunningServer } from './running-server'

describe('a message that is no request', () => {
  it('is answered, told with its octets, and nothing behind it is read', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(request('GET /fine') + 'GET /bad HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n' + request('GET /behind'))
    expect((await client.readResponse()).content.toString()).toBe('/fine')
    const response = await client.readResponse()
    expect(response).toMatchObject({ status: 400, fields: { connection: 'close' } })
    expect(response.content.toString()).toBe('400 space-before-colon\n')
    expect((await client.readToEnd()).length).toBe(0)
    expect(await client.ended).toBe('closed')
    client.close()
    await running.untilQuiet()
    expect(running.eventsOf('request-rejected')[0]).toMatchObject({
      connectionId: 1,
      ordinal: 2,
      status: 400,
      method: 'GET',
      target: '/bad',
    })
    const { bytes, offset } = running.eventsOf('request-rejected')[0]!
    expect(Buffer.from(bytes).toString('latin1').slice(offset)).toMatch(/^ : y\r\n/)
    expect(running.story.slice(4)).toEqual([
      expect.stringMatching(/^#2 rejected: space-before-colon at 29 of \d+$/),
      '#2 started: 400, length 23',
      '#2 finished: 400, sent 23, received 0',
      '1 closed: protocol-fault, exchanges 2',
    ])
  })

  it.each([
    ['a TLS ClientHello', Buffer.from('1603010200010001fc0303' + '00'.repeat(64), 'hex'), 400, 'tls'],
    ['an SSH banner', Buffer.from('SSH-2.0-OpenSSH_9.0\r\n'), 400, 'ssh'],
    ['the preface of HTTP/2', Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 505, 'http2'],
    ['random octets', Buffer.from('000102fffefd'.repeat(8), 'hex'), 400, 'binary'],
  ])('but %s is named', async (_, octets, status, foreign) => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send(octets)
    expect(await client.readResponse()).toMatchObject({ status, fields: { connection: 'close' } })
    expect(await client.ended).toBe('closed')
    expect(running.eventsOf('request-rejected')[0]).toMatchObject({ code: 'foreign-protocol', foreign, status })
  })

  it('asked with HEAD gets no content', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('HEAD / HTTP/1.1\r\n\r\n')
    expect((await client.readToEnd()).toString()).toMatch(
      /^HTTP\/1\.1 400 [^]+Content-Length: \d+\r\nConnection: close\r\n\r\n$/,
    )
  })

  it('because the client closed in the middle is told as such', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('GET /half HTTP/1.1\r\nHo').endSending()
    expect(await client.readResponse()).toMatchObject({ status: 400 })
    await running.untilQuiet()
    expect(running.story.slice(1)).toEqual([
      '#1 rejected: head-incomplete at 22 of 22',
      '#1 started: 400, length 20',
      '#1 finished: 400, sent 20, received 0',
      '1 closed: protocol-fault, exchanges 1',
    ])
  })
})

describe('a head', () => {
  it('must be whole in time, however steadily its octets come', async () => {
    await using running = await RunningServer.start(echoTarget, { limits: { headTimeoutMs: 700 } })
    const client = await running.connect()
    const before = performance.now()
    const drip = setInterval(() => client.send('X'), 20)
    client.send('GET /slow HTTP/1.1\r\n')
    const response = await client.readResponse()
    clearInterval(drip)
    expect(response).toMatchObject({ status: 408, fields: { connection: 'close' } })
    expect(performance.now() - before).toBeGreaterThan(400)
    expect(performance.now() - before).toBeLessThan(5000)
    client.close()
    await running.untilQuiet()
    expect(running.story.slice(1).map((line) => line.replaceAll(/\d{2,} of \d+/g, 'N of N'))).toEqual([
      '#1 rejected: head-timeout at N of N',
      '#1 started: 408, length 17',
      '#1 finished: 408, sent 17, received 0',
      '1 closed: head-timeout, exchanges 1',
    ])
    expect(running.eventsOf('request-rejected')[0]).toMatchObject({ method: 'GET', target: '/slow' })
  })

  it('of a pipelined request has its whole time from when it is looked at', async () => {
    await using running = await RunningServer.start(
      async (incoming) => {
        await sleep(700)
        return echoTarget(incoming)
      },
      { limits: { headTimeoutMs: 500 } },
    )
    const client = await running.connect()
    client.send(request('GET /a') + 'GET /b HTTP/1.1\r\n')
    await client.readResponse()
    client.send('Host: localhost\r\n\r\n')
    expect((await client.readResponse()).content.toString()).toBe('/b')
  })
})

describe('a connection without a request', () => {
  it.each([
    ['that never had one', ''],
    ['after its last', request('GET /')],
    ['after an empty line', '\r\n'],
  ])('%s is closed without a word', async (_, octets) => {
    await using running = await RunningServer.start(echoTarget, { limits: { idleTimeoutMs: 600 } })
    const client = await running.connect()
    client.send(octets)
    if (octets.length > 2) await client.readResponse()
    const before = performance.now()
    expect((await client.readToEnd()).length).toBe(0)
    expect(await client.ended).toBe('closed')
    expect(performance.now() - before).toBeGreaterThan(250)
    expect(performance.now() - before).toBeLessThan(5000)
    await running.untilQuiet()
    expect(running.story.at(-1)).toBe(`1 closed: idle-timeout, exchanges ${octets.length > 2 ? '1' : '0'}`)
  })

  it('is not closed while its request is being answered', async () => {
    await using running = await RunningServer.start(
      async (incoming) => {
        await sleep(900)
        return echoTarget(incoming)
      },
      { limits: { idleTimeoutMs: 300, headTimeoutMs: 300, readerStallMs: 300, contentStallMs: 300 } },
    )
    const client = await running.connect()
    expect((await client.send(request('GET /patient')).readResponse()).content.toString()).toBe('/patient')
  })

  it('reset by the client is told as such', async () => {
    await using running = await RunningServer.start(echoTarget)
    const client = await running.connect()
    client.send('GET /ha')
    await sleep(30)
    client.reset()
    await running.untilQuiet()
    expect(running.story).toEqual(['1 opened', '1 closed: client-reset, exchanges 0'])
  })
})
