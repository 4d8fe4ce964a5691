'use strict'
/**
 * `node --require loop-watch.cjs …`: at each SIGUSR2 says on standard error for how long the main loop was held at most
 * since the last, in milliseconds.
 */
const { monitorEventLoopDelay } = require('node:perf_hooks')

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('SIGUSR2', () => {
  process.stderr.write(`loop held ${String(delay.max / 1e6)} ms\n`)
  delay.reset()
})
