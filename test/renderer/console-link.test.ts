import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ToPage } from '../../preload/console-wire'
import { ConsoleLink, consoleApi } from '../../renderer/console-link'
import { LinkLostError } from '../../renderer/state/link-lost'
import { scenes, serving } from './harness/scenes'

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 3
  static all: FakeSocket[] = []
  readyState = FakeSocket.CONNECTING
  readonly sent: { readonly id: number; readonly command: string; readonly argument?: unknown }[] = []
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as (typeof this.sent)[number])
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED
    this.dispatchEvent(new Event('close'))
  }

  receive(message: ToPage): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}

function latest(): FakeSocket {
  const socket = FakeSocket.all.at(-1)
  if (socket === undefined) throw new Error('Cannot look at the socket: none was opened')
  return socket
}

/** Lets what was promised happen, without moving the clock. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

const URL_OF_SOCKET = 'ws://127.0.0.1:8081/key/ws'

describe('ConsoleLink', () => {
  beforeEach(() => {
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('sends a call once the socket is open, and gives its answer', async () => {
    const link = new ConsoleLink(URL_OF_SOCKET)
    const answer = link.call('removeShare', 7)
    await settle()
    expect(latest().sent).toEqual([])
    latest().open()
    await settle()
    expect(latest().sent).toEqual([{ type: 'call', id: 1, command: 'removeShare', argument: 7 }])
    latest().receive({ type: 'answer', id: 1, value: { ok: true, value: null } })
    expect(await answer).toEqual({ ok: true, value: null })
  })

  it('gives answers to their own calls, in whatever order they come', async () => {
    const link = new ConsoleLink(URL_OF_SOCKET)
    latest().open()
    const [first, second] = [link.call('readDetail', 1), link.call('readDetail', 2)]
    await settle()
    latest().receive({ type: 'failure', id: 2, message: 'Cannot read the detail' })
    latest().receive({ type: 'answer', id: 1, value: null })
    expect(await first).toBeNull()
    await expect(second).rejects.toThrow('Cannot read the detail')
  })

  it('rejects what is unanswered when the link is cut, and says so', async () => {
    const link = new ConsoleLink(URL_OF_SOCKET)
    const states: string[] = []
    link.onState((state) => states.push(state))
    latest().open()
    const call = link.call('clearLog', undefined)
    await settle()
    latest().close()
    await expect(call).rejects.toThrow(LinkLostError)
    await expect(link.call('clearLog', undefined)).rejects.toThrow(LinkLostError)
    expect(states).toEqual(['live', 'lost'])
  })

  it('comes back by itself, ever later, and at once when asked', () => {
    const link = new ConsoleLink(URL_OF_SOCKET)
    latest().close()
    vi.advanceTimersByTime(500)
    expect(FakeSocket.all).toHaveLength(2)
    latest().close()
    vi.advanceTimersByTime(999)
    expect(FakeSocket.all).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(FakeSocket.all).toHaveLength(3)
    latest().close()
    link.reconnect()
    expect(FakeSocket.all).toHaveLength(4)
  })

  it('hands batches on until the listener has gone', () => {
    const link = new ConsoleLink(URL_OF_SOCKET)
    const seen: number[] = []
    const stop = link.onBatch(({ sequence }) => seen.push(sequence))
    const totals = scenes.busy?.snapshot.totals
    if (totals === undefined) throw new Error('Cannot send a batch: there is no scene')
    const batch = { sequence: 4, added: [], patched: [], removed: [], clients: [], totals }
    latest().receive({ type: 'batch', batch })
    stop()
    latest().receive({ type: 'batch', batch: { ...batch, sequence: 5 } })
    expect(seen).toEqual([4])
  })

  it('opens an address in the browser of whoever sits here', async () => {
    const opened: string[] = []
    vi.stubGlobal('window', { open: (url: string) => opened.push(url) })
    const api = consoleApi(new ConsoleLink(URL_OF_SOCKET))
    expect(await api.openAddress(0)).toEqual({ ok: false, fault: { code: 'unknown-id' } })
    latest().open()
    const snapshot = api.takeSnapshot(undefined)
    await settle()
    latest().receive({ type: 'answer', id: 1, value: { ...scenes.busy?.snapshot, serving } })
    await snapshot
    expect(await api.openAddress(1)).toEqual({ ok: true, value: null })
    expect(opened).toEqual(['http://[2001:db8::1:20]:8080'])
  })

  it('refuses dropped files, whose paths a page never learns', async () => {
    const api = consoleApi(new ConsoleLink(URL_OF_SOCKET))
    expect(await api.openDropped([new File([], 'a.txt')])).toEqual({
      ok: false,
      fault: { code: 'share-not-shareable', about: 'a.txt' },
    })
  })
})
