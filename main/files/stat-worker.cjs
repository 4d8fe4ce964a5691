/**
 * Looks at many names of a folder, in a thread of its own: through the pool each costs the server's thread some ten
 * microseconds, here it costs it none. `stat-thread.ts` starts it from its text; CommonJS, because that is what a text
 * is taken for.
 *
 * It tells of files and folders only. For every other name, and for all of them once the drive turns out to be slow, it
 * leaves NaN: they are looked at one by one, where links are followed and errors understood.
 */
const { lstatSync } = require('node:fs')
const { parentPort } = require('node:worker_threads')

/** @typedef {{ readonly prefix: string, readonly names: readonly string[] }} Question */

/** Names that are timed together, and how long a drive takes over them whose calls are worth making at the same time. */
const GROUP_LENGTH = 8
const SLOW_MS = 0.5
/** A busy machine holds up a group now and then; only a slow drive holds up so many more groups than it does not. */
const MAX_STRAIN = 4
let strain = 0

parentPort?.on('message', (/** @type {Question} */ { prefix, names }) => {
  // Two figures a name: octets, or -1 for a folder; and when it last changed.
  const facts = new Float64Array(names.length * 2).fill(NaN)
  for (let first = 0; first < names.length && strain < MAX_STRAIN; first += GROUP_LENGTH) {
    const began = performance.now()
    for (let at = first; at < Math.min(first + GROUP_LENGTH, names.length); at += 1) {
      const stats = lookAt(prefix + names[at])
      if (stats === undefined || !(stats.isFile() || stats.isDirectory())) continue
      facts[at * 2] = stats.isFile() ? stats.size : -1
      facts[at * 2 + 1] = stats.mtimeMs
    }
    strain = performance.now() - began > SLOW_MS ? strain + 1 : Math.max(0, strain - 1)
  }
  parentPort?.postMessage(facts, [facts.buffer])
})

/** @param {string} path */
function lookAt(path) {
  // Text would lead a name that is not UTF-8 to another file.
  if (!path.isWellFormed()) return undefined
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
