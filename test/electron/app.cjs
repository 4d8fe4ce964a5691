'use strict'
/** `electron.app`: readiness, quitting in Electron's order, paths, locale, the single instance. */
const { EventEmitter } = require('node:events')
const os = require('node:os')
const path = require('node:path')
const { makeEvent } = require('./event.cjs')
const { switchValue } = require('./launch-arguments.cjs')
const { SingleInstance } = require('./single-instance.cjs')

/** @typedef {Pick<import('electron').App, 'whenReady' | 'isReady' | 'quit' | 'exit' | 'getPath' | 'setPath' |
 *   'getAppPath' | 'getName' | 'setName' | 'getVersion' | 'getLocale' | 'getSystemLocale' |
 *   'getPreferredSystemLanguages' | 'requestSingleInstanceLock' | 'hasSingleInstanceLock' |
 *   'releaseSingleInstanceLock' | 'enableSandbox' | 'setAboutPanelOptions' | 'showAboutPanel' |
 *   'setAppUserModelId' | 'focus' | 'isPackaged' | 'name'>} Modelled */

/** @implements {Modelled} */
class App extends EventEmitter {
  isPackaged = false
  /** On macOS only. */
  dock = undefined
  sandboxed = false
  #ready = false
  #quitting = false
  #ended = false
  /** @type {() => void} */
  #becomeReady = () => undefined
  /** @readonly @type {Promise<void>} */
  #whenReady = new Promise((resolve) => {
    this.#becomeReady = resolve
  })
  /** @readonly @type {Record<string, string>} */
  #paths
  /** @type {SingleInstance | undefined} */
  #instance

  /**
   * @param {import('./launch-arguments.cjs').LaunchArguments} launch
   * @param {{ windows(): readonly { close(): void }[], end(code: number): void }} outside the windows to close when
   *   quitting, and the way to end this process
   */
  constructor(launch, outside) {
    super()
    this.launch = launch
    this.outside = outside
    this.name = launch.app.productName ?? launch.app.name
    const home = os.homedir()
    const appData = path.join(home, '.config')
    this.#paths = {
      appData,
      home,
      exe: process.execPath,
      temp: os.tmpdir(),
      desktop: path.join(home, 'Desktop'),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      userData: switchValue(launch.words, 'user-data-dir') ?? path.join(appData, this.name),
    }
    this.commandLine = {
      appendSwitch: () => undefined,
      hasSwitch: (/** @type {string} */ name) => launch.words.some((word) => word.split('=')[0] === `--${name}`),
      getSwitchValue: (/** @type {string} */ name) => switchValue(launch.words, name) ?? '',
    }
  }

  /** Called by the stand-in when Chromium is there. */
  becomeReady() {
    this.#ready = true
    this.#becomeReady()
    this.emit('ready', makeEvent(), {})
  }

  whenReady() {
    return this.#whenReady
  }

  isReady() {
    return this.#ready
  }

  get isQuitting() {
    return this.#quitting
  }

  quit() {
    const event = makeEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    for (const window of this.outside.windows()) window.close()
    if (this.outside.windows().length === 0) this.#end()
  }

  /** A window refused to close. */
  stopQuitting() {
    this.#quitting = false
  }

  /** Called by the stand-in when no window is left. */
  lastWindowClosed() {
    if (this.#quitting) this.#end()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  exit(code = 0) {
    this.#instance?.release()
    this.outside.end(code)
  }

  #end() {
    if (this.#ended) return
    const event = makeEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) return
    this.#ended = true
    this.emit('quit', makeEvent(), 0)
    this.exit(0)
  }

  getAppPath() {
    return this.launch.appPath === this.launch.entry ? path.dirname(this.launch.appPath) : this.launch.appPath
  }

  /** @param {string} name */
  getPath(name) {
    const known = this.#paths[name]
    if (known === undefined) throw new Error(`Failed to get '${name}' path`)
    return known
  }

  /** @param {string} name @param {string} value */
  setPath(name, value) {
    this.#paths[name] = value
  }

  getName() {
    return this.name
  }

  /** @param {string} name */
  setName(name) {
    this.name = name
  }

  getVersion() {
    return this.launch.app.version
  }

  getLocale() {
    return process.env['STANDIN_LOCALE'] ?? 'en-US'
  }

  getSystemLocale() {
    return this.getLocale()
  }

  getPreferredSystemLanguages() {
    return [this.getLocale()]
  }

  /** @param {Record<string, unknown>} [additionalData] */
  requestSingleInstanceLock(additionalData = {}) {
    this.#instance ??= new SingleInstance(this.getPath('userData'), ({ argv, workingDirectory, additionalData }) => {
      this.emit('second-instance', makeEvent(), argv, workingDirectory, additionalData)
    })
    return this.#instance.request(additionalData)
  }

  hasSingleInstanceLock() {
    return this.#instance?.held ?? false
  }

  releaseSingleInstanceLock() {
    this.#instance?.release()
  }

  enableSandbox() {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  /** @param {object} options */
  setAboutPanelOptions(options) {
    this.aboutPanel = options
  }

  showAboutPanel() {}

  setAppUserModelId() {}

  focus() {}
}

module.exports = { App }
