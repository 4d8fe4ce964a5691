/**
 * What every spec starts from: a folder, and Porthole in one of its two shells, which must not have complained when the
 * test has ended.
 */
import { test as base, expect } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BrowserConsole, launchBrowser } from './support/browser-console'
import { Desktop } from './support/desktop'
import type { LaunchOptions } from './support/desktop'
import { makeFolder } from './support/folders'
import { PortholeWindow } from './support/window'

/** Where the window is: in Electron, or in a browser. */
export type Shell = 'desktop' | 'console'

export const SHELLS: readonly Shell[] = ['desktop', 'console']

/** Stands for the shared folder in `startWith`, which is written before there is one. */
export const FOLDER = 'FOLDER'

interface Fixtures {
  /** Which shell is tried. */
  readonly shell: Shell
  /** How it is started. */
  readonly startWith: LaunchOptions
  /** A folder to share; see `makeFolder`. */
  readonly folder: string
  /** Launches a desktop app; it is closed at the end of the test. */
  readonly launch: (options?: LaunchOptions) => Promise<Desktop>
  /** Porthole in the shell that was chosen. */
  readonly opened: Desktop | BrowserConsole
  /** The same, when the shell is the desktop. */
  readonly desktop: Desktop
  /** Its window. */
  readonly porthole: PortholeWindow
}

interface WorkerFixtures {
  /** Gives the browser that shows consoles: one for all tests of a worker, launched for the first that asks. */
  readonly askForBrowser: () => Promise<Browser>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  askForBrowser: [
    async ({}, use) => {
      let launched: Promise<Browser> | undefined
      await use(() => (launched ??= launchBrowser()))
      await (await launched)?.close()
    },
    { scope: 'worker' },
  ],

  shell: ['desktop', { option: true }],
  startWith: [{}, { option: true }],

  // Playwright reads from the pattern which fixtures are needed: here none.
  folder: async ({}, use) => {
    const folder = await makeFolder()
    await use(folder)
    await rm(dirname(folder), { recursive: true, force: true })
  },

  launch: async ({ folder }, use) => {
    const launched: Desktop[] = []
    await use(async (options = {}) => {
      const desktop = await Desktop.launch(withFolder(options, folder))
      launched.push(desktop)
      return desktop
    })
    for (const each of launched) await each.dispose()
    expect(launched.flatMap(({ problems }) => problems)).toEqual([])
  },

  opened: async ({ shell, startWith, folder, launch, askForBrowser }, use) => {
    if (shell === 'desktop') {
      await use(await launch(startWith))
      return
    }
    const browserConsole = await BrowserConsole.start(await askForBrowser(), withFolder(startWith, folder).paths)
    await use(browserConsole)
    await browserConsole.dispose()
    expect(browserConsole.problems).toEqual([])
  },

  desktop: async ({ opened }, use) => {
    if (!(opened instanceof Desktop)) throw new Error('Cannot use the desktop app in a test of the console')
    await use(opened)
  },

  porthole: async ({ opened }, use) => {
    await use(new PortholeWindow(opened.page))
  },
})

function withFolder(options: LaunchOptions, folder: string): LaunchOptions {
  const replaced = (paths: readonly string[] = []): string[] => paths.map((path) => (path === FOLDER ? folder : path))
  return { ...options, paths: replaced(options.paths), droppable: replaced(options.droppable) }
}

export { expect }
