import { describe, expect, it } from 'vitest'
import { TimeSpent } from '../../main/server/time-spent'
import { answer, fakeFile, gate, request, RunningServer } from './running-server'

const MIB = 1024 * 1024

describe('TimeSpent', () => {
  it('adds up each activity until the next one begins, the present one included', () => {
    let now = 100
    const spent = new TimeSpent({ now: () => 0, monotonic: () => now })
    const turns = [
      ['reading', 3],
      ['waiting', 10],
      ['reading', 4],
      ['waiting', 20],
    ] as const
    for (const [activity, lasts] of turns) {
      expect(spent.turnTo(activity)).toBe(now)
      now += lasts
    }
    expect({ readMs: spent.readMs, waitMs: spent.waitMs }).toEqual({ readMs: 7, waitMs: 30 })
  })

  it('counts nothing before the first turn and begins anew for each response', () => {
    let now = 0
    const spent = new TimeSpent({ now: () => 0, monotonic: () => now })
    now = 50
    expect(spent.waitMs).toBe(0)
    spent.turnTo('waiting')
    now = 60
    spent.restart()
    now = 90
    expect({ readMs: spent.readMs, waitMs: spent.waitMs }).toEqual({ readMs: 0, waitMs: 0 })
  })
})

describe('the time of a response', () => {
  it('goes to the disk when reading is what everybody waits for', async () => {
    await using running = await RunningServer.start(async () => slowFile(6, 60))
    const client = await running.connect()
    client.send(request('GET /'))
    await client.readResponse()
    await running.until(() => running.eventsOf('response-finished').length === 1)
    const { readMs, waitMs, elapsedMs } = running.eventsOf('response-finished')[0]!
    expect(readMs).toBeGreaterThan(0.6 * elapsedMs)
    expect(waitMs).toBeLessThan(0.3 * elapsedMs)
  })

  it('goes to the client when it takes nothing, and progress tells of it as it happens', async () => {
    const size = 60 * MIB
    await using running = await RunningServer.start(async () => fakeFile(size).plan)
    const client = await running.connect()
    client.send(request('GET /'))
    await client.readBytes(MIB)
    client.stopReading()
    await running.until(() => running.eventsOf('response-progress').length > 0)
    const began = performance.now()
    await running.until(() => performance.now() - began > 800)
    await client.startReading().readBytes(size - MIB)
    await running.until(() => running.eventsOf('response-finished').length === 1)
    const { readMs, waitMs, elapsedMs } = running.eventsOf('response-finished')[0]!
    expect(waitMs).toBeGreaterThan(700)
    expect(readMs + waitMs).toBeLessThanOrEqual(elapsedMs)
    for (const { readMs: read, waitMs: wait, elapsedMs: elapsed } of running.eventsOf('response-progress')) {
      expect(read + wait).toBeLessThanOrEqual(elapsed)
    }
  })

  it('goes to the maker of a stream that has nothing to give yet', async () => {
    const { passed, open } = gate()
    const chunks = (async function* () {
      yield Buffer.from('first ')
      await passed
      yield Buffer.from('last')
    })()
    await using running = await RunningServer.start(async () => answer({ kind: 'stream', chunks }))
    const client = await running.connect()
    client.send(request('GET /'))
    const began = performance.now()
    await running.until(() => performance.now() - began > 300)
    open()
    await client.readResponse()
    await running.until(() => running.eventsOf('response-finished').length === 1)
    expect(running.eventsOf('response-finished')[0]!.readMs).toBeGreaterThan(250)
  })
})

describe('the end of a connection tells what the client did after its last response', () => {
  it('closed its half in order', async () => {
    await using running = await RunningServer.start(async () => fakeFile(100).plan)
    const client = await running.connect()
    client.send(request('GET /'))
    await client.readResponse()
    client.endSending()
    await running.untilQuiet()
    expect(running.eventsOf('connection-closed')[0]).toMatchObject({ cause: 'client-closed', clientEnd: 'closed' })
  })

  it('closed its half in order where we had asked for that', async () => {
    await using running = await RunningServer.start(async () => fakeFile(100).plan)
    const client = await running.connect()
    client.send(request('GET /', 'Connection: close'))
    await client.readResponse()
    client.endSending()
    await running.untilQuiet()
    expect(running.eventsOf('connection-closed')[0]).toMatchObject({ cause: 'client-asked', clientEnd: 'closed' })
  })

  it('reset it with the response still on its way', async () => {
    await using running = await RunningServer.start(async () => fakeFile(100).plan)
    const client = await running.connect()
    client.send(request('GET /'))
    await running.until(() => running.eventsOf('response-finished').length === 1)
    client.reset()
    await running.untilQuiet()
    expect(running.eventsOf('connection-closed')[0]).toMatchObject({ cause: 'client-reset', clientEnd: 'reset' })
  })

  it('nothing, when its half was closed before the response was sent', async () => {
    const { passed, open } = gate()
    await using running = await RunningServer.start(async () => {
      await passed
      return fakeFile(100).plan
    })
    const client = await running.connect()
    client.send(request('GET /'))
    client.endSending()
    await running.until(() => running.eventsOf('request-received').length === 1)
    await running.until(() => running.eventsOf('connection-half-closed').length === 1)
    open()
    await client.ended
    await running.untilQuiet()
    expect(running.eventsOf('connection-closed')[0]).not.toHaveProperty('clientEnd')
  })
})

describe('a request tells whether it was here before the response ahead of it had been sent', () => {
  it('when it was pipelined', async () => {
    await using running = await RunningServer.start(async () => fakeFile(100).plan)
    const client = await running.connect()
    client.send(request('GET /1') + request('GET /2'))
    await client.readResponse()
    await client.readResponse()
    client.send(request('GET /3'))
    await client.readResponse()
    expect(running.eventsOf('request-received').map(({ queuedMs }) => queuedMs !== undefined)).toEqual([
      false,
      true,
      false,
    ])
  })
})

/** A file whose every chunk takes its time. */
function slowFile(chunks: number, delayMs: number) {
  const length = chunks * 128 * 1024
  return answer({
    kind: 'parts',
    length,
    parts: [{ kind: 'range', range: { first: 0, last: length - 1 } }],
    source: {
      read: (target) => new Promise((resolve) => setTimeout(resolve, delayMs, target.length)),
      close: async () => undefined,
    },
  })
}
