/** The window: one page of ours, closed to everything that it does not need. */
import { BrowserWindow, screen } from 'electron'
import type { RenderProcessGoneDetails } from 'electron'
import { PAGE_URL } from './origin'
import { backgroundColor, followTheme } from './theme'
import { MINIMUM_SIZE, restoreBounds } from './window-placement'
import type { WindowPlacement } from './window-placement'

export interface WindowOptions {
  /** Absolute path of the built preload. */
  readonly preload: string
  /** Where the window stood when it was last closed; undefined on the first run. */
  readonly placement: WindowPlacement | undefined
  /** Called whenever the window has moved, with the bounds that it has when it is not maximized. */
  readonly onPlacement: (placement: WindowPlacement) => void
  /** Called when the page's process has ended by itself. A new one is then on its way. */
  readonly onCrash: (details: RenderProcessGoneDetails) => void
}

/** The middle of the 44 pixels of the toolbar, which keeps 84 of its width free for them. */
const INSET_BUTTONS = { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 15 } } as const

/** A page that keeps ending comes back ever later, so that it does not burn what the server needs. */
const RESTART = { firstMs: 0, secondMs: 1_000, mostMs: 30_000, forgottenAfterMs: 120_000 } as const

/**
 * Opens the window. It shows itself when its page has been drawn.
 *
 * On macOS the title bar is left out, because the toolbar keeps room for the three buttons. Elsewhere the frame is the
 * system's own, with the menu in it.
 */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { placement } = options
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...restoreBounds(placement, workAreas),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Porthole',
    backgroundColor: backgroundColor(),
    ...(process.platform === 'darwin' ? INSET_BUTTONS : {}),
    webPreferences: {
      preload: options.preload,
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
  keepPlacement(window, options.onPlacement)
  restartAfterCrash(window, options.onCrash)
  window.once('ready-to-show', () => {
    if (placement?.maximized === true) window.maximize()
    window.show()
  })
  void window.loadURL(PAGE_URL)
  return window
}

/** Brings the window in front of all others, wherever it was. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function keepPlacement(window: BrowserWindow, keep: (placement: WindowPlacement) => void): void {
  const update = (): void => {
    keep({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('move', update)
  window.on('resize', update)
  window.on('maximize', update)
  window.on('unmaximize', update)
}

/** Serving goes on in main; only the page has to come back, and it starts from a snapshot as always. */
function restartAfterCrash(window: BrowserWindow, onCrash: (details: RenderProcessGoneDetails) => void): void {
  let crashes: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < RESTART.forgottenAfterMs), now]
    setTimeout(() => {
      if (!window.isDestroyed()) void window.loadURL(PAGE_URL)
    }, restartDelayMs(crashes.length))
    onCrash(details)
  })
}

/** @param crashes how many there have been lately, this one included */
function restartDelayMs(crashes: number): number {
  return crashes === 1 ? RESTART.firstMs : Math.min(RESTART.mostMs, RESTART.secondMs * 2 ** (crashes - 2))
}
