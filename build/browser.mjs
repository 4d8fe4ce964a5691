/** Finding the Chromium that shows the window in tests. */
import { access, readFile, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'
import { run, runScript } from './run.mjs'

const DOWNLOAD_LIMIT_MS = 10 * 60_000
const VERSION_LIMIT_MS = 20_000

/** Names on PATH, the ones that are surely Chromium or Chrome first. */
const COMMANDS = ['chromium', 'google-chrome-stable', 'google-chrome', 'chrome', 'chromium-browser', 'microsoft-edge']

/**
 * Gives the path of a Chromium or Chrome: the one PORTHOLE_CHROMIUM names, else an installed one, else the one that
 * Playwright keeps, downloaded when it is missing.
 *
 * @returns {Promise<{ path: string, origin: string } | undefined>} `origin` says in words where it is from
 */
export async function obtainBrowser() {
  if (env.PORTHOLE_CHROMIUM) return { path: env.PORTHOLE_CHROMIUM, origin: 'named by PORTHOLE_CHROMIUM' }
  for (const path of installedCandidates()) {
    if (await isUsable(path)) return { path, origin: 'installed' }
  }
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  if (await exists(path)) return { path, origin: "Playwright's" }

  console.log("Downloading Playwright's Chromium, once …")
  const args = ['install', 'chromium', '--no-shell']
  await runScript('node_modules/playwright-core/cli.js', args, { quiet: true, timeoutMs: DOWNLOAD_LIMIT_MS })
  return (await exists(path)) ? { path, origin: "Playwright's, just downloaded" } : undefined
}

/** @returns {string[]} absolute paths where browsers usually are; most do not exist */
function installedCandidates() {
  if (platform === 'darwin') {
    const applications = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      applications.map((app) => join(folder, app)),
    )
  }
  if (platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/**
 * Tells whether a browser is there and starts. A snap is passed over: its confinement hides the temporary profiles
 * and files of tests from it.
 *
 * @param {string} path
 */
async function isUsable(path) {
  if (!(await exists(path))) return false
  // Elsewhere `--version` would open a window, and there are no snaps.
  if (platform !== 'linux') return true
  if (/\/snap/.test(await realpath(path)) || (await isSnapLauncher(path))) return false
  return (await run(path, ['--version'], { quiet: true, timeoutMs: VERSION_LIMIT_MS })).code === 0
}

/** @param {string} path Ubuntu's `chromium-browser` is a shell script that starts the snap */
async function isSnapLauncher(path) {
  if ((await stat(path)).size > 64 * 1024) return false
  const text = await readFile(path, 'latin1')
  return text.startsWith('#!') && text.includes('/snap/bin/')
}

/** @param {string} path */
async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
