'use strict'
/** `BrowserWindow`: a window without a frame of its own, whose state tests can read. */
const { EventEmitter } = require('node:events')
const { makeEvent } = require('./event.cjs')
const { loud } = require('./loud.cjs')
const { WebContents } = require('./web-contents.cjs')

/** @typedef {import('electron').BrowserWindowConstructorOptions} Options */
/** @typedef {Pick<import('electron').BrowserWindow, 'loadURL' | 'show' | 'showInactive' | 'hide' | 'isVisible' | 'focus' |
 *   'isFocused' | 'minimize' | 'isMinimized' | 'restore' | 'maximize' | 'unmaximize' | 'isMaximized' | 'setFullScreen' |
 *   'isFullScreen' | 'getBounds' | 'getNormalBounds' | 'getSize' | 'getMinimumSize' | 'setBounds' | 'setSize' |
 *   'setTitle' | 'getTitle' | 'setBackgroundColor' | 'getBackgroundColor' | 'setMenuBarVisibility' |
 *   'setAutoHideMenuBar' | 'setProgressBar' | 'flashFrame' | 'close' | 'destroy' | 'isDestroyed' | 'id'>} Modelled */

/** Security is not optional here: a window that would be unsafe in Electron does not open at all. @param {any} prefs */
function checkPreferences(prefs) {
  const unsafe = ['contextIsolation', 'sandbox', 'webSecurity'].find((name) => prefs[name] === false)
  const loose = ['nodeIntegration', 'webviewTag', 'experimentalFeatures'].find((name) => prefs[name] === true)
  const wrong = unsafe ?? loose
  if (wrong !== undefined) throw new Error(`The Electron stand-in opens no window with ${wrong}: ${prefs[wrong]}`)
}

/**
 * Makes the class for one stand-in.
 *
 * @param {import('./web-contents.cjs').Standin} standin
 */
function makeBrowserWindow(standin) {
  /** @type {Map<number, BrowserWindow>} */
  const windows = new Map()

  /** @implements {Modelled} */
  class BrowserWindow extends EventEmitter {
    #destroyed = false
    #visible
    #minimized = false
    #maximized = false
    #focused = false
    #fullScreen = false
    #title
    /** @type {import('electron').Rectangle} */
    #bounds

    /** @param {Options} [options] */
    constructor(options = {}) {
      super()
      if (!standin.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
      const prefs = options.webPreferences ?? {}
      checkPreferences(prefs)
      this.options = options
      this.#title = options.title ?? standin.app.name
      this.#visible = options.show !== false
      const { x = 0, y = 0, width = 800, height = 600 } = options
      this.#bounds = { x, y, width, height }
      this.backgroundColor = options.backgroundColor ?? '#FFFFFF'
      const front = loud('BrowserWindow', this)
      const owner = {
        readyToShow: () => this.emit('ready-to-show'),
        closed: () => this.#gone(),
        title: () => this.#title,
        close: () => this.close(),
      }
      const preload = prefs.preload === undefined ? {} : { preload: prefs.preload }
      this.contents = new WebContents(standin, { width, height, ...preload }, owner)
      this.webContents = this.contents.front
      this.id = this.contents.id
      windows.set(this.id, front)
      standin.app.emit('browser-window-created', makeEvent(), front)
      return front
    }

    /** @param {string} url */
    loadURL(url) {
      return this.contents.loadURL(url)
    }

    show() {
      this.#visible = true
      this.emit('show')
      this.focus()
    }

    showInactive() {
      this.#visible = true
      this.emit('show')
    }

    hide() {
      this.#visible = false
      this.emit('hide')
    }

    isVisible() {
      return this.#visible
    }

    focus() {
      this.#focused = true
      this.emit('focus')
    }

    isFocused() {
      return this.#focused
    }

    minimize() {
      this.#minimized = true
      this.emit('minimize')
    }

    isMinimized() {
      return this.#minimized
    }

    restore() {
      this.#minimized = false
      this.emit('restore')
    }

    maximize() {
      this.#maximized = true
      this.emit('maximize')
    }

    unmaximize() {
      this.#maximized = false
      this.emit('unmaximize')
    }

    isMaximized() {
      return this.#maximized
    }

    /** @param {boolean} on */
    setFullScreen(on) {
      this.#fullScreen = on
      this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
    }

    isFullScreen() {
      return this.#fullScreen
    }

    getBounds() {
      return { ...this.#bounds }
    }

    getNormalBounds() {
      return { ...this.#bounds }
    }

    getSize() {
      return [this.#bounds.width, this.#bounds.height]
    }

    getMinimumSize() {
      return [this.options.minWidth ?? 0, this.options.minHeight ?? 0]
    }

    /** @param {Partial<import('electron').Rectangle>} bounds */
    setBounds(bounds) {
      const before = this.#bounds
      this.#bounds = { ...before, ...bounds }
      void this.contents.setWindowBounds(bounds).catch(() => undefined)
      if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move')
      if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.emit('resize')
    }

    /** @param {number} width @param {number} height */
    setSize(width, height) {
      this.setBounds({ width, height })
    }

    /** @param {string} title */
    setTitle(title) {
      this.#title = title
    }

    getTitle() {
      return this.#title
    }

    /** @param {string} color */
    setBackgroundColor(color) {
      this.backgroundColor = color
    }

    getBackgroundColor() {
      return this.backgroundColor
    }

    setMenuBarVisibility() {}

    setAutoHideMenuBar() {}

    setProgressBar() {}

    flashFrame() {}

    close() {
      if (this.#destroyed) return
      const event = makeEvent()
      this.emit('close', event)
      if (event.defaultPrevented) standin.app.stopQuitting()
      else this.#gone()
    }

    destroy() {
      this.#gone()
    }

    isDestroyed() {
      return this.#destroyed
    }

    #gone() {
      if (this.#destroyed) return
      this.#destroyed = true
      windows.delete(this.id)
      this.contents.destroy()
      this.emit('closed')
      // Later, so that a listener of `closed` may open the next window first.
      setImmediate(() => {
        if (windows.size === 0) standin.app.lastWindowClosed()
      })
    }

    static getAllWindows() {
      return [...windows.values()]
    }

    static getFocusedWindow() {
      return [...windows.values()].find((window) => window.isFocused()) ?? null
    }

    /** @param {number} id */
    static fromId(id) {
      return windows.get(id) ?? null
    }

    /** @param {{ id: number }} contents */
    static fromWebContents(contents) {
      return windows.get(contents.id) ?? null
    }
  }
  return BrowserWindow
}

module.exports = { makeBrowserWindow }
