'use strict'
/**
 * `electron -r start-watch.cjs …`: notes what the app's own code takes from its first line to the window that loads its
 * page, and leaves out what Electron, or its stand-in, does in between.
 */
const Module = require('node:module')
const { app } = require('electron')

/** @type {any} */
const loader = Module
const load = loader._load
const spent = { loadingMs: 0, openingMs: 0 }
Object.assign(globalThis, { portholeStart: spent })

loader._load = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) => {
  if (!/out[\\/]main[\\/]index\.cjs$/.test(request)) return load(request, ...rest)
  const began = performance.now()
  try {
    return load(request, ...rest)
  } finally {
    spent.loadingMs = performance.now() - began
  }
}

let readyAt = 0
void app.whenReady().then(() => (readyAt = performance.now()))
app.once('browser-window-created', () => (spent.openingMs = performance.now() - readyAt))
