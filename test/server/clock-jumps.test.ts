/** A clock that is set, and a machine that sleeps: what is counted must not notice. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../main/server/clock'
import { fakeFile, gate, pattern, request, RunningServer, text } from './running-server'

const HOUR_MS = 3_600_000
const MIB = 1024 * 1024

/** The system's clock, set by so much. */
class JumpingClock implements Clock {
  wallMs = 0
  sleptMs = 0

  now(): number {
    return Date.now() + this.wallMs
  }

  monotonic(): number {
    return performance.now() + this.sleptMs
  }
}

describe.each([
  ['back', -24 * HOUR_MS],
  ['ahead', 24 * HOUR_MS],
])('A clock that is set %s a day', (_, jumpMs) => {
  it('cuts off nobody, and no time comes out negative or a day long', async () => {
    const clock = new JumpingClock()
    const held = gate()
    const limits = { idleTimeoutMs: 5000, headTimeoutMs: 5000, readerStallMs: 5000 }
    await using running = await RunningServer.start(
      async () => {
        await held.passed
        return text('fine')
      },
      { clock, limits },
    )
    const [asking, idle] = [await running.connect(), await running.connect()]
    asking.send(request('GET /'))
    await running.until(() => running.eventsOf('request-received').length === 1)
    clock.wallMs = jumpMs
    await sleep(600)
    held.open()
    const { status, fields } = await asking.readResponse()
    expect(status).toBe(200)
    expect(Math.abs(Date.parse(fields.date ?? '') - clock.now())).toBeLessThan(5000)
    idle.send(request('GET /'))
    expect((await idle.readResponse()).status).toBe(200)
    const [finished] = running.eventsOf('response-finished')
    expect(finished?.elapsedMs).toBeGreaterThanOrEqual(500)
    expect(finished?.elapsedMs).toBeLessThan(HOUR_MS)
  })
})

describe('A machine that slept for an hour', () => {
  it('goes on with a transfer that was under way', async () => {
    const clock = new JumpingClock()
    const file = fakeFile(16 * MIB)
    await using running = await RunningServer.start(async () => file.plan, { clock, limits: { readerStallMs: 5000 } })
    const client = await running.connect()
    client.send(request('GET /'))
    client.stopReading()
    await sleep(300)
    clock.sleptMs = clock.wallMs = HOUR_MS
    await sleep(600)
    client.startReading()
    const { content, isWhole } = await client.readResponse()
    expect([isWhole, content.equals(pattern(0, 16 * MIB - 1))]).toEqual([true, true])
  })

  it('lets go of idle connections in the time that they have, and serves who comes', async () => {
    const clock = new JumpingClock()
    await using running = await RunningServer.start(async () => text('fine'), {
      clock,
      limits: { idleTimeoutMs: 3000 },
    })
    const idle = await running.connect()
    await sleep(300)
    clock.sleptMs = clock.wallMs = HOUR_MS
    const wokeAt = performance.now()
    await idle.ended
    // Of its three seconds it loses one at most.
    expect(performance.now() - wokeAt).toBeGreaterThan(1000)
    await running.untilQuiet()
    expect(running.eventsOf('connection-closed')).toMatchObject([{ cause: 'idle-timeout' }])
    const client = await running.connect()
    client.send(request('GET /'))
    expect((await client.readResponse()).content.toString()).toBe('fine')
  })
})
