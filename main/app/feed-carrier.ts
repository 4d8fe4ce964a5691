/** Brings the feed to the window, while somebody can see it. */
import type { BrowserWindow } from 'electron'
import { channels } from '../../preload/contract'
import type { FeedBatch } from '../../preload/views'

/** What is to be brought. */
export type Subscribe = (listener: (batch: FeedBatch) => void) => () => void

/**
 * Sends every batch to one window, from the moment that its page has taken a snapshot.
 *
 * While the window is hidden or minimized nothing is sent and nothing is gathered: the first batch after that leaves a
 * gap, and the page takes a new snapshot. A page that loads anew is not listening until it has taken its own.
 */
export class FeedCarrier {
  readonly #window: BrowserWindow
  readonly #subscribe: Subscribe
  #isListening = false
  #unsubscribe: (() => void) | undefined

  constructor(window: BrowserWindow, subscribe: Subscribe) {
    this.#window = window
    this.#subscribe = subscribe
    const update = (): void => {
      this.#update()
    }
    window.on('show', update)
    window.on('hide', update)
    window.on('minimize', update)
    window.on('restore', update)
    window.once('closed', update)
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#stopListening()
    })
    window.webContents.on('render-process-gone', () => {
      this.#stopListening()
    })
  }

  /** Says that the page takes a snapshot now and wants what follows on it. */
  begin(): void {
    this.#isListening = true
    this.#update()
  }

  #stopListening(): void {
    this.#isListening = false
    this.#update()
  }

  #update(): void {
    const isNeeded = this.#isListening && isSeen(this.#window)
    if (isNeeded === (this.#unsubscribe !== undefined)) return
    this.#unsubscribe?.()
    this.#unsubscribe = isNeeded ? this.#subscribe(this.#send) : undefined
  }

  readonly #send = (batch: FeedBatch): void => {
    this.#window.webContents.send(channels.batch, batch)
  }
}

function isSeen(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && !window.isMinimized()
}
