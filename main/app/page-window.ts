/** A window on our page, closed to everything that the page does not need. */
import { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions, RenderProcessGoneDetails } from 'electron'
import { backgroundColor, followTheme } from './theme'

export interface PageWindowOptions {
  /** Absolute path of the built preload. */
  readonly preload: string
  /** Gives what is loaded, anew after a crash, from where the page has been: the empty string at first. */
  readonly url: (last: string) => string
  /** Its bounds and its frame. */
  readonly shape: Omit<BrowserWindowConstructorOptions, 'show' | 'title' | 'backgroundColor' | 'webPreferences'>
  /** Called when the page's process has ended by itself. A new one is then on its way. */
  readonly onCrash: (details: RenderProcessGoneDetails) => void
}

/** A page that keeps ending comes back ever later, so that it does not burn what the server needs. */
const RESTART = { firstMs: 0, secondMs: 1_000, mostMs: 30_000, forgottenAfterMs: 120_000 } as const

/** Makes the window and loads its page. It stays out of sight: whoever makes it shows it once it is `ready-to-show`. */
export function makePageWindow({ preload, url, shape, onCrash }: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...shape,
    show: false,
    title: 'Porthole',
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  followTheme(window)
  restartAfterCrash(window, url, onCrash)
  void window.loadURL(url(''))
  return window
}

/** Brings a window in front of all others, wherever it was. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Serving goes on in main; only the page has to come back, and it starts from a snapshot as always. */
function restartAfterCrash(
  window: BrowserWindow,
  url: (last: string) => string,
  onCrash: (details: RenderProcessGoneDetails) => void,
): void {
  let crashes: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < RESTART.forgottenAfterMs), now]
    setTimeout(() => {
      if (!window.isDestroyed()) void window.loadURL(url(window.webContents.getURL()))
    }, restartDelayMs(crashes.length))
    onCrash(details)
  })
}

/** @param crashes how many there have been lately, this one included */
function restartDelayMs(crashes: number): number {
  return crashes === 1 ? RESTART.firstMs : Math.min(RESTART.mostMs, RESTART.secondMs * 2 ** (crashes - 2))
}
