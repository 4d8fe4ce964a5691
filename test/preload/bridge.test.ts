import { beforeEach, describe, expect, it, vi } from 'vitest'
import { commandArguments } from '../../preload/contract'
import type { PortholeApi } from '../../preload/contract'

type Listener = (event: object, value: unknown) => void
const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(key: string, api: unknown) => void>() },
  ipcRenderer: {
    invoke: vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>(),
    on: vi.fn<(channel: string, listener: Listener) => void>(),
    removeListener: vi.fn<(channel: string, listener: Listener) => void>(),
  },
  webUtils: { getPathForFile: (file: File) => (file.name.startsWith('memory') ? '' : `/disk/${file.name}`) },
}))
vi.mock('electron', () => electron)

await import('../../preload/bridge')
const exposed = electron.contextBridge.exposeInMainWorld.mock.calls
const api = exposed[0]?.[1] as PortholeApi
const { invoke, on, removeListener } = electron.ipcRenderer

beforeEach(() => {
  vi.resetAllMocks()
})

describe('the bridge', () => {
  it('exposes one object, with every command but the one that names paths, and the feed', () => {
    expect(exposed.map(([key]) => key)).toEqual(['porthole'])
    const commands = Object.keys(commandArguments).filter((name) => name !== 'openPaths')
    expect(Object.keys(api).toSorted()).toEqual([...commands, 'onBatch', 'onMenu', 'openDropped', 'shell'].toSorted())
    expect(api.shell).toBe('desktop')
  })

  it('sends a command by its name, with its argument alone', async () => {
    invoke.mockResolvedValue('answer')
    const dismiss = api.dismissNotice as (...args: unknown[]) => Promise<unknown>
    expect(await dismiss(7, 'more')).toBe('answer')
    expect(invoke.mock.calls).toEqual([['porthole:command', 'dismissNotice', 7]])
  })

  it('tells what main said, without the words of Electron before it', async () => {
    const prefix = "Error invoking remote method 'porthole:command': "
    invoke.mockRejectedValueOnce(new Error(`${prefix}ContractError: Cannot read "x" as an id`))
    await expect(api.dismissNotice(-1)).rejects.toThrow(/^Cannot read "x" as an id$/)
    invoke.mockRejectedValueOnce(new Error(`${prefix}Error: it is: so`))
    await expect(api.dismissNotice(-1)).rejects.toThrow(/^it is: so$/)
  })

  it('turns dropped files into paths that the page never sees', async () => {
    const answer = { ok: true, value: [] }
    invoke.mockResolvedValue(answer)
    expect(await api.openDropped([new File([], 'films'), new File([], 'memory'), new File([], 'a.txt')])).toBe(answer)
    expect(invoke.mock.calls).toEqual([['porthole:command', 'openPaths', ['/disk/films', '/disk/a.txt']]])
  })

  it('refuses what is dropped and lies on no disk', async () => {
    const fault = { code: 'share-not-shareable', about: 'memory.png' }
    expect(await api.openDropped([new File([], 'memory.png')])).toEqual({ ok: false, fault })
    expect(await api.openDropped([])).toEqual({ ok: false, fault: { code: 'share-not-shareable' } })
    expect(invoke).not.toHaveBeenCalled()
  })

  it.each([
    ['onBatch', 'porthole:batch'],
    ['onMenu', 'porthole:menu'],
  ] as const)('%s listens without the event, until it is told to stop', (name, channel) => {
    const listener = vi.fn()
    const stop = api[name](listener)
    const [listenedTo, forward] = on.mock.calls[0] ?? []
    expect(listenedTo).toBe(channel)
    forward?.({ sender: 'ipcRenderer' }, 'value')
    expect(listener.mock.calls).toEqual([['value']])
    stop()
    expect(removeListener.mock.calls).toEqual([[channel, forward]])
  })
})
