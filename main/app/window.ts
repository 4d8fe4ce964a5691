/** The window that shows everything. */
import { screen } from 'electron'
import type { BrowserWindow, RenderProcessGoneDetails } from 'electron'
import { PAGE_URL } from './origin'
import { makePageWindow } from './page-window'
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

/**
 * Opens the window. It shows itself when its page has been drawn.
 *
 * On macOS the title bar is left out, because the toolbar keeps room for the three buttons. Elsewhere the frame is the
 * system's own, with the menu in it.
 */
export function openWindow({ preload, placement, onPlacement, onCrash }: WindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = makePageWindow({
    preload,
    url: () => PAGE_URL,
    shape: {
      ...restoreBounds(placement, workAreas),
      minWidth: MINIMUM_SIZE.width,
      minHeight: MINIMUM_SIZE.height,
      ...(process.platform === 'darwin' ? INSET_BUTTONS : {}),
    },
    onCrash,
  })
  keepPlacement(window, onPlacement)
  window.once('ready-to-show', () => {
    if (placement?.maximized === true) window.maximize()
    window.show()
  })
  return window
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
