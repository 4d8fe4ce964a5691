/**
 * `npm run fuzz [-- --count N] [--seed S] [--first I]`: feeds the parser and the running command what a fuzzer makes of
 * a seed, and says what did not withstand. 100,000 rounds from a seed of the day unless told otherwise; a round that has
 * failed is repeated alone by its seed and index. Ends with 1 when one has.
 */
import { join } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { ROOT } from './run.mjs'

/** @import * as Fuzz from '../test/fuzz/fuzz' */

const MEBIBYTE = 2 ** 20
/**
 * What the two servers may hold on to, together: descriptors of connections that are just closing, and their logs. Each
 * keeps 50,000 exchanges with their heads, which take some 240 MiB when all of them are malformed.
 */
const TOLERATED = { descriptors: 4, memory: 600 * MEBIBYTE }

const options = readOptions()
await buildIfStale()
/** @type {{ module: typeof Fuzz }} */
const { module } = await runnerImport(join(ROOT, 'test/fuzz/fuzz.ts'), { configFile: false, logLevel: 'warn' })
console.log(`${String(options.count)} rounds from seed ${String(options.seed)}`)
const report = await module.fuzz({ ...options, onProgress: showProgress })
exit(summarize(report) ? 0 : 1)

function readOptions() {
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const { values } = parseArgs({
    args: argv.slice(2),
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: today },
      first: { type: 'string', default: '0' },
    },
  })
  return {
    count: integer('count', values.count),
    seed: integer('seed', values.seed),
    first: integer('first', values.first),
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function integer(name, text) {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  console.error(`Cannot fuzz with --${name} ${JSON.stringify(text)}: expected an integer of at most nine digits`)
  return exit(2)
}

/** @param {number} done */
function showProgress(done) {
  if (stdout.isTTY) stdout.write(`\r${String(done)} done`)
  else if (done % 10_000 === 0) console.log(`${String(done)} done`)
}

/**
 * @param {Fuzz.FuzzReport} report
 * @returns {boolean} whether all has been withstood
 */
function summarize({ seed, count, kinds, failures, brokenRows, descriptorDrift, memoryGrowth, elapsedMs }) {
  for (const { index, fault, corpusCase } of failures) {
    console.log(`\nRound ${String(index)}: ${fault}\n\n${corpusCase}\n`)
    console.log(`Again: npm run fuzz -- --seed ${String(seed)} --first ${String(index)} --count 1`)
  }
  const made = Object.entries(kinds).map(([kind, number]) => `${String(number)} ${kind}`)
  console.log(
    `\nSeed ${String(seed)}: ${String(count)} rounds in ${(elapsedMs / 1000).toFixed(1)} s (${made.join(', ')})`,
  )
  console.log(`Failed: ${String(failures.length)}, rows of broken handlers: ${String(brokenRows)}`)
  if (descriptorDrift !== undefined && memoryGrowth !== undefined) {
    console.log(`Descriptors: ${signed(descriptorDrift)}, memory: ${signed(Math.round(memoryGrowth / MEBIBYTE))} MiB`)
  }
  const isSound = (descriptorDrift ?? 0) <= TOLERATED.descriptors && (memoryGrowth ?? 0) <= TOLERATED.memory
  return failures.length === 0 && brokenRows === 0 && isSound
}

/** @param {number} value */
function signed(value) {
  return value < 0 ? String(value) : `+${String(value)}`
}
