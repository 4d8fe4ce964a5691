/** What the desktop can do for the use case, and what machine it is on. */
import { app, clipboard, shell as system } from 'electron'
import type { BrowserWindow } from 'electron'
import { hostname } from 'node:os'
import type { Machine, Shell } from '../share/shell'
import { choosePaths, chooseSavePlace } from './dialogs'
import { openAddress, openReference } from './external'
import type { Texts } from './texts'

/** What a dialog needs to know when it opens. */
export interface DialogContext {
  /** The window it belongs to; undefined while there is none. */
  readonly window: BrowserWindow | undefined
  readonly texts: Texts
}

/**
 * Gives the desktop's shell.
 *
 * @param context asked whenever a dialog opens
 * @param openDetailWindow shows an exchange in a window of its own
 */
export function desktopShell(
  context: () => DialogContext,
  openDetailWindow: NonNullable<Shell['openDetailWindow']>,
): Shell {
  return {
    kind: 'desktop',
    choosePaths: (choice) => choosePaths(choice, context()),
    chooseSavePlace: (name) => chooseSavePlace(name, context()),
    copyText: (text) => clipboard.writeText(text),
    openExternal: openAddress,
    openReference,
    openDetailWindow,
    reveal: (path) => {
      system.showItemInFolder(path)
    },
  }
}

/** Gives the machine as far as the use case wants to know. The app must be ready: only then is its language known. */
export function thisMachine(): Machine {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    hostName: hostname(),
    version: app.getVersion(),
    language: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
  }
}
