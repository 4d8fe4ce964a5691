import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerLimits } from '../../main/server/limits'
import { NETWORK_INTERVAL_MS, Serving } from '../../main/share/serving'
import type { Listener } from '../../main/share/serving'
import { DEFAULT_SETTINGS } from '../../main/share/settings'
import type { NetworkInterfaces } from '../../main/share/addresses'
import type { Settings } from '../../preload/settings'

/** A network without sockets: which ports are taken, and why a host cannot be listened on, is set by the test. */
let taken: Set<number>
let hostErrors: Map<string, string>
let listeners: FakeListener[]
let settings: Settings
let interfaces: NetworkInterfaces
let serving: Serving
let states: string[]

class FakeListener implements Listener {
  at: { readonly port: number; readonly host: string } | undefined
  graceMs: number | undefined
  readonly limits: Partial<ServerLimits>[] = []
  endTransfers: () => void = () => undefined
  hasTransfers = false

  async listen({ port, host }: { readonly port: number; readonly host: string }): Promise<{ readonly port: number }> {
    const code = hostErrors.get(host) ?? (taken.has(port) ? 'EADDRINUSE' : undefined)
    if (code !== undefined) throw Object.assign(new Error(code), { code })
    const given = port === 0 ? 50_000 : port
    taken.add(given)
    this.at = { port: given, host }
    return { port: given }
  }

  readonly disconnected: number[] = []

  disconnect(connectionId: number): boolean {
    this.disconnected.push(connectionId)
    return true
  }

  changeLimits(limits: Partial<ServerLimits>): void {
    this.limits.push(limits)
  }

  async close({ graceMs }: { readonly graceMs: number }): Promise<void> {
    if (this.at !== undefined) taken.delete(this.at.port)
    this.graceMs = graceMs
    if (this.hasTransfers) await new Promise<void>((resolve) => (this.endTransfers = resolve))
  }
}

function servingOn(host?: string): Serving {
  return new Serving({
    createListener: () => {
      const listener = new FakeListener()
      listeners.push(listener)
      return listener
    },
    settings: () => settings,
    interfaces: () => interfaces,
    onChange: () => states.push(serving.view.state),
    ...(host !== undefined && { host }),
  })
}

const lan = (address: string): NetworkInterfaces => ({
  eth0: [{ address, netmask: '', family: 'IPv4', mac: '', internal: false, cidr: null }],
})
const bound = (): unknown[] => listeners.filter(({ at, graceMs }) => at && graceMs === undefined).map(({ at }) => at)
const PREFERRED = { port: null, orNextFree: false }

