'use strict'
/** `electron.Menu` and `MenuItem`: nothing is drawn, and a test clicks an item by its id. */
const { EventEmitter } = require('node:events')
const { makeEvent } = require('./event.cjs')

/** @typedef {import('electron').MenuItemConstructorOptions} Options */

class MenuItem {
  /** @param {Options} options @param {() => any} focusedWindow */
  constructor(options, focusedWindow) {
    this.id = options.id ?? ''
    this.role = options.role
    this.label = options.label ?? ''
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = Array.isArray(options.submenu) ? new Menu(options.submenu, focusedWindow) : options.submenu
    /** @type {Menu | undefined} */
    this.menu = undefined
    this.click = () => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.#choose()
      options.click?.(/** @type {any} */ (this), focusedWindow(), /** @type {any} */ (makeEvent()))
    }
  }

  #choose() {
    for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item === this
  }
}

class Menu extends EventEmitter {
  /** @type {Menu | null} */
  static #application = null
  /** @type {MenuItem[]} */
  items = []

  /** @param {readonly (Options | MenuItem)[]} [template] @param {() => any} [focusedWindow] */
  constructor(template = [], focusedWindow = () => undefined) {
    super()
    this.focusedWindow = focusedWindow
    for (const options of template) this.append(options)
  }

  /** @param {Options | MenuItem} item */
  append(item) {
    const made = item instanceof MenuItem ? item : new MenuItem(item, this.focusedWindow)
    made.menu = this
    this.items.push(made)
  }

  /** @param {string} id @returns {MenuItem | null} */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu instanceof Menu ? item.submenu.getMenuItemById(id) : null
      if (found !== null) return found
    }
    return null
  }

  popup() {}

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    Menu.#application = menu
  }

  static getApplicationMenu() {
    return Menu.#application
  }
}

/**
 * Makes `Menu` with the windows that its items are clicked in.
 *
 * @param {() => any} focusedWindow
 */
function makeMenu(focusedWindow) {
  return class extends Menu {
    /** @param {readonly Options[]} template */
    static buildFromTemplate(template) {
      return new Menu(template, focusedWindow)
    }
  }
}

module.exports = { makeMenu, MenuItem }
