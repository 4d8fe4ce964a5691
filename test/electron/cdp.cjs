'use strict'
/** The Chromium that plays the renderer, and the DevTools protocol that it is driven by. */
const { EventEmitter, once } = require('node:events')
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const { WebSocket } = require('ws')

/** Where Chromium or Chrome usually are, after what `PORTHOLE_CHROMIUM` says. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** @returns {string} the absolute path of a Chromium */
function findChromium() {
  const places = [process.env['PORTHOLE_CHROMIUM'] ?? '', ...USUAL_PLACES]
  const found = places.find((place) => place !== '' && fs.existsSync(place))
  if (found === undefined) throw new Error('Cannot find Chromium: set PORTHOLE_CHROMIUM to its executable')
  return found
}

/**
 * Starts Chromium without a page.
 *
 * @param {string} profile folder for its profile
 * @param {readonly string[]} [extra] further switches
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, url: string }>} url of its DevTools socket
 */
async function startChromium(profile, extra = []) {
  const switches = [
    ...(process.env['STANDIN_HEADFUL'] ? [] : ['--headless=new']),
    '--remote-debugging-port=0',
    // Tests of the app run as root in containers, where Chromium's own sandbox cannot start.
    '--no-sandbox',
    '--no-startup-window',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--password-store=basic',
    '--use-mock-keychain',
    '--force-color-profile=srgb',
    '--disable-features=Translate,MediaRouter',
    `--user-data-dir=${profile}`,
    ...extra,
  ]
  const child = spawn(findChromium(), switches, { stdio: ['ignore', 'ignore', 'pipe'] })
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      said = (said + chunk.toString()).slice(-8192)
      const url = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`Chromium ended with ${String(code)}: ${said.slice(-800)}`))
    })
  })
  return { child, url }
}

/** @import { Protocol } from '../../node_modules/playwright-core/types/protocol' */
/** @typedef {keyof Protocol.CommandParameters & keyof Protocol.CommandReturnValues} Command */
/** @typedef {keyof Protocol.Events} EventName */

/** The DevTools protocol over one socket: to the browser itself, or to a page that it was attached to. */
class Cdp {
  /** @readonly */
  #socket
  #lastId = 0
  /** @readonly @type {Map<number, { method: string, resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map()
  /** By session, then method. @readonly */
  #events = new EventEmitter({ captureRejections: false }).setMaxListeners(0)

  /** @param {import('ws').WebSocket} socket an open one */
  constructor(socket) {
    this.#socket = socket
    socket.on('message', (/** @type {Buffer} */ text) => {
      this.#receive(/** @type {Message} */ (JSON.parse(text.toString())))
    })
    socket.once('close', () => {
      for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: Chromium has gone`))
      this.#waiting.clear()
    })
  }

  /**
   * @param {string} url
   * @returns {Promise<Cdp>}
   */
  static async open(url) {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    await once(socket, 'open')
    return new Cdp(socket)
  }

  /**
   * @template {Command} M
   * @param {M} method
   * @param {Protocol.CommandParameters[M]} [params]
   * @param {string} [sessionId] the page's; the browser's own without
   * @returns {Promise<Protocol.CommandReturnValues[M]>}
   */
  send(method, params, sessionId) {
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }), (error) => {
        if (error) reject(error)
      })
    })
  }

  /**
   * @template {EventName} E
   * @param {E} name
   * @param {(params: Protocol.Events[E]) => void} listener
   * @param {string} [sessionId]
   */
  listen(name, listener, sessionId = '') {
    this.#events.on(`${sessionId} ${name}`, listener)
  }

  /** @typedef {{ id?: number, method?: string, sessionId?: string, params?: object, result?: object,
   *   error?: { message: string } }} Message */
  /** @param {Message} message */
  #receive(message) {
    if (message.id === undefined) {
      this.#events.emit(`${message.sessionId ?? ''} ${message.method ?? ''}`, message.params)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result)
  }
}

module.exports = { Cdp, startChromium }
