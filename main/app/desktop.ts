/** The running desktop app: one use case, one menu, the window that shows everything, and those beside it. */
import { app } from 'electron'
import type { BrowserWindow, RenderProcessGoneDetails, WebContents } from 'electron'
import { join } from 'node:path'
import { channels } from '../../preload/contract'
import type { ContractError } from '../../preload/arguments'
import type { Answer, Commands, MenuCommand } from '../../preload/contract'
import { escapeForLog } from '../../preload/inert-text'
import type { Porthole } from '../share/porthole'
import type { Machine, Shell } from '../share/shell'
import { desktopShell, thisMachine } from './desktop-shell'
import { DetailWindows } from './detail-windows'
import { openReference } from './external'
import { FeedCarrier } from './feed-carrier'
import { answerCommands } from './ipc'
import { showMenu } from './menu'
import type { MenuActions } from './menu'
import { textsFor } from './texts'
import type { Texts } from './texts'
import { applyTheme } from './theme'
import { raise } from './page-window'
import { openWindow } from './window'
import { readPlacement } from './window-placement'

/** Opens the use case with what the desktop can do for it. */
export type OpenPorthole = (options: {
  readonly machine: Machine
  readonly shell: Shell
  /** Absolute path. */
  readonly settingsFile: string
}) => Promise<Porthole>

export class Desktop {
  readonly #porthole: Porthole
  readonly #commands: Commands
  readonly #language: string
  #window: BrowserWindow | undefined
  #carrier: FeedCarrier | undefined
  readonly #preload = join(app.getAppPath(), 'out', 'preload', 'index.cjs')
  readonly #details: DetailWindows

  private constructor(porthole: Porthole, { language }: Machine) {
    this.#porthole = porthole
    this.#language = language
    this.#commands = porthole.commands
    this.#details = new DetailWindows({
      preload: this.#preload,
      openSession: (window) => porthole.openSession(this.#shellOf(window)),
      beside: () => this.#window?.getNormalBounds(),
      onCrash: this.#tellCrash,
    })
  }

  /** Opens the use case and the window on it. The app must be ready. */
  static async open(openPorthole: OpenPorthole): Promise<Desktop> {
    const machine = thisMachine()
    const settingsFile = join(app.getPath('userData'), 'settings.json')
    const shell = desktopShell(
      () => ({ window: desktop.#window, texts: desktop.#texts() }),
      (id) => desktop.#details.open(id),
    )
    const desktop = new Desktop(await openPorthole({ machine, shell, settingsFile }), machine)
    desktop.#start()
    return desktop
  }

  /** Shares what the app was started with, or what was dropped on its icon. */
  async share(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) this.#reportRefusal(await this.#commands.openPaths(paths))
  }

  /** Brings the window in front of all others. */
  raise(): void {
    if (this.#window !== undefined) raise(this.#window)
  }

  /** Tells the person of an error that nobody expected. */
  reportUnexpected(error: unknown): void {
    this.#porthole.reportUnexpected(error)
  }

  /** Lets go of the port, gives running transfers their time, and writes what is to be kept. */
  async close(): Promise<void> {
    // The person has done with it: only the transfers have not.
    this.#window?.hide()
    this.#details.closeAll()
    await this.#porthole.dispose()
  }

  #start(): void {
    applyTheme(this.#porthole.settings.theme)
    this.#refreshMenu()
    // The theme and the language are the menu's too.
    this.#porthole.onSettingsChange(({ theme }) => {
      applyTheme(theme)
      this.#refreshMenu()
    })
    this.#porthole.onServingChange(() => {
      this.#refreshMenu()
    })
    answerCommands({
      commandsOf: (page) => (this.#isMain(page) ? this.#commands : this.#details.find(page)?.session.commands),
      onSnapshot: (page) => {
        if (this.#isMain(page)) this.#carrier?.begin()
        else this.#details.find(page)?.carrier.begin()
      },
      onBreach: logBreach,
    })
    this.#openWindow()
  }

  #openWindow(): void {
    const window = openWindow({
      preload: this.#preload,
      placement: readPlacement(this.#porthole.windowPlacement),
      onPlacement: (placement) => {
        this.#porthole.windowPlacement = placement
      },
      onCrash: this.#tellCrash,
    })
    this.#window = window
    this.#carrier = new FeedCarrier(window, (listener) => this.#porthole.subscribe(listener))
    window.once('closed', () => {
      this.#window = undefined
      this.#carrier = undefined
      this.#details.closeAll()
    })
  }

  #isMain(page: WebContents): boolean {
    return page === this.#window?.webContents
  }

  #shellOf(window: () => BrowserWindow | undefined): Shell {
    return desktopShell(
      () => ({ window: window(), texts: this.#texts() }),
      (id) => this.#details.open(id),
    )
  }

  readonly #tellCrash = ({ reason }: RenderProcessGoneDetails): void => {
    this.#porthole.reportUnexpected(new PageEnded(reason))
  }

  #refreshMenu(): void {
    const { theme, language } = this.#porthole.settings
    const serving = this.#porthole.serving.state === 'serving'
    showMenu({ texts: this.#texts(), theme, language, serving, platform: process.platform }, this.#menuActions())
  }

  #menuActions(): MenuActions {
    const commands = this.#commands
    const report = (answer: Answer<unknown>): void => {
      this.#reportRefusal(answer)
    }
    return {
      shareFolder: () => void commands.chooseFolder(undefined).then(report),
      shareFiles: () => void commands.chooseFiles(undefined).then(report),
      startServing: () => void this.#startServing(),
      stopServing: () => void commands.stopServing(undefined),
      openInBrowser: () => void commands.openAddress(0).then(report),
      openReference: (reference) => void openReference(reference),
      changeSettings: (change) => void commands.changeSettings(change),
      ask: (command) => {
        this.#ask(command)
      },
    }
  }

  async #startServing(): Promise<void> {
    const answer = await this.#commands.startServing({ port: null, orNextFree: false })
    // A port that cannot be had is in the view of serving already, with what to do about it.
    if (this.#porthole.serving.fault === null) this.#reportRefusal(answer)
  }

  #ask(command: MenuCommand): void {
    if (this.#window === undefined) return
    raise(this.#window)
    this.#window.webContents.send(channels.menu, command)
  }

  /** The page did not ask, so nobody there waits for the answer. */
  #reportRefusal(answer: Answer<unknown>): void {
    if (!answer.ok) this.#porthole.reportFault(answer.fault)
  }

  #texts(): Texts {
    return textsFor(this.#porthole.settings.language, this.#language)
  }
}

/** The page's process has gone. Its code is kept in the report, where a message would not be. */
class PageEnded extends Error {
  override readonly name = 'PageEnded'
  readonly code: string

  constructor(reason: string) {
    super(`The page of the window ended: ${reason}`)
    this.code = reason.toUpperCase().replaceAll('-', '_')
  }
}

/** A breach is for a developer: our page commits none, and of others there is nothing that a person could do. */
function logBreach(error: ContractError): void {
  process.stderr.write(`${escapeForLog(error.message)}\n`)
}
