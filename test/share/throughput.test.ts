import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Journal } from '../../main/share/journal'
import { Throughput } from '../../main/share/throughput'
import { aborted, finished, opened, progressed, received, rejected, START, started } from './support/events'

const HOUR = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('Throughput', () => {
  it('counts what went to each client, in the second in which it went', () => {
    const throughput = new Throughput(Date.now)
    throughput.send(1, START + 10, 100)
    throughput.send(2, START + 20, 40)
    throughput.send(1, START + 999, 7)
    throughput.send(1, START + 1000, 5)
    expect(throughput.read(0)).toEqual({
      revision: 4,
      now: START,
      seconds: [
        {
          at: START,
          sent: [
            [1, 107],
            [2, 40],
          ],
          ends: {},
        },
        { at: START + 1000, sent: [[1, 5]], ends: {} },
      ],
    })
  })

  it('gives only what has changed since it was last asked', () => {
    const throughput = new Throughput(Date.now)
    throughput.send(1, START, 100)
    throughput.send(1, START + 1000, 100)
    const { revision } = throughput.read(0)
    expect(throughput.read(revision).seconds).toEqual([])
    throughput.send(1, START + 500, 1)
    expect(throughput.read(revision).seconds).toEqual([{ at: START, sent: [[1, 101]], ends: {} }])
  })

  it('keeps an hour and no more', () => {
    const throughput = new Throughput(Date.now)
    for (let second = 0; second < 4000; second += 1) throughput.send(1, START + second * 1000, 1)
    vi.setSystemTime(START + 3_999_000)
    const { seconds } = throughput.read(0)
    expect([seconds.length, seconds[0]?.at]).toEqual([3600, START + 400_000])
    vi.setSystemTime(START + 3_999_000 + HOUR)
    expect(throughput.read(0).seconds).toEqual([])
  })

  it('tells the busiest clients of a second apart and adds up the others', () => {
    const throughput = new Throughput(Date.now)
    for (let client = 1; client <= 100; client += 1) throughput.send(client, START, 10)
    const [second] = throughput.read(0).seconds
    expect(second?.sent.length).toBe(17)
    expect(second?.sent.reduce((sum, [, octets]) => sum + octets, 0)).toBe(1000)
    expect(second?.sent.at(-1)).toEqual([0, 840])
  })

  it('does not let a clock that is set back wipe out what was', () => {
    const throughput = new Throughput(Date.now)
    throughput.send(1, START, 100)
    throughput.send(1, START - HOUR, 7)
    expect(throughput.read(0).seconds).toEqual([{ at: START, sent: [[1, 100]], ends: {} }])
  })
})

describe('the journal', () => {
  it('counts every octet once and every request where it came, however long it took', () => {
    const journal = new Journal({ now: Date.now, lookUpName: async () => null })
    const events = [
      opened(1),
      received(1),
      started(1),
      progressed(1, { at: START + 250, sentBytes: 400 }),
      finished(1, { at: START + 5000, sentBytes: 1000 }),
      received(2, { ordinal: 2, at: START + 6000 }),
      aborted(2, { at: START + 6100, sentBytes: 30 }),
      rejected(3, { ordinal: 3, at: START + 6200 }),
      finished(3, { at: START + 6201, status: 400, sentBytes: 0 }),
    ]
    for (const event of events) journal.record(event)
    const { seconds } = journal.throughput.read(0)
    expect(seconds).toEqual([
      { at: START, sent: [[1, 400]], ends: { '2xx': 1 } },
      { at: START + 5000, sent: [[1, 600]], ends: {} },
      { at: START + 6000, sent: [[1, 30]], ends: { aborted: 1, malformed: 1 } },
    ])
    const sum = seconds.flatMap(({ sent }) => sent).reduce((total, [, octets]) => total + octets, 0)
    expect(sum).toBe(journal.totals().sentBytes)
  })
})
