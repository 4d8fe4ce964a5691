/**
 * Looks at many names of a folder, in a thread of its own: through the pool each costs the server's thread some ten
 * microseconds, here it costs it none. `stat-thread.ts` starts it from its text; CommonJS, because that is what a text
 * is taken for.
 *
 * It tells of files and folders only. For every other name, and for those it has no time for, it leaves NaN: they are
 * looked at one by one, where links are followed and errors understood.
 */
const { lstatSync } = require('node:fs')
const { parentPort, workerData } = require('node:worker_threads')

/** @typedef {{ readonly prefix: string, readonly names: readonly string[] }} Question */

const { budgetMs } = /** @type {{ readonly budgetMs: number }} */ (workerData)

/** A drive that does not even give a quarter of what it is asked for in time is better asked for much at once. */
let isSlow = false

parentPort?.on('message', (/** @type {Question} */ { prefix, names }) => {
  // Two figures a name: octets, or -1 for a folder; and when it last changed.
  const facts = new Float64Array(names.length * 2).fill(NaN)
  const endsAt = performance.now() + budgetMs
  for (const [at, name] of names.entries()) {
    if (isSlow) break
    if (at % 16 === 15 && performance.now() >= endsAt) {
      isSlow = at < names.length / 4
      break
    }
    const stats = lookAt(prefix + name)
    if (stats === undefined || !(stats.isFile() || stats.isDirectory())) continue
    facts[at * 2] = stats.isFile() ? stats.size : -1
    facts[at * 2 + 1] = stats.mtimeMs
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
