'use strict'
/** `webContents`: one page of Chromium, its preload, its guards and its messages. */
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const path = require('node:path')
const { makeEvent } = require('./event.cjs')
const { VERSION } = require('./launch-arguments.cjs')
const { loud } = require('./loud.cjs')
const { isolatedWorldScript, mainWorldScript } = require('./page-scripts.cjs')
const { copyForSending, encode } = require('./wire.cjs')

const ISOLATED_WORLD = 'Electron Isolated Context'

/**
 * What the stand-in's parts share.
 *
 * @typedef {object} Standin
 * @property {import('./cdp.cjs').Cdp} cdp there once the app is ready
 * @property {import('./app.cjs').App} app
 * @property {import('./protocol.cjs').ProtocolModule} protocol
 * @property {import('./ipc-main.cjs').IpcMain} ipcMain
 * @property {object} session
 * @property {import('./native-theme.cjs').NativeTheme} nativeTheme
 * @property {Map<number, WebContents>} contents every page, by id, as the app sees it
 */

/** @import { Protocol } from '../../node_modules/playwright-core/types/protocol' */
/** @typedef {{ width: number, height: number, preload?: string }} Wishes */
/** @typedef {import('./ipc-main.cjs').PageMessage} PageMessage */
/** @typedef {{ readyToShow(): void, closed(): void, title(): string, close(): void }} Owner */

/** What a test will drop, from `STANDIN_PATHS`: paths, separated as in PATH. */
function droppablePaths() {
  const paths = (process.env['STANDIN_PATHS'] ?? '').split(path.delimiter).filter((each) => each !== '')
  return paths.map((each) => {
    const facts = fs.statSync(each)
    return { path: each, name: path.basename(each), size: facts.size, isFolder: facts.isDirectory() }
  })
}

