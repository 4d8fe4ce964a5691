'use strict'
/** `electron.nativeTheme`: the system is light unless `STANDIN_DARK` is set, and pages follow what the app sets. */
const { EventEmitter } = require('node:events')

/** @implements {Pick<import('electron').NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>} */
class NativeTheme extends EventEmitter {
  shouldUseHighContrastColors = false
  /** @type {'system' | 'light' | 'dark'} */
  #source = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid theme source: ${String(source)}`)
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'system' ? Boolean(process.env['STANDIN_DARK']) : this.#source === 'dark'
  }
}

module.exports = { NativeTheme }
