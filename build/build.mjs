/**
 * Builds everything that runs into out/: main, headless and preload as one CommonJS file each, with every library
 * inside; the renderer as static files. `npm run build [-- --dev]`; `--dev` adds source maps.
 */
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'out')
/** Written last: what is newer than this file has not been built. */
const STAMP = join(OUT, '.built')
const INPUTS = ['main', 'preload', 'renderer', 'build', 'package.json', 'package-lock.json', 'svelte.config.js']

/** The lowest engines that run each part: package.json's `engines`, and the Chromium inside the pinned Electron. */
const NODE_TARGET = 'node20.19'
const ELECTRON_TARGET = 'chrome140'

/**
 * Builds all four parts.
 *
 * @param {{ readonly dev?: boolean }} [options] `dev` adds source maps
 */
export async function buildAll({ dev = false } = {}) {
  await Promise.all([
    bundle('main', 'main/index.ts', { target: NODE_TARGET, dev }),
    bundle('headless', 'main/headless.ts', { target: NODE_TARGET, dev }).then(makeExecutable),
    bundle('preload', 'preload/bridge.ts', { target: ELECTRON_TARGET, dev }),
    buildRenderer(dev),
  ])
  await writeFile(STAMP, '')
}

/**
 * Builds unless out/ is newer than every source, and has source maps where they are wanted.
 *
 * @param {{ readonly dev?: boolean }} [options] as for `buildAll`
 */
export async function buildIfStale({ dev = false } = {}) {
  const built = await stat(STAMP).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  const changed = await Promise.all(INPUTS.map((input) => newestChange(join(ROOT, input))))
  const isWithoutMaps = dev && (await stat(join(OUT, 'headless/index.cjs.map')).catch(() => undefined)) === undefined
  if (isWithoutMaps || Math.max(...changed) >= built) await buildAll({ dev })
}

/**
 * One entry, one CommonJS file. Each gets a build of its own: two entries in one build may share a chunk, and then
 * loading the window would start the command line.
 *
 * @param {string} name folder below out/
 * @param {string} entry
 * @param {{ readonly target: string, readonly dev: boolean }} options
 */
async function bundle(name, entry, { target, dev }) {
  await build({
    ...shared(ROOT),
    ssr: { noExternal: true, external: ['electron'], target: target === ELECTRON_TARGET ? 'webworker' : 'node' },
    build: {
      ssr: true,
      outDir: join(OUT, name),
      emptyOutDir: true,
      target,
      minify: false,
      sourcemap: dev,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: { index: entry },
        external: ['electron'],
        output: { format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' },
      },
    },
  })
}

/** @param {boolean} dev */
async function buildRenderer(dev) {
  await build({
    ...shared(join(ROOT, 'renderer')),
    base: './',
    plugins: [svelte({ configFile: join(ROOT, 'svelte.config.js') })],
    build: {
      outDir: join(OUT, 'renderer'),
      emptyOutDir: true,
      sourcemap: dev,
      license: { fileName: 'licenses.md' },
      // A busy machine is no reason to warn.
      rolldownOptions: { checks: { pluginTimings: false } },
      // The page's policy allows no inline script and no data: font, so nothing may be put inline.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  })
}

/** @param {string} root */
function shared(root) {
  return /** @type {const} */ ({ root, configFile: false, envDir: false, publicDir: false, logLevel: 'warn' })
}

/** Makes the command line a program of its own: package.json's `bin` links to it. */
async function makeExecutable() {
  const file = join(OUT, 'headless', 'index.cjs')
  const code = await readFile(file, 'utf8')
  if (!code.startsWith('#!')) await writeFile(file, `#!/usr/bin/env node\n${code}`)
  await chmod(file, 0o755)
}

/**
 * Finds when anything below a path last changed, in milliseconds since the epoch. A folder counts too: its time
 * changes when something in it is removed.
 *
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newestChange(path) {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs
  const below = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))))
  return Math.max(found.mtimeMs, ...below)
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildAll({ dev: argv.includes('--dev') })
