'use strict'
/** The single-instance lock: a file in the user data folder, and messages dropped beside it for who holds it. */
const fs = require('node:fs')
const path = require('node:path')

const LOCK = 'standin-instance'
const MESSAGE = /^standin-second-.*\.json$/

/** @typedef {{ argv: string[], workingDirectory: string, additionalData: unknown }} SecondInstance */

class SingleInstance {
  /** @type {import('node:fs').FSWatcher | undefined} */
  #watcher
  #held = false

  /**
   * @param {string} folder the user data folder
   * @param {(second: SecondInstance) => void} onSecond called in the process that holds the lock
   */
  constructor(folder, onSecond) {
    this.folder = folder
    this.onSecond = onSecond
  }

  /**
   * @param {unknown} additionalData
   * @returns {boolean} false when another process holds the lock, which has then been told of us
   */
  request(additionalData) {
    if (this.#held) return true
    fs.mkdirSync(this.folder, { recursive: true })
    if (!this.#take()) {
      this.#tellHolder(additionalData)
      return false
    }
    this.#held = true
    this.#watcher = fs.watch(this.folder, (_change, name) => {
      if (name !== null && MESSAGE.test(name)) this.#read(path.join(this.folder, name))
    })
    return true
  }

  get held() {
    return this.#held
  }

  release() {
    if (!this.#held) return
    this.#held = false
    this.#watcher?.close()
    fs.rmSync(path.join(this.folder, LOCK), { force: true })
  }

  #take() {
    const lock = path.join(this.folder, LOCK)
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      if (isAlive(Number(fs.readFileSync(lock, 'utf8')))) return false
      fs.writeFileSync(lock, String(process.pid))
      return true
    }
  }

  /** @param {unknown} additionalData */
  #tellHolder(additionalData) {
    const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    const unfinished = path.join(this.folder, `standin-unfinished-${String(process.pid)}`)
    fs.writeFileSync(unfinished, JSON.stringify(message))
    fs.renameSync(unfinished, path.join(this.folder, `standin-second-${String(process.pid)}.json`))
  }

  /** @param {string} file */
  #read(file) {
    /** @type {string} */
    let text
    try {
      text = fs.readFileSync(file, 'utf8')
      fs.rmSync(file)
    } catch {
      return // the watcher tells of the removal too
    }
    this.onSecond(/** @type {SecondInstance} */ (JSON.parse(text)))
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

module.exports = { SingleInstance }
