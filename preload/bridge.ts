/**
 * Hands the contract to the page as `window.porthole`: one function for each command, and the feed.
 *
 * Nothing of Electron goes through: no `ipcRenderer`, no channel name, no event object. Paths stay on this side: the page
 * hands over the `File`s that were dropped on it, and only the preload learns where they lie.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { IpcRendererEvent } from 'electron'
import { channels, commandArguments } from './contract'
import type { Answers, Command, PortholeApi } from './contract'

/** `ipcRenderer.invoke` puts this before the message of whatever main threw. */
const INVOKE_PREFIX = /^Error invoking remote method '[^']*': (?:\w+: )?/

async function invoke(command: Command, argument: unknown): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channels.command, command, argument)
  } catch (error) {
    throw new Error(String((error as Error).message).replace(INVOKE_PREFIX, ''), { cause: error })
  }
}

async function openDropped(files: readonly File[]): Promise<Answers['openPaths']> {
  // A picture dragged out of a page, or anything else that is no file on a disk, has an empty path.
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
  if (paths.length === 0) {
    const about = files[0]?.name
    return { ok: false, fault: { code: 'share-not-shareable', ...(about === undefined ? {} : { about }) } }
  }
  return (await invoke('openPaths', paths)) as Answers['openPaths']
}

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, value: T): void => {
    listener(value)
  }
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.removeListener(channel, forward)
  }
}

const { openPaths: _kept, ...offered } = commandArguments
const commands = Object.fromEntries(
  Object.keys(offered).map((command) => [command, (argument: unknown) => invoke(command as Command, argument)]),
) as Omit<PortholeApi, 'shell' | 'openDropped' | 'onBatch' | 'onMenu'>

const api: PortholeApi = {
  ...commands,
  shell: 'desktop',
  openDropped,
  onBatch: (listener) => listen(channels.batch, listener),
  onMenu: (listener) => listen(channels.menu, listener),
}

contextBridge.exposeInMainWorld('porthole', api)
