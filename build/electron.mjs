/** Finding the Electron binary, which the npm package does not bring along since Electron 42. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { env, getuid, platform } from 'node:process'
import { ROOT, runScript } from './run.mjs'

/** A slow line still gets its 110 MB; a dead one fails by itself within seconds. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000

const EXECUTABLE =
  platform === 'win32' ? 'electron.exe' : platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'

/**
 * Tells why no window can be opened here, or gives undefined when one can, as far as can be told beforehand.
 *
 * @returns {string | undefined} a reason that fits in brackets
 */
export function windowObstacle() {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display'
  // Chromium's sandbox refuses root, and switching the sandbox off is not for a program that faces the network.
  if (platform === 'linux' && getuid?.() === 0) return "Chromium's sandbox does not run as root"
  return undefined
}

/**
 * Gives the path of the Electron binary, downloading it once when it is missing; undefined when it cannot be had.
 * ELECTRON_OVERRIDE_DIST_PATH is honoured as Electron's own launcher does.
 */
export async function obtainElectron() {
  const executable = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules/electron/dist'), EXECUTABLE)
  if (await exists(executable)) return executable

  console.log('Downloading Electron, once (about 110 MB) …')
  await runScript('node_modules/electron/install.js', [], { quiet: true, timeoutMs: DOWNLOAD_LIMIT_MS })
  return (await exists(executable)) ? executable : undefined
}

/** @param {string} path */
async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
