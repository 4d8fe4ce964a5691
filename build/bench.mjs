/**
 * `npm run bench [-- --quick] [--only NAME,…] [--peers NAME,…] [--rounds N] [--seconds N] [--report FILE]
 * [--results FILE]`: compares Porthole with its peers over one folder on loopback, and prints ratios with their spread.
 * What the peers need is installed first, where it may be. Ends with 1 when an answer was wrong.
 */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, platform } from 'node:process'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { installDebianPackages } from './debian.mjs'
import { ROOT, run, runNpm } from './run.mjs'

/** @import * as Bench from '../bench/bench' */

/** Each with its Debian package. */
const PROGRAMS = /** @type {const} */ ([
  ['nginx', 'nginx-light'],
  ['wrk', 'wrk'],
  ['python3', 'python3'],
])
const PEERS = join(ROOT, 'bench/peers')

if (platform !== 'linux') {
  console.error(`Cannot measure on ${platform}: only Linux tells the processor time and memory of another process`)
  exit(2)
}
await Promise.all([buildIfStale(), installPeers(), installPrograms()])
if (!(await isCommand('wrk'))) {
  console.error('Cannot measure without wrk: install it with your package manager')
  exit(2)
}
/** @type {{ module: typeof Bench }} */
const { module } = await runnerImport(join(ROOT, 'bench/bench.ts'), { configFile: false, logLevel: 'warn' })
const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interruption.abort())
exit(await module.bench(argv.slice(2), interruption.signal))

/** What a machine may have from elsewhere is not installed again. */
async function installPrograms() {
  /** @type {string[]} */
  const missing = []
  for (const [command, name] of PROGRAMS) if (!(await isCommand(command))) missing.push(name)
  await installDebianPackages(missing)
}

/** @param {string} command */
async function isCommand(command) {
  return !(await run(command, ['-v'], { quiet: true })).output.includes('ENOENT')
}

/** In a folder of their own: they are no part of the product. */
async function installPeers() {
  const isThere = await access(join(PEERS, 'node_modules/.package-lock.json')).then(
    () => true,
    () => false,
  )
  if (isThere) return
  console.log('Installing the Node peers (npm ci in bench/peers) …')
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: PEERS, quiet: true })
  if (code !== 0) console.warn(`Cannot install the Node peers: ${output.trimEnd().split('\n').at(-1) ?? ''}`)
}
