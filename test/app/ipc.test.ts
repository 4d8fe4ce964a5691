import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerCommands } from '../../main/app/ipc'
import type { ContractError } from '../../preload/arguments'

type Listener = (event: object, command: unknown, argument: unknown) => Promise<unknown>
const handle = vi.hoisted(() => vi.fn<(channel: string, listener: Listener) => void>())
vi.mock('electron', () => ({ ipcMain: { handle } }))

const commands = { takeSnapshot: vi.fn(), dismissNotice: vi.fn(), openPaths: vi.fn() }
const onSnapshot = vi.fn()
const onBreach = vi.fn<(error: ContractError) => void>()

function invoke(
  command: unknown,
  argument: unknown,
  frame: object | null = ownFrame(),
  sender = 'the page',
): Promise<unknown> {
  const listener = handle.mock.calls[0]?.[1]
  if (listener === undefined) throw new Error('nobody listens')
  return listener({ senderFrame: frame, sender }, command, argument)
}

function ownFrame(): object {
  return { url: 'app://porthole/', parent: null }
}

beforeEach(() => {
  vi.resetAllMocks()
  const commandsOf = (page: unknown): never => (page === 'the page' ? commands : undefined) as never
  answerCommands({ commandsOf, onSnapshot, onBreach })
})

describe('answerCommands', () => {
  it('listens on one channel', () => {
    expect(handle.mock.calls.map(([channel]) => channel)).toEqual(['porthole:command'])
  })

  it('hands a command the argument that its parser gives', async () => {
    commands.dismissNotice.mockResolvedValue(null)
    expect(await invoke('dismissNotice', 7)).toBeNull()
    expect(commands.dismissNotice.mock.calls).toEqual([[7]])
  })

  it('tells of a page that takes a snapshot, before it is taken', async () => {
    commands.takeSnapshot.mockImplementation(async () => onSnapshot.mock.calls.length)
    expect(await invoke('takeSnapshot', undefined)).toBe(1)
    expect(onSnapshot.mock.calls).toEqual([['the page']])
  })

  it.each([
    ['another site', { url: 'https://example.org/', parent: null }],
    ['a frame within our page', { url: 'app://porthole/', parent: { url: 'app://porthole/' } }],
    ['a host that begins like ours', { url: 'app://porthole.evil/', parent: null }],
    ['a frame that has gone', null],
  ])('refuses %s', async (_, frame) => {
    await expect(invoke('dismissNotice', 7, frame)).rejects.toThrow('Cannot take a command from')
    expect(commands.dismissNotice).not.toHaveBeenCalled()
    expect(onBreach).toHaveBeenCalledOnce()
  })

  it('refuses a page whose window has closed', async () => {
    await expect(invoke('dismissNotice', 7, ownFrame(), 'another page')).rejects.toThrow('a window that has closed')
    expect(commands.dismissNotice).not.toHaveBeenCalled()
  })

  it.each(['quit', 'constructor', '__proto__', 'toString', '', undefined, null, 7, {}])(
    'refuses the command %j',
    async (command) => {
      await expect(invoke(command, undefined)).rejects.toThrow('there is no such command')
    },
  )

  it('refuses an argument that the parser does not accept', async () => {
    await expect(invoke('dismissNotice', '7')).rejects.toThrow('Cannot read "7" as an id')
    await expect(invoke('takeSnapshot', { all: true })).rejects.toThrow('Cannot take an argument here')
    expect(onBreach).toHaveBeenCalledTimes(2)
    expect(onSnapshot).not.toHaveBeenCalled()
  })

  it('lets an exception of ours through, and does not call it a breach', async () => {
    commands.dismissNotice.mockRejectedValue(new RangeError('ours'))
    await expect(invoke('dismissNotice', 7)).rejects.toThrow('ours')
    expect(onBreach).not.toHaveBeenCalled()
  })
})
