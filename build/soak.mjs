/**
 * `npm run soak [-- --minutes N] [--seed S] [--rate R]`: half an hour of mixed visitors with the window open, unless told
 * otherwise; then a table of what was found. Ends with 1 when an octet was wrong, a request uncounted, an answer not
 * what it should be, or memory or descriptors did not stay where they were.
 */
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { ROOT } from './run.mjs'

/** @import * as Soak from '../test/soak/soak' */
/** @import * as Summary from '../test/soak/summary' */

const MINUTE_MS = 60_000
const SAMPLE_EVERY_MS = 5000
/** Of docs/limits.md: from then on each new row takes the place of an old one. */
const ROWS_KEPT = 50_000

const options = readOptions()
await buildIfStale()
const loading = { configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ('warn') }
/** @type {{ module: typeof Soak }} */
const { module: soaking } = await runnerImport(join(ROOT, 'test/soak/soak.ts'), loading)
/** @type {{ module: typeof Summary }} */
const { module: summary } = await runnerImport(join(ROOT, 'test/soak/summary.ts'), loading)

console.log(`${String(options.minutes)} minutes from seed ${String(options.seed)}, begun ${new Date().toISOString()}`)
const report = await soaking.soak({
  seed: options.seed,
  durationMs: options.minutes * MINUTE_MS,
  actsPerSecond: options.rate,
  sampleEveryMs: SAMPLE_EVERY_MS,
  filling: ROWS_KEPT,
  onProgress: ({ elapsedMs, exchanges }) => {
    console.log(`${(elapsedMs / MINUTE_MS).toFixed(0)} min: ${String(exchanges)} requests`)
  },
})
const lines = summary.summarize(report)
console.log(summary.asTable(lines))
for (const { act, index, fault } of report.failures) console.log(`Act ${String(index)}, ${act}: ${fault}`)
for (const complaint of report.complaints) console.log(complaint)
exit(lines.every(({ holds }) => holds) ? 0 : 1)

function readOptions() {
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const { values } = parseArgs({
    args: argv.slice(2),
    options: {
      minutes: { type: 'string', default: '30' },
      seed: { type: 'string', default: today },
      rate: { type: 'string', default: '25' },
    },
  })
  return {
    minutes: number('minutes', values.minutes),
    seed: number('seed', values.seed),
    rate: number('rate', values.rate),
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function number(name, text) {
  if (/^\d{1,9}(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  console.error(`Cannot soak with --${name} ${JSON.stringify(text)}: expected a number above 0`)
  return exit(2)
}
