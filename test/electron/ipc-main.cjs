'use strict'
/** `electron.ipcMain`, and the answer to what a page sends. */
const { EventEmitter } = require('node:events')
const { makeEvent } = require('./event.cjs')
const { copyForSending, decode, encode } = require('./wire.cjs')

/** @typedef {Parameters<import('electron').IpcMain['handle']>[1]} Handler */
/** @typedef {{ type: 'invoke' | 'send', id?: number, channel: string, args: import('./wire-types').Wire }} PageMessage */
/** @typedef {{ mainFrame: object, toPage(message: object): void }} Sender */

/** @implements {Pick<import('electron').IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>} */
class IpcMain extends EventEmitter {
  /** @readonly @type {Map<string, Handler>} */
  #handlers = new Map()

  /** @param {string} channel @param {Handler} handler */
  handle(channel, handler) {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  /** @param {string} channel @param {Handler} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  /**
   * Takes a message of the page's `ipcRenderer`.
   *
   * @param {PageMessage} message
   * @param {Sender} sender the page's webContents
   */
  async receive(message, sender) {
    const args = /** @type {unknown[]} */ (decode(message.args))
    const event = makeEvent({ sender, senderFrame: sender.mainFrame, frameId: 1, processId: 1, ports: [] })
    if (message.type === 'send') {
      this.emit(message.channel, event, ...args)
      return
    }
    const outcome = await this.#invoke(message.channel, event, args)
    sender.toPage({ type: 'reply', id: message.id, ...outcome })
  }

  /** @param {string} channel @param {object} event @param {unknown[]} args */
  async #invoke(channel, event, args) {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) return { error: `Error: No handler registered for '${channel}'` }
    try {
      return { value: encode(copyForSending(await handler(/** @type {any} */ (event), ...args))) }
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      return { error: String(error) }
    }
  }
}

module.exports = { IpcMain }
