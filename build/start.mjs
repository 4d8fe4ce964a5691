/**
 * `npm start [-- FOLDER …]`: installs and builds what is missing, then opens the app. Where there can be no window,
 * the same server runs with its console in the browser instead; `npm start -- --console` asks for that outright.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { argv, cwd, env, execPath, exit } from 'node:process'
import { obtainElectron, windowObstacle } from './electron.mjs'
import { ensureInstalled, ROOT } from './run.mjs'

/** A window that is gone again this soon, and not by anybody's wish, never really opened. */
const STARTED_AFTER_MS = 5_000

/** Whether somebody has asked us to end. */
let interrupted = false

try {
  exit(await start(argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  exit(1)
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit status
 */
async function start(args) {
  await ensureInstalled()
  // Only now can Vite be imported.
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()

  if (args.includes('--console')) return openConsole(args)
  const obstacle = windowObstacle()
  if (obstacle !== undefined) return openConsole(args, obstacle)
  const electron = await obtainElectron()
  if (electron === undefined) return openConsole(args, 'Electron could not be downloaded')

  const { code, signal, elapsedMs } = await follow(electron, [ROOT, ...args])
  const crashed = (code !== 0 || signal !== null) && elapsedMs < STARTED_AFTER_MS && !interrupted
  return crashed ? openConsole(args, 'Electron ended at once') : (code ?? 1)
}

/**
 * @param {readonly string[]} args
 * @param {string} [obstacle] why it is not the window
 */
async function openConsole(args, obstacle) {
  if (obstacle !== undefined) {
    console.log(`No window can open here (${obstacle}), so Porthole runs with its console in the browser.`)
  }
  const options = args.some((arg) => arg.startsWith('--console')) ? args : [...args, '--console']
  const { code } = await follow(execPath, [join(ROOT, 'out/headless/index.cjs'), ...options])
  return code ?? 1
}

/**
 * Runs a program in the folder where `npm start` was typed, hands on the signals that should end it, and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, elapsedMs: number }>}
 */
function follow(command, args) {
  const started = performance.now()
  const child = spawn(command, args, { cwd: env.INIT_CWD ?? cwd(), stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interrupted = true
      // A terminal has told the child already, and asking twice would mean: at once.
      if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, elapsedMs: performance.now() - started }))
  })
}
