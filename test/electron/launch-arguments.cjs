'use strict'
/** The command line of Electron: flags for Chromium and the debuggers, then the app, then the app's own arguments. */
const fs = require('node:fs')
const path = require('node:path')

/** Of the Electron whose typings the stand-in is checked against. */
const VERSION = /** @type {{ version: string }} */ (require('electron/package.json')).version

/** @typedef {{ name: string, productName?: string, version: string, main?: string }} Manifest */

/**
 * @typedef {object} LaunchArguments
 * @property {readonly string[]} words everything after the executable
 * @property {string} appPath absolute path of the app's folder or of its entry file
 * @property {string} entry absolute path of the file to run
 * @property {Manifest} app
 * @property {readonly string[]} preloads what `-r` asks to be required before the app
 * @property {boolean} inspect whether to open Node's debugger
 * @property {boolean} remoteDebugging whether to print Chromium's address
 */

/**
 * @param {readonly string[]} words
 * @returns {LaunchArguments}
 */
function readLaunchArguments(words) {
  /** @type {string[]} */
  const preloads = []
  /** @type {string | undefined} */
  let appWord
  for (let at = 0; at < words.length && appWord === undefined; at += 1) {
    const word = words[at] ?? ''
    if (word === '-r' || word === '--require') preloads.push(words[(at += 1)] ?? '')
    else if (!word.startsWith('-')) appWord = word
  }
  if (appWord === undefined) throw new Error('Cannot start the stand-in: expected an app folder or file')

  const appPath = path.resolve(appWord)
  const isFolder = fs.statSync(appPath).isDirectory()
  const manifest = isFolder ? readManifest(appPath) : { name: 'Electron', version: VERSION }
  return {
    words,
    appPath,
    entry: isFolder ? path.resolve(appPath, manifest.main ?? 'index.js') : appPath,
    app: manifest,
    preloads,
    inspect: words.some((word) => word.startsWith('--inspect')),
    remoteDebugging: words.some((word) => word.startsWith('--remote-debugging-port')),
  }
}

/** @param {string} folder */
function readManifest(folder) {
  return /** @type {Manifest} */ (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')))
}

/**
 * @param {readonly string[]} words
 * @param {string} flag without its dashes
 * @returns {string | undefined} the value of `--flag=value`
 */
function switchValue(words, flag) {
  const start = `--${flag}=`
  return words.find((word) => word.startsWith(start))?.slice(start.length)
}

module.exports = { VERSION, readLaunchArguments, switchValue }
