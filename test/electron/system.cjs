'use strict'
/** The system around the app: what the app asks of it is kept for a test to read, or answered as a test says. */
const { EventEmitter } = require('node:events')

/** @import { Clipboard, Dialog, Shell } from 'electron' */

/**
 * `electron.dialog`: a test replaces the function that shall answer; nobody chooses anything by default.
 *
 * @satisfies {Partial<Dialog>}
 */
const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: /** @type {string[]} */ ([]) }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  /** @param {string} title @param {string} content */
  showErrorBox: (title, content) => {
    console.error('dialog.showErrorBox', title, content)
  },
}

/**
 * `electron.shell`: opens nothing, and remembers what it was asked to.
 *
 * @satisfies {Partial<Shell> & { opened: string[] }}
 */
const shell = {
  /** @type {string[]} */
  opened: [],
  /** @param {string} url */
  openExternal: async (url) => {
    shell.opened.push(url)
  },
  /** @param {string} path */
  showItemInFolder: (path) => {
    shell.opened.push(path)
  },
}

let copied = ''
/** @satisfies {Partial<Clipboard>} */
const clipboard = {
  /** @param {string} text */
  writeText: async (text) => {
    copied = text
  },
  readText: async () => copied,
}

const DISPLAY = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
}
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
  getDisplayMatching: () => DISPLAY,
})

/** @typedef {(contents: any, permission: string, callback: (granted: boolean) => void) => void} RequestHandler */
/** @typedef {(contents: any, permission: string, origin: string) => boolean} CheckHandler */

/** `session.defaultSession`: keeps the handlers, so that a test can ask them. */
class Session {
  /** @type {RequestHandler | null} */
  permissionRequestHandler = null
  /** @type {CheckHandler | null} */
  permissionCheckHandler = null

  /** @param {RequestHandler | null} handler */
  setPermissionRequestHandler(handler) {
    this.permissionRequestHandler = handler
  }

  /** @param {CheckHandler | null} handler */
  setPermissionCheckHandler(handler) {
    this.permissionCheckHandler = handler
  }

  setDevicePermissionHandler() {}
}

module.exports = { dialog, shell, clipboard, screen, Session, powerMonitor: new EventEmitter() }
