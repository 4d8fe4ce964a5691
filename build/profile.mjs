/**
 * `npm run profile [-- WORKLOAD] [--seconds N] [--window]`: runs the built command under V8's profilers and one workload
 * of `npm run bench`, and prints which functions took the most time and memory and where the whole profiles are.
 * `--window` opens the console in a browser meanwhile.
 */
import { join } from 'node:path'
import { argv, exit, platform } from 'node:process'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { ROOT } from './run.mjs'

/** @import * as Profile from '../bench/profile/profile' */

if (platform !== 'linux') {
  console.error(`Cannot profile on ${platform}: the load is that of npm run bench, which needs Linux`)
  exit(2)
}
await buildIfStale({ dev: true })
/** @type {{ module: typeof Profile }} */
const { module } = await runnerImport(join(ROOT, 'bench/profile/profile.ts'), { configFile: false, logLevel: 'warn' })
exit(await module.profile(argv.slice(2)))
