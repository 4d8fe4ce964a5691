/**
 * The desktop's carrier of the contract. Every command comes through one channel and one check: it must come from our
 * own page, name a command, and bring an argument that the command's parser accepts.
 */
import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { ContractError } from '../../preload/arguments'
import { channels, commandArguments } from '../../preload/contract'
import type { Command, Commands } from '../../preload/contract'
import { isOwnPage } from './origin'

export interface IpcOptions {
  /** Gives the commands of the window whose page asks; undefined for a page that is none of ours any more. */
  readonly commandsOf: (page: WebContents) => Commands | undefined
  /** Called before a page gets its snapshot: from then on it needs every batch. */
  readonly onSnapshot: (page: WebContents) => void
  /** Called with what was refused because it broke the contract. */
  readonly onBreach: (error: ContractError) => void
}

/** Answers the page's commands from now on. A breach of the contract rejects, and nothing has happened. */
export function answerCommands({ commandsOf, onSnapshot, onBreach }: IpcOptions): void {
  ipcMain.handle(channels.command, async (event, command: unknown, argument: unknown) => {
    try {
      requireOwnPage(event)
      const commands = commandsOf(event.sender)
      if (commands === undefined) throw new ContractError('Cannot take a command from a window that has closed')
      const name = parseCommand(command)
      const parsed = commandArguments[name](argument)
      if (name === 'takeSnapshot') onSnapshot(event.sender)
      // Each handler takes what its own parser gives; TypeScript cannot see that both come from one name.
      return await (commands[name] as (argument: unknown) => Promise<unknown>)(parsed)
    } catch (error) {
      if (error instanceof ContractError) onBreach(error)
      throw error
    }
  })
}

function requireOwnPage({ senderFrame }: IpcMainInvokeEvent): void {
  const isTopFrame = senderFrame !== null && senderFrame.parent === null
  if (!isTopFrame || !isOwnPage(senderFrame.url)) {
    throw new ContractError(`Cannot take a command from ${JSON.stringify(senderFrame?.url ?? null)}`)
  }
}

function parseCommand(value: unknown): Command {
  if (typeof value === 'string' && Object.hasOwn(commandArguments, value)) return value as Command
  throw new ContractError(`Cannot carry out ${JSON.stringify(value)}: there is no such command`)
}
