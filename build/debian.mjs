/** What a test run or a benchmark may install by itself: Debian's packages, on a Debian where we are root. */
import { access } from 'node:fs/promises'
import { getuid, platform } from 'node:process'
import { run } from './run.mjs'

/** The browser, the fonts that pictures of the window need, and the clients that real-client tests drive. */
const TESTED_WITH = [
  'chromium',
  'fonts-noto-core',
  'fonts-noto-cjk',
  'fonts-noto-color-emoji',
  'curl',
  'wget',
  'aria2',
  'ca-certificates',
]

const APT_LIMIT_MS = 5 * 60_000

/**
 * Installs the packages that are missing. Does nothing where it may not; a failure is told and left to whoever needs
 * what is missing.
 *
 * @param {readonly string[]} [packages] those that the tests need, unless given
 */
export async function installDebianPackages(packages = TESTED_WITH) {
  if (packages.length === 0 || platform !== 'linux' || getuid?.() !== 0 || !(await isDebian())) return
  const missing = await missingAmong(packages)
  if (missing.length === 0) return

  console.log(`Installing ${missing.join(' ')} …`)
  await aptGet(['update'])
  if ((await aptGet(['install', ...missing])).code === 0) return
  // One name that this release does not know fails them all: Ubuntu has its Chromium elsewhere.
  for (const name of missing) {
    const { code, output } = await aptGet(['install', name])
    if (code !== 0) console.warn(`Cannot install ${name}: ${output.trimEnd().split('\n').at(-1) ?? ''}`)
  }
}

/** @param {readonly [command: 'update' | 'install', ...names: string[]]} words */
function aptGet([command, ...names]) {
  const options = command === 'install' ? ['-y', '--no-install-recommends'] : []
  return run('apt-get', [command, '-q', ...options, ...names], {
    quiet: true,
    timeoutMs: APT_LIMIT_MS,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

async function isDebian() {
  return access('/etc/debian_version').then(
    () => true,
    () => false,
  )
}

/** @param {readonly string[]} packages */
async function missingAmong(packages) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], {
    quiet: true,
  })
  const lines = new Set(output.split('\n'))
  return packages.filter((name) => !lines.has(`${name} installed`))
}
