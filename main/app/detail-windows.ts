/** Windows that show one exchange each, beside the one that shows them all. */
import { screen } from 'electron'
import type { BrowserWindow, RenderProcessGoneDetails, WebContents } from 'electron'
import type { Answer } from '../../preload/contract'
import { detailFragment, exchangeInAddress } from '../../preload/detail-address'
import type { Session } from '../share/porthole'
import { FeedCarrier } from './feed-carrier'
import { PAGE_URL } from './origin'
import { makePageWindow, raise } from './page-window'
import { FIRST_DETAIL_SIZE, LEAST_DETAIL_SIZE, placeBeside } from './window-placement'
import type { Rectangle } from './window-placement'

/** Each has a page and a copy of the log of its own, and more than these nobody keeps apart. */
export const MOST_DETAIL_WINDOWS = 8

export interface DetailWindowParts {
  /** Absolute path of the built preload. */
  readonly preload: string
  /** Opens a session with a feed of its own; its dialogs belong to the window that is given. */
  readonly openSession: (window: () => BrowserWindow | undefined) => Session
  /** The bounds of the window that shows everything; undefined while there is none. */
  readonly beside: () => Rectangle | undefined
  /** Called when a page's process has ended by itself. A new one is then on its way. */
  readonly onCrash: (details: RenderProcessGoneDetails) => void
}

/** One of the windows, with its way to the log. */
export interface DetailPage {
  readonly session: Session
  readonly carrier: FeedCarrier
}

interface Opened extends DetailPage {
  readonly window: BrowserWindow
  /** What it shows now: its page may have gone on to another exchange. */
  readonly exchangeId: () => number
}

export class DetailWindows {
  readonly #parts: DetailWindowParts
  readonly #opened = new Map<WebContents, Opened>()

  constructor(parts: DetailWindowParts) {
    this.#parts = parts
  }

  /** Shows an exchange in a window of its own, or brings the one to the front that shows it. */
  open(exchangeId: number): Answer<null> {
    const shown = [...this.#opened.values()].find((each) => each.exchangeId() === exchangeId)
    if (shown !== undefined) raise(shown.window)
    else if (this.#opened.size < MOST_DETAIL_WINDOWS) this.#open(exchangeId)
    else return { ok: false, fault: { code: 'windows-full', about: String(MOST_DETAIL_WINDOWS) } }
    return { ok: true, value: null }
  }

  /** The window whose page this is; undefined when it is none of these. */
  find(page: WebContents): DetailPage | undefined {
    return this.#opened.get(page)
  }

  closeAll(): void {
    for (const { window } of this.#opened.values()) window.close()
  }

  #open(firstId: number): void {
    const window = makePageWindow({
      preload: this.#parts.preload,
      url: (last) => PAGE_URL + detailFragment(exchangeInAddress(last) ?? firstId),
      shape: {
        ...this.#place(),
        minWidth: LEAST_DETAIL_SIZE.width,
        minHeight: LEAST_DETAIL_SIZE.height,
        // Its keys are the menu's, but what the menu does is the other window's: out of sight until Alt is pressed.
        autoHideMenuBar: true,
      },
      onCrash: this.#parts.onCrash,
    })
    const session = this.#parts.openSession(() => (window.isDestroyed() ? undefined : window))
    const carrier = new FeedCarrier(window, (listener) => session.subscribe(listener))
    const page = window.webContents
    const exchangeId = (): number => exchangeInAddress(page.getURL()) ?? firstId
    this.#opened.set(page, { session, carrier, window, exchangeId })
    window.once('ready-to-show', () => {
      window.show()
    })
    window.once('closed', () => {
      this.#opened.delete(page)
      session.close()
    })
  }

  /** As large as the last one, and a step away from it. */
  #place(): Partial<Rectangle> {
    const last = [...this.#opened.values()].at(-1)?.window.getNormalBounds()
    const from = last ?? this.#parts.beside()
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    return placeBeside(from, last ?? FIRST_DETAIL_SIZE, workAreas)
  }
}
