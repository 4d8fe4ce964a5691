/**
 * Hashes spans of a file whose octets come piece by piece, in a thread of its own: on the server's thread each MiB would
 * hold up every client for most of a millisecond.
 *
 * It opens nothing and reads nothing, so that it can be ended at any moment, whatever a drive does. `span-hasher.ts`
 * starts it from its text; CommonJS, because that is what a text is taken for.
 */
const { createHash } = require('node:crypto')
const { parentPort, workerData } = require('node:worker_threads')

/** @typedef {{ readonly start: number, readonly end: number }} Span */

const spans = /** @type {readonly Span[]} */ (workerData)
const hashes = spans.map(() => createHash('sha256'))

parentPort?.on('message', (/** @type {{ offset: number, bytes: Uint8Array } | 'end'} */ message) => {
  if (message === 'end') {
    parentPort?.postMessage(hashes.map((hash) => hash.digest('hex')))
    return
  }
  const { offset, bytes } = message
  for (const [at, { start, end }] of spans.entries()) {
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, bytes.length)
    if (from < to) hashes[at]?.update(bytes.subarray(from, to))
  }
  // Asks for the next piece.
  parentPort?.postMessage(null)
})
