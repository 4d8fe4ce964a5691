/** Starting other programs: what `npm start`, `npm test` and their parts have in common. Needs Node alone. */
import { spawn } from 'node:child_process'
import { lstat, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env, execPath, versions } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The top of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the top of the repository unless given
 * @property {NodeJS.ProcessEnv} [env] added to our own environment
 * @property {boolean} [quiet] keeps the output instead of showing it as it comes
 * @property {number} [timeoutMs] after which the program is ended
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit status; 1 when the program was ended by a signal or could not be started
 * @property {string} output both streams in the order they came, when `quiet`
 * @property {number} elapsedMs
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started has failed like any other.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { quiet = false, timeoutMs } = options
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...env, ...options.env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    /** @param {number} code */
    const finish = (code) => resolve({ code, output, elapsedMs: performance.now() - started })
    child.on('error', (error) => {
      output += error.message
      finish(1)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/**
 * Runs a script under this same Node: no shell and no `.cmd` file stands between, on any system.
 *
 * @param {string} script path below the top of the repository
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runScript(script, args, options) {
  return run(execPath, [join(ROOT, script), ...args], options)
}

/**
 * Installs what package-lock.json names, unless that has been done since it last changed.
 *
 * @throws {Error} when Node is too old or the installation fails
 */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Cannot run on Node ${versions.node}: expected 20.19 or newer`)
  }
  // npm writes this file last, whether by `npm ci` or `npm install`.
  const installed = await modifiedAt('node_modules/.package-lock.json')
  if (installed > 0 && installed >= (await modifiedAt('package-lock.json'))) return
  if (await isLink('node_modules')) {
    // npm ci empties the folder it installs into, and a link's folder is another checkout's.
    throw new Error('Cannot install into node_modules, which is a link: remove it, or run npm ci where it points')
  }

  console.log('Installing dependencies (npm ci) …')
  const { code } = await runNpm(['ci'])
  if (code !== 0) throw new Error(`Cannot install the dependencies: npm ci ended with status ${String(code)}`)
}

/**
 * Runs npm.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  // npm tells its children where it is; without it, Windows would need a shell to find npm.cmd.
  const npm = env.npm_execpath
  if (npm?.endsWith('npm-cli.js') === true) return run(execPath, [npm, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/**
 * @param {string} path below the top of the repository
 * @returns {Promise<number>} milliseconds since the epoch; 0 when there is no such file
 */
async function modifiedAt(path) {
  return stat(join(ROOT, path)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}

/** @param {string} path below the top of the repository */
async function isLink(path) {
  return lstat(join(ROOT, path)).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
}
