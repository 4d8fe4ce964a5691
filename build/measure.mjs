/**
 * `npm run measure [-- NAME …]`: takes the figures of docs/measurements.md on this machine, all of them or those that
 * are named, and prints them as a Markdown table. Ends with 1 when one does not hold.
 */
import { cpus, release, totalmem, type as systemName } from 'node:os'
import { join } from 'node:path'
import { argv, exit, platform, version } from 'node:process'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { ROOT } from './run.mjs'

/** @import * as Measurements from '../bench/measure/measurements' */
/** @import { Reading } from '../bench/measure/reading' */

if (platform !== 'linux') {
  console.error(`Cannot measure on ${platform}: only Linux tells the memory and the descriptors of another process`)
  exit(2)
}
await buildIfStale()
/** @type {{ module: typeof Measurements }} */
const { module } = await runnerImport(join(ROOT, 'bench/measure/measurements.ts'), {
  configFile: false,
  logLevel: 'warn',
})
const names = argv.length > 2 ? argv.slice(2) : Object.keys(module.MEASUREMENTS)
const unknown = names.find((name) => !Object.hasOwn(module.MEASUREMENTS, name))
if (unknown !== undefined) {
  console.error(`Cannot measure ${JSON.stringify(unknown)}: expected ${Object.keys(module.MEASUREMENTS).join(', ')}`)
  exit(2)
}

const [processor] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${systemName()} ${release()}, ${String(cpus().length)} cores ` +
    `(${processor?.model.trim() ?? 'unknown'}), ${String(Math.round(totalmem() / 2 ** 30))} GiB, Node ${version}\n`,
)
console.log('| under | holds | found | command |\n| --- | --- | --- | --- |')
let isAllHeld = true
for (const name of names) {
  for (const reading of (await module.MEASUREMENTS[name]?.()) ?? []) {
    isAllHeld &&= reading.isHeld
    console.log(rowOf(name, reading))
  }
}
exit(isAllHeld ? 0 : 1)

/**
 * @param {string} name
 * @param {Reading} reading
 */
function rowOf(name, { under, holds, found, isHeld }) {
  return `| ${under} | ${holds} | ${isHeld ? '' : '**not held:** '}${found} | \`npm run measure -- ${name}\` |`
}