/** Fetched is what stands before it. @param {string} url */
function withoutFragment(url) {
  return url.replace(/#.*$/s, '')
}

/** @typedef {Pick<import('electron').WebContents, 'loadURL' | 'getURL' | 'getTitle' | 'send' | 'executeJavaScript' |
 *   'reload' | 'forcefullyCrashRenderer' | 'isDestroyed' | 'isCrashed' | 'close' | 'focus' | 'openDevTools' |
 *   'setZoomFactor' | 'setVisualZoomLevelLimits' | 'id'>} Modelled */

/** @implements {Modelled} */
class WebContents extends EventEmitter {
  static #lastId = 0
  id = (WebContents.#lastId += 1)
  targetId = ''
  #sessionId = ''
  /** The isolated world's, new on every navigation. */
  #contextId = ''
  #url = ''
  /** What the app itself asked for, without its fragment: not a navigation by the page. */
  #asked = ''
  #destroyed = false
  #shown = false
  /** @readonly @type {Promise<void>} */
  #created
  /** @type {(details: { url: string }) => { action: string }} */
  #openHandler = () => ({ action: 'allow' })

  /**
   * @param {Standin} standin
   * @param {Wishes} wishes
   * @param {Owner} owner the window
   */
  constructor(standin, wishes, owner) {
    super()
    this.standin = standin
    this.owner = owner
    this.session = standin.session
    /** What the app is given. */
    this.front = loud('webContents', this)
    standin.contents.set(this.id, this.front)
    standin.app.emit('web-contents-created', makeEvent(), this.front)
    this.#created = this.#create(wishes)
    this.#created.catch((error) => {
      console.error('The stand-in cannot create a page:', error)
    })
  }

  get mainFrame() {
    const url = this.getURL()
    return { url, origin: new URL(url === '' ? 'about:blank' : url).origin, parent: null, top: null, processId: 1 }
  }

  /**
   * @template {import('./cdp.cjs').Command} M
   * @param {M} method
   * @param {Protocol.CommandParameters[M]} [params]
   */
  #send(method, params) {
    return this.standin.cdp.send(method, params, this.#sessionId)
  }

  /**
   * @template {import('./cdp.cjs').EventName} E
   * @param {E} name
   * @param {(params: Protocol.Events[E]) => void} listener
   */
  #on(name, listener) {
    this.standin.cdp.listen(name, listener, this.#sessionId)
  }

  /** @param {Wishes} wishes */
  async #create({ width, height, preload }) {
    const { cdp } = this.standin
    const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
    this.targetId = targetId
    this.#sessionId = (await cdp.send('Target.attachToTarget', { targetId, flatten: true })).sessionId
    this.#listenToPage()
    this.#listenToBrowser()
    await this.#send('Page.enable')
    await this.#send('Runtime.enable')
    await this.#send('Fetch.enable', {
      patterns: [{ urlPattern: 'https://*.standin.invalid/*' }, { urlPattern: '*', resourceType: 'Document' }],
    })
    await this.#send('Runtime.addBinding', { name: '__standinOpen' })
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() })
    if (preload !== undefined) await this.#addPreload(preload)
    await this.#fitViewport(width, height)
    await this.followTheme()
  }

  /** @param {string} file */
  async #addPreload(file) {
    const facts = { platform: process.platform, version: VERSION, droppable: droppablePaths() }
    const source = isolatedWorldScript({ file, code: fs.readFileSync(file, 'utf8') }, facts)
    await this.#send('Runtime.addBinding', { name: '__standinSend', executionContextName: ISOLATED_WORLD })
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { worldName: ISOLATED_WORLD, source })
  }

  #listenToPage() {
    this.#on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = /** @type {{ frameId?: string }} */ (context.auxData ?? {})
      if (context.name === ISOLATED_WORLD && frameId === this.targetId) this.#contextId = context.uniqueId
    })
    this.#on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === '__standinOpen') this.#open(payload)
      else void this.standin.ipcMain.receive(/** @type {PageMessage} */ (JSON.parse(payload)), this.front)
    })
    this.#on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((each) => String(each.value ?? each.description)).join(' ')
      this.emit('console-message', makeEvent({ level: type, message }))
    })
    this.#on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.#url = frame.url + (frame.urlFragment ?? '')
      this.emit('did-start-navigation', makeEvent({ url: this.getURL(), isMainFrame: true, isSameDocument: false }))
      this.emit('did-navigate', makeEvent(), this.getURL())
    })
    this.#on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.targetId) return
      this.#url = url
      this.emit('did-navigate-in-page', makeEvent(), this.getURL(), true)
    })
    this.#on('Page.domContentEventFired', () => this.emit('dom-ready', makeEvent()))
    this.#on('Page.loadEventFired', () => {
      this.#loaded()
    })
    this.#on('Fetch.requestPaused', (paused) => void this.#decide(paused))
  }

  #listenToBrowser() {
    const { cdp } = this.standin
    cdp.listen('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.targetId) this.owner.closed()
    })
    cdp.listen('Target.targetCrashed', ({ targetId, errorCode }) => {
      if (targetId !== this.targetId) return
      this.#contextId = ''
      this.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: errorCode })
    })
  }

  #loaded() {
    this.emit('did-finish-load', makeEvent())
    if (this.#shown || this.#url === 'about:blank') return
    this.#shown = true
    setTimeout(() => {
      this.owner.readyToShow()
    }, 0)
  }

  /** @param {string} carriedUrl */
  #open(carriedUrl) {
    const url = this.standin.protocol.fromCarried(carriedUrl)
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '' } }
    if (this.#openHandler(details).action === 'allow') console.error('The stand-in has no child windows:', url)
  }

  /**
   * Lets a paused request go its way, unless it is a page that leaves and the app prevents it.
   *
   * @param {Protocol.Fetch.requestPausedPayload} paused
   */
  async #decide(paused) {
    const { requestId, request } = paused
    try {
      if (this.#isPrevented(paused)) await this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      else if (this.standin.protocol.isCarried(request.url)) {
        await this.#send('Fetch.fulfillRequest', { requestId, ...(await this.standin.protocol.answer(request)) })
      } else await this.#send('Fetch.continueRequest', { requestId })
    } catch (error) {
      if (this.#destroyed) return
      console.error('The stand-in cannot answer a request:', error)
      await this.#send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => undefined)
    }
  }

  /** @param {Protocol.Fetch.requestPausedPayload} paused */
  #isPrevented({ request, resourceType, frameId }) {
    if (resourceType !== 'Document') return false
    const url = this.standin.protocol.fromCarried(request.url)
    const isMainFrame = frameId === this.targetId
    if (isMainFrame && (url === this.#asked || this.#url === '' || this.#url === 'about:blank')) return false
    const frameEvent = makeEvent({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', frameEvent)
    if (!isMainFrame) return frameEvent.defaultPrevented
    const event = makeEvent({ url, isMainFrame, isSameDocument: false })
    this.emit('will-navigate', event, url)
    return frameEvent.defaultPrevented || event.defaultPrevented
  }

  /**
   * Makes the page as large as was asked for: headless Chromium takes room for bars that are not there.
   *
   * @param {number} width
   * @param {number} height
   */
  async #fitViewport(width, height) {
    const expression = '[outerWidth - innerWidth, outerHeight - innerHeight]'
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true })
    const [extraWidth, extraHeight] = /** @type {[number, number]} */ (result.value)
    await this.setWindowBounds({ width: width + extraWidth, height: height + extraHeight })
  }

  /** @param {Protocol.Browser.Bounds} bounds */
  async setWindowBounds(bounds) {
    const { cdp } = this.standin
    const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: this.targetId })
    await cdp.send('Browser.setWindowBounds', { windowId, bounds })
  }

  async followTheme() {
    const value = this.standin.nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
    await this.#send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  /** @param {object} message */
  toPage(message) {
    if (this.#contextId === '' || this.#destroyed) return
    const expression = `__standinReceive(${JSON.stringify(message)})`
    // A page that has just navigated has another context; what was on its way to the old one is lost, as in Electron.
    this.#send('Runtime.evaluate', { expression, uniqueContextId: this.#contextId }).catch(() => undefined)
  }

  /** @param {string} channel @param {...unknown} args */
  send(channel, ...args) {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.toPage({ type: 'event', channel, args: encode(copyForSending(args)) })
  }

  /** @param {string} url */
  async loadURL(url) {
    await this.#created
    this.#asked = withoutFragment(this.standin.protocol.fromCarried(this.standin.protocol.toCarried(url)))
    const { errorText } = await this.#send('Page.navigate', { url: this.standin.protocol.toCarried(url) })
    if (errorText === undefined) return
    this.emit('did-fail-load', makeEvent(), -2, errorText, url, true)
    throw new Error(`${errorText} (-2) loading '${url}'`)
  }

  getURL() {
    return this.#url === 'about:blank' ? '' : this.standin.protocol.fromCarried(this.#url)
  }

  getTitle() {
    return this.owner.title()
  }

  /** @param {string} expression */
  async executeJavaScript(expression) {
    await this.#created
    const asked = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', asked)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return /** @type {unknown} */ (result.value)
  }

  async capturePage() {
    const { data } = await this.#send('Page.captureScreenshot')
    return { toPNG: () => Buffer.from(data, 'base64') }
  }

  /** @param {(details: { url: string }) => { action: string }} handler */
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  reload() {
    this.#asked = withoutFragment(this.getURL())
    void this.#send('Page.reload').catch(() => undefined)
  }

  forcefullyCrashRenderer() {
    void this.#send('Page.crash').catch(() => undefined)
  }

  isDestroyed() {
    return this.#destroyed
  }

  isCrashed() {
    return this.#contextId === ''
  }

  close() {
    this.owner.close()
  }

  focus() {}

  openDevTools() {}

  setZoomFactor() {}

  setVisualZoomLevelLimits() {
    return Promise.resolve()
  }

  /** Called by the window when it goes. */
  destroy() {
    if (this.#destroyed) return
    this.#destroyed = true
    this.standin.contents.delete(this.id)
    this.emit('destroyed')
    const { cdp } = this.standin
    void this.#created.then(() => cdp.send('Target.closeTarget', { targetId: this.targetId })).catch(() => undefined)
  }
}

module.exports = { WebContents }