beforeEach(() => {
  vi.useFakeTimers()
  taken = new Set()
  hostErrors = new Map()
  listeners = []
  states = []
  settings = DEFAULT_SETTINGS
  interfaces = lan('192.168.1.20')
  serving = servingOn()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('Serving.start', () => {
  it('listens on the preferred port of all interfaces, and says where', async () => {
    const answer = await serving.start(PREFERRED)
    expect(answer).toEqual({
      ok: true,
      value: {
        state: 'serving',
        port: 8080,
        reach: 'local-network',
        addresses: [{ origin: 'http://192.168.1.20:8080', kind: 'lan', network: 'eth0' }],
        fault: null,
      },
    })
    expect(bound()).toEqual([{ port: 8080, host: '::' }])
    expect(states).toEqual(['starting', 'serving'])
  })

  it.each(['EAFNOSUPPORT', 'EADDRNOTAVAIL'])('takes all of IPv4 where there is no IPv6 (%s)', async (code) => {
    hostErrors.set('::', code)
    await serving.start(PREFERRED)
    expect(bound()).toEqual([{ port: 8080, host: '0.0.0.0' }])
  })

  it('keeps to this computer when that is the reach', async () => {
    settings = { ...settings, reach: 'this-computer' }
    await serving.start(PREFERRED)
    expect(bound()).toEqual([{ port: 8080, host: '127.0.0.1' }])
  })

  it('listens on the address that it was told to, and on no other', async () => {
    serving = servingOn('192.168.1.20')
    await serving.start({ port: 9000, orNextFree: false })
    expect(bound()).toEqual([{ port: 9000, host: '192.168.1.20' }])
    hostErrors.set('192.168.1.20', 'EADDRNOTAVAIL')
    await serving.stop()
    expect(await serving.start(PREFERRED)).toEqual({
      ok: false,
      fault: { code: 'host-unavailable', about: '192.168.1.20' },
    })
  })

  it('offers the next free port when the preferred one is taken', async () => {
    taken = new Set([8080, 8081])
    const fault = { code: 'port-in-use', about: '8080', alternative: 8082 }
    expect(await serving.start(PREFERRED)).toEqual({ ok: false, fault })
    expect(serving.view).toMatchObject({ state: 'failed', port: null, addresses: [], fault })
    expect([...taken]).toEqual([8080, 8081])
    expect(await serving.start({ port: 8082, orNextFree: false })).toMatchObject({ ok: true })
    expect(serving.view).toMatchObject({ state: 'serving', port: 8082, fault: null })
  })

  it('takes the next free port by itself when it may', async () => {
    taken = new Set([8080, 8081])
    expect(await serving.start({ port: null, orNextFree: true })).toMatchObject({ ok: true, value: { port: 8082 } })
  })

  it('takes any port when the next twenty are taken', async () => {
    for (let port = 8080; port <= 8100; port += 1) taken.add(port)
    expect(await serving.start({ port: null, orNextFree: true })).toMatchObject({ ok: true, value: { port: 50_000 } })
  })

  it('finds a free port below the last one', async () => {
    taken = new Set([65_535])
    expect(await serving.start({ port: 65_535, orNextFree: true })).toMatchObject({ value: { port: 50_000 } })
  })

  it('says that a port is forbidden', async () => {
    hostErrors.set('::', 'EACCES')
    expect(await serving.start({ port: 80, orNextFree: false })).toEqual({
      ok: false,
      fault: { code: 'port-forbidden', about: '80' },
    })
  })

  it('goes on when it serves already, and moves when another port is asked for', async () => {
    await serving.start(PREFERRED)
    await serving.start(PREFERRED)
    await serving.start({ port: 8080, orNextFree: false })
    expect(listeners).toHaveLength(1)
    await serving.start({ port: 9000, orNextFree: false })
    expect(bound()).toEqual([{ port: 9000, host: '::' }])
  })

  it('stays where it is when the port that it shall move to is taken', async () => {
    await serving.start(PREFERRED)
    taken.add(9000)
    const fault = { code: 'port-in-use', about: '9000', alternative: 9001 }
    expect(await serving.start({ port: 9000, orNextFree: false })).toEqual({ ok: false, fault })
    expect(serving.view).toMatchObject({ state: 'serving', port: 8080, addresses: [{}], fault })
    expect(bound()).toEqual([{ port: 8080, host: '::' }])
    await serving.start({ port: 9001, orNextFree: false })
    expect(serving.view).toMatchObject({ state: 'serving', port: 9001, fault: null })
  })

  it('listens once when it is started twice at the same time', async () => {
    await Promise.all([serving.start(PREFERRED), serving.start(PREFERRED), serving.start(PREFERRED)])
    expect(bound()).toHaveLength(1)
  })
})

describe('Serving.stop', () => {
  it('lets go of the port at once and waits for the running transfers', async () => {
    await serving.start(PREFERRED)
    const [listener] = listeners
    if (listener !== undefined) listener.hasTransfers = true
    let isStopped = false
    const stopped = serving.stop().then(() => (isStopped = true))
    await vi.advanceTimersByTimeAsync(10)
    expect([taken.has(8080), serving.view.state, isStopped, listener?.graceMs]).toEqual([
      false,
      'stopping',
      false,
      5000,
    ])
    listener?.endTransfers()
    await stopped
    expect(serving.view).toMatchObject({ state: 'stopped', port: null, addresses: [] })
  })

  it('can be followed by a start while the old transfers still run', async () => {
    await serving.start(PREFERRED)
    const [listener] = listeners
    if (listener !== undefined) listener.hasTransfers = true
    const stopped = serving.stop()
    expect(await serving.start(PREFERRED)).toMatchObject({ ok: true, value: { state: 'serving', port: 8080 } })
    listener?.endTransfers()
    await stopped
    expect(serving.view.state).toBe('serving')
  })

  it('does nothing when nothing is served', async () => {
    await serving.stop()
    expect(states).toEqual([])
  })

  it('clears a fault', async () => {
    taken.add(8080)
    await serving.start(PREFERRED)
    await serving.stop()
    expect(serving.view).toMatchObject({ state: 'stopped', fault: null })
  })
})

describe('Serving.restart', () => {
  it('listens where the settings say now', async () => {
    await serving.start(PREFERRED)
    settings = { ...settings, reach: 'this-computer' }
    await serving.restart({ port: 8080, orNextFree: false })
    expect(bound()).toEqual([{ port: 8080, host: '127.0.0.1' }])
    expect(serving.view.reach).toBe('this-computer')
  })

  it('disturbs nobody when nothing has changed, and forgets that another port was taken', async () => {
    await serving.start(PREFERRED)
    taken.add(9000)
    await serving.start({ port: 9000, orNextFree: false })
    await serving.restart({ port: 8080, orNextFree: false })
    expect(serving.view).toMatchObject({ state: 'serving', port: 8080, fault: null })
    expect(listeners.filter(({ at }) => at?.port === 8080)).toHaveLength(1)
  })

  it('says so when it cannot have its port back', async () => {
    await serving.start(PREFERRED)
    hostErrors.set('127.0.0.1', 'EADDRINUSE')
    settings = { ...settings, reach: 'this-computer' }
    await serving.restart({ port: 8080, orNextFree: false })
    expect(serving.view).toMatchObject({ state: 'failed', port: null, fault: { code: 'port-in-use', about: '8080' } })
  })

  it('leaves what is stopped stopped', async () => {
    expect(await serving.restart(PREFERRED)).toBeNull()
    expect(listeners).toEqual([])
  })
})

describe('Serving follows the network', () => {
  it('while it serves: addresses come and go', async () => {
    await serving.start(PREFERRED)
    interfaces = lan('10.0.0.7')
    await vi.advanceTimersByTimeAsync(NETWORK_INTERVAL_MS)
    expect(serving.view.addresses.map(({ origin }) => origin)).toEqual(['http://10.0.0.7:8080'])
    expect(serving.ownAddresses).toEqual(new Set(['10.0.0.7']))
    interfaces = {}
    await vi.advanceTimersByTimeAsync(NETWORK_INTERVAL_MS)
    expect([serving.view.state, serving.view.addresses, serving.ownAddresses]).toEqual(['serving', [], new Set()])
    interfaces = lan('10.0.0.7')
    await vi.advanceTimersByTimeAsync(NETWORK_INTERVAL_MS)
    expect(serving.view.addresses.map(({ origin }) => origin)).toEqual(['http://10.0.0.7:8080'])
    states = []
    await vi.advanceTimersByTimeAsync(NETWORK_INTERVAL_MS * 5)
    expect(states).toEqual([])
    await serving.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows the reach of the settings before it serves', () => {
    settings = { ...settings, reach: 'this-computer' }
    expect(serving.view.reach).toBe('this-computer')
  })

  it('finds the connection to break off among those of a port it has left as well', async () => {
    await serving.start({ port: 8080, orNextFree: false })
    listeners[0]!.hasTransfers = true
    await serving.start({ port: 8081, orNextFree: false })
    listeners[1]!.disconnect = () => false
    listeners[0]!.disconnect = (id) => id === 7
    expect([serving.disconnect(7), serving.disconnect(8)]).toEqual([true, false])
    listeners[0]!.endTransfers()
  })
})
