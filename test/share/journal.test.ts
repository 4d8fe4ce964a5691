import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientRecord } from '../../main/share/clients'
import { Journal } from '../../main/share/journal'
import type { JournalWatcher } from '../../main/share/journal'
import type { ServerEvent } from '../../main/server/events'
import { aborted, closed, finished, opened, progressed, received, rejected, START, started } from './support/events'

let journal: Journal
let names: Map<string, string>

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  names = new Map()
  journal = journalOf()
})

afterEach(() => {
  vi.useRealTimers()
})

function journalOf(options: { readonly mostClients?: number } = {}): Journal {
  return new Journal({ now: Date.now, lookUpName: async (address) => names.get(address) ?? null, ...options })
}

const record = (...events: readonly ServerEvent[]): void => {
  for (const event of events) journal.record(event)
}
const client = (id = 1) => journal.clients.find(id)?.toView(Date.now())

describe('Journal', () => {
  it('counts a client over all its connections', () => {
    record(opened(1), opened(2), received(1), received(2, { connectionId: 2 }))
    expect(client()).toMatchObject({ state: 'active', connections: 2, activeExchanges: 2, exchanges: 2, sentBytes: 0 })
    record(started(1), progressed(1, { sentBytes: 400 }), finished(1), aborted(2, { sentBytes: 300 }))
    expect(client()).toMatchObject({ state: 'idle', activeExchanges: 0, exchanges: 2, sentBytes: 1300 })
    record(closed(1), closed(2, { at: START + 5 }))
    expect(client()).toMatchObject({ state: 'gone', connections: 0, lastSeenAt: START + 5, firstSeenAt: START })
  })

  it('tells clients apart by address alone', () => {
    record(
      opened(1, { remoteAddress: '10.0.0.1' }),
      opened(2, { remoteAddress: '10.0.0.2' }),
      closed(1),
      opened(3, { remoteAddress: '10.0.0.1' }),
    )
    expect(journal.clients.all().map(({ id, address }) => [id, address])).toEqual([
      [1, '10.0.0.1'],
      [2, '10.0.0.2'],
    ])
  })

  it('counts a malformed request as an exchange of its client, once', () => {
    record(opened(1), received(1), rejected(1), rejected(2), finished(1, { status: 400 }), aborted(2))
    expect(client()).toMatchObject({ exchanges: 2, activeExchanges: 0 })
    expect(journal.totals()).toMatchObject({ exchanges: 2, active: 0 })
  })

  it('knows the agent of the last request that had one', () => {
    const fields = (value: string) => ({ head: { fields: [{ name: 'User-Agent', value }] } })
    record(opened(1), received(1, fields('Wget/1.21')), received(2, fields('curl/8.5.0')), received(3))
    expect(client()).toMatchObject({ agent: 'curl 8.5', device: 'terminal' })
  })

  it('learns the name of a client without waiting for it', async () => {
    names.set('192.168.1.31', 'anna-phone.lan')
    record(opened(1))
    expect(client()?.name).toBeNull()
    await vi.advanceTimersByTimeAsync(0)
    expect(client()?.name).toBe('anna-phone.lan')
  })

  it('shows the rate of the last second and the curve of the last minute', () => {
    record(opened(1), received(1), started(1))
    for (let step = 1; step <= 16; step += 1) {
      vi.advanceTimersByTime(250)
      record(progressed(1, { at: Date.now(), sentBytes: step * 1000 }))
    }
    vi.advanceTimersByTime(250)
    expect(client()).toMatchObject({ bytesPerSecond: 4000, sentBytes: 16_000 })
    expect(client()?.spark.slice(-3)).toEqual([7000, 8000, 1000])
    expect(journal.totals()).toMatchObject({ bytesPerSecond: 4000, sentBytes: 16_000 })
  })

  it('forgets the client that left longest ago when there are too many, and tells so', () => {
    const removed: ClientRecord[] = []
    journal = journalOf({ mostClients: 2 })
    const nothing = (): void => undefined
    const watcher: JournalWatcher = {
      exchangeBegan: nothing,
      exchangeChanged: nothing,
      exchangeRemoved: nothing,
      exchangesRestored: nothing,
      clientChanged: nothing,
      clientRemoved: (each) => removed.push(each),
      transferChanged: nothing,
      transferRemoved: nothing,
    }
    const unwatch = journal.watch(watcher)
    record(
      opened(1, { remoteAddress: '10.0.0.1' }),
      opened(2, { remoteAddress: '10.0.0.2' }),
      closed(2, { at: START + 1 }),
      closed(1, { at: START + 2 }),
    )
    record(opened(3, { remoteAddress: '10.0.0.3' }))
    expect(removed.map(({ address }) => address)).toEqual(['10.0.0.2'])
    expect(journal.clients.all().map(({ address }) => address)).toEqual(['10.0.0.1', '10.0.0.3'])
    unwatch()
  })

  it('keeps more clients than its limit while all are connected', () => {
    journal = journalOf({ mostClients: 1 })
    record(opened(1, { remoteAddress: '10.0.0.1' }), opened(2, { remoteAddress: '10.0.0.2' }))
    expect(journal.clients.all()).toHaveLength(2)
  })

  it('tells of each exchange that ends, with its final row', () => {
    const ended: unknown[] = []
    const stop = journal.onEnd(({ id, state }) => ended.push([id, state]))
    record(opened(1), received(1), finished(1), received(2), aborted(2), rejected(3), finished(3, { status: 400 }))
    stop()
    record(received(4), finished(4))
    expect(ended).toEqual([
      [1, 'complete'],
      [2, 'aborted-by-client'],
      [3, 'malformed'],
    ])
  })

  it('survives events of connections it does not know', () => {
    record(received(1), rejected(2), finished(1), closed(7))
    expect(journal.log.records()).toEqual([])
  })

  it('folds 2,000 requests a second with little of the processor', () => {
    vi.useRealTimers()
    record(opened(1))
    const count = 20_000
    const events = Array.from({ length: count }, (_, index): ServerEvent[] => [
      received(index + 1, { head: { target: `/file-${String(index)}.bin` } }),
      started(index + 1),
      finished(index + 1),
    ])
    const before = process.cpuUsage()
    for (const each of events) record(...each)
    const { user, system } = process.cpuUsage(before)
    // Ten seconds' worth; a tenth of one processor would be 1 s.
    expect((user + system) / 1000).toBeLessThan(1000)
    expect(journal.log.exchanges).toBe(count)
  })
})
