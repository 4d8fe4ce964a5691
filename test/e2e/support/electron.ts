/** Which Electron drives the desktop specs: the real one where its binary is, else the stand-in. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The top of the repository. */
export const ROOT = join(import.meta.dirname, '../../..')

/** The app that is tested: the repository, or the packed app out of its archive. */
export const APP = process.env.E2E_APP ?? ROOT

const BINARY = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' } as const

function realBinary(): string {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules/electron/dist')
  const { platform } = process
  return join(folder, platform === 'win32' || platform === 'darwin' ? BINARY[platform] : 'electron')
}

/**
 * Whether it is the real one. `E2E_ELECTRON=real` insists on it, `E2E_ELECTRON=standin` on the stand-in.
 *
 * @throws {Error} when the real one is insisted on and is not there
 */
export const isReal = ((): boolean => {
  const wish = process.env.E2E_ELECTRON
  const isThere = existsSync(realBinary())
  if (wish === 'real' && !isThere) throw new Error(`Cannot find ${realBinary()}: run npx install-electron`)
  return wish !== 'standin' && isThere
})()

/** Absolute path of the executable to launch. */
export const electronPath = isReal ? realBinary() : join(ROOT, 'test/electron/electron')

if (!isReal && process.env.TEST_WORKER_INDEX === '0') {
  console.warn('\n*** No Electron binary: the desktop specs run on the stand-in (test/electron/README.md) ***\n')
}
