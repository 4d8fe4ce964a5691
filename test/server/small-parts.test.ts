import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainAddress } from '../../main/server/connection-facts'
import { DateField } from '../../main/server/date-field'
import { Deadlines } from '../../main/server/deadlines'
import { connectionsWithin, DEFAULT_LIMITS, descriptorLimit } from '../../main/server/limits'

describe('Deadlines', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('goes on while somebody is watched, and not otherwise', () => {
    const { deadlines, pass } = started()
    pass(1000)
    expect([deadlines.now, vi.getTimerCount()]).toEqual([0, 0])
    const ticks: number[] = []
    const unwatch = deadlines.watch({ tick: (now) => ticks.push(now) })
    pass(250)
    pass(260)
    unwatch()
    pass(5000)
    expect(ticks).toEqual([250, 510])
    expect([deadlines.now, vi.getTimerCount()]).toEqual([510, 0])
  })

  it('does not let a client pay for the sleep of the machine', () => {
    const { deadlines, sleep, pass } = started()
    deadlines.watch({ tick: () => undefined })
    pass(250)
    sleep(3_600_000)
    pass(250)
    expect(deadlines.now).toBe(1250)
  })

  function started(): { deadlines: Deadlines; pass: (ms: number) => void; sleep: (ms: number) => void } {
    let time = 12_345
    const deadlines = new Deadlines({ now: () => 0, monotonic: () => time })
    const sleep = (ms: number): void => {
      time += ms
    }
    const pass = (ms: number): void => {
      time += ms
      vi.advanceTimersByTime(250)
    }
    return { deadlines, pass, sleep }
  }
})

describe('DateField', () => {
  it('is written anew with each second', () => {
    const date = new DateField()
    const first = date.at(784_111_777_000)
    expect(first).toEqual(['Date', 'Sun, 06 Nov 1994 08:49:37 GMT'])
    expect(date.at(784_111_777_999)).toBe(first)
    expect(date.at(784_111_778_000)).toEqual(['Date', 'Sun, 06 Nov 1994 08:49:38 GMT'])
    // The clock was set back.
    expect(date.at(784_111_777_000)).toEqual(first)
  })
})

describe('plainAddress', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
  ])('shows %s as %s', (address, plain) => {
    expect(plainAddress(address)).toBe(plain)
  })
})

describe('connectionsWithin', () => {
  it('leaves a descriptor for a file to each client, and some to everything else', () => {
    expect([undefined, 1_048_576, 20_000, 1024, 256, 64, 1].map(connectionsWithin)).toEqual([
      Infinity,
      524_256,
      9968,
      480,
      96,
      16,
      1,
    ])
  })

  it.runIf(process.platform !== 'win32')('is given what the system says', () => {
    expect(descriptorLimit()).toBeGreaterThan(100)
  })
})

describe('DEFAULT_LIMITS', () => {
  it('keeps the figures that security.md promises', () => {
    expect(DEFAULT_LIMITS).toMatchObject({
      headTimeoutMs: 15_000,
      idleTimeoutMs: 15_000,
      contentStallMs: 30_000,
      readerStallMs: 60_000,
      bufferBytes: 64 * 1024 * 1024,
    })
    // One address alone can never take every connection.
    expect(DEFAULT_LIMITS.maxConnectionsPerClient).toBeLessThan(DEFAULT_LIMITS.maxConnections * 0.75)
  })
})
