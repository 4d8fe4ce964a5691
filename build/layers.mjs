/**
 * Who may import whom: the table of docs/architecture.md as code. `eslint.config.js` says it while you type,
 * `test/layering.test.ts` says it for the whole tree.
 */
import { posix } from 'node:path'

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} files the sources it is made of, as paths from the top of the repository
 * @property {readonly string[]} layers names of the other layers it may import
 * @property {readonly string[]} packages modules it may import; `node:fs` stands for `node:fs/promises` too
 * @property {string} because what a refusal says, so that nobody has to look it up
 */

/** Node's modules that only compute: they open nothing and wait for nothing. */
const PURE_NODE = ['node:buffer', 'node:crypto']

/** The edges may use all of Node: they are what keeps the core pure. */
const ANY_NODE = 'node:*'

/**
 * First match wins, so single files stand before their folder.
 *
 * @type {readonly Layer[]}
 */
export const LAYERS = [
  {
    name: 'shared text',
    files: /^preload\/(inert-text|console-wire|sent-spans)\.ts$/,
    layers: ['contract'],
    packages: [],
    because: 'it is pure, so that main and the renderer can both use it',
  },
  {
    name: 'bridge',
    files: /^preload\/bridge\.ts$/,
    layers: ['contract', 'shared text'],
    packages: ['electron'],
    because: 'a sandboxed preload has nothing but electron and the contract',
  },
  {
    name: 'contract',
    files: /^preload\//,
    layers: [],
    packages: [],
    because: 'it is read by all three processes and imports nothing but its own parts',
  },
  {
    name: 'http',
    files: /^main\/http\//,
    layers: [],
    packages: ['node:buffer'],
    because: 'HTTP is bytes in and values out, without I/O',
  },
  {
    name: 'files',
    files: /^main\/files\//,
    layers: ['http', 'shared text'],
    packages: ['node:fs', 'node:path', 'node:worker_threads', ...PURE_NODE, 'mime'],
    because: 'it turns paths into outcomes and knows neither sockets nor the use case',
  },
  {
    name: 'server',
    files: /^main\/server\//,
    layers: ['http', 'shared text'],
    packages: ['node:net', 'node:tls', 'node:os', ...PURE_NODE],
    because: 'it is given a Handler and knows nothing of what is served',
  },
  {
    name: 'share',
    files: /^main\/share\//,
    layers: ['http', 'files', 'server', 'contract', 'shared text'],
    packages: [
      ...['node:dns', 'node:fs', 'node:os', 'node:path', 'node:timers', 'node:worker_threads'],
      ...['bowser', ...PURE_NODE],
    ],
    because: 'the use case has no sockets of its own and knows no shell: only names, addresses and its settings file',
  },
  {
    name: 'app',
    files: /^main\/app\//,
    layers: ['share', 'contract', 'shared text'],
    packages: ['electron', ANY_NODE],
    because: 'the Electron shell can be taken off: it reaches the core only through share',
  },
  {
    name: 'console',
    files: /^main\/console\//,
    layers: ['share', 'contract', 'shared text'],
    packages: ['ws', ANY_NODE],
    because: 'the console is a carrier of the contract, like app',
  },
  {
    name: 'cli',
    files: /^main\/cli\//,
    layers: ['share', 'console', 'contract', 'shared text'],
    packages: [ANY_NODE],
    because: 'the command line is an edge and runs without Electron',
  },
  {
    name: 'index',
    files: /^main\/index\.ts$/,
    layers: ['app', 'share'],
    packages: [],
    because: 'it joins the parts of the desktop app, nothing else',
  },
  {
    name: 'headless',
    files: /^main\/headless\.ts$/,
    layers: ['cli', 'console', 'share'],
    packages: [],
    because: 'it joins the parts of the command line, nothing else',
  },
  {
    name: 'renderer',
    files: /^renderer\//,
    layers: ['contract', 'shared text'],
    packages: ['svelte', 'uqr', 'bowser', 'diff', 'valibot', '@leeoniya/ufuzzy', 'fastest-levenshtein', 'ipaddr.js'],
    because: 'the window reaches the rest only through the contract',
  },
]

/**
 * Finds the layer of a source, or undefined when it stands outside all of them.
 *
 * @param {string} file path from the top of the repository, `/`-separated
 */
export function layerOf(file) {
  return LAYERS.find((layer) => layer.files.test(file))
}

/**
 * Tells why an import breaks the table, or gives undefined when it keeps it.
 *
 * @param {string} file the importing source, as a path from the top of the repository
 * @param {string} specifier what stands between the quotes
 * @returns {string | undefined}
 */
export function importRefusal(file, specifier) {
  const from = layerOf(file)
  if (from === undefined) return `Cannot tell the layer of ${file}: give it one in build/layers.mjs`
  if (specifier.startsWith('.')) {
    // Assets and styles are looked up without their query, which only Vite reads.
    const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''))
    const to = layerOf(/\.[a-z]+$/.test(target) ? target : `${target}.ts`)
    if (to === from || (to !== undefined && from.layers.includes(to.name))) return undefined
    return `${from.name} may not import ${to?.name ?? target}: ${from.because}`
  }
  if (from.packages.some((allowed) => isWithin(specifier, allowed))) return undefined
  return `${from.name} may not import "${specifier}": ${from.because}`
}

/**
 * @param {string} specifier
 * @param {string} allowed
 */
function isWithin(specifier, allowed) {
  if (allowed === ANY_NODE) return specifier.startsWith('node:')
  return specifier === allowed || specifier.startsWith(`${allowed}/`)
}
