/**
 * `node bench/filter.mjs [ROWS]`: how long the filter takes over many rows: until the visible part is there, until all
 * rows have been looked at, in its longest slice, and for a batch of changes. No window: what drawing costs is measured
 * with the window.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process, { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const COUNT = Number(argv[2] ?? 100_000)
const SLICE_MS = 8
/** As many rows as a tall screen shows. */
const VISIBLE = 40
const FILTERS = [
  'status:404',
  'film',
  'path:/films/*.mkv -status:4xx',
  'file:*.mkv bytes>1mb (is:partial OR is:aborted)',
  'ip:192.168.1.0/24 ua:curl dur>10ms',
  '/\\.mkv$/i',
  'nothing-is-called-so',
]

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const out = await mkdtemp(join(tmpdir(), 'porthole-bench-'))
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: out,
    target: 'node20.19',
    rolldownOptions: {
      input: {
        rows: 'renderer/filter/filtered-rows.ts',
        compile: 'renderer/filter/compile.ts',
        parse: 'renderer/filter/parse.ts',
        changes: 'renderer/filter/row-changes.ts',
        merge: 'renderer/state/merge-rows.ts',
        words: 'renderer/text/requests.ts',
      },
      output: { entryFileNames: '[name].mjs' },
      preserveEntrySignatures: 'strict',
    },
  },
})
const load = (/** @type {string} */ name) => import(pathToFileURL(join(out, `${name}.mjs`)).href)
const { FilteredRows } = await load('rows')
const { compileQuery } = await load('compile')
const { parseFilter } = await load('parse')
const { changesBetween } = await load('changes')
const { mergeRows } = await load('merge')
const { nameStatus } = await load('words')
await rm(out, { recursive: true })

const clients = new Map(
  Array.from({ length: 50 }, (_, id) => [id, { name: `client-${String(id)}`, address: `192.168.1.${String(id)}` }]),
)
const context = {
  client: (/** @type {number} */ id) => clients.get(id),
  heads: { verdict: () => 0 },
  nameStatus,
  now: Date.now,
  elapsed: () => performance.now(),
}
const rows = Array.from({ length: COUNT }, (_, at) => row(at + 1))

/** @param {number} id */
function row(id) {
  const name = id % 3 === 0 ? `film%20${String(id % 997)}.mkv` : `picture-${String(id % 997)}.jpg`
  const status = id % 50 === 0 ? 404 : id % 7 === 0 ? 206 : 200
  return {
    ...{ id, at: 1.78e12 + id * 5, clientId: id % 50, connectionId: id % 4000, ordinal: 1 + (id % 9) },
    ...{ method: 'GET', target: `/films/${name}?v=${String(id)}`, version: '1.1', agent: 'curl/8.5.0', port: 50_000 },
    ...{ state: status === 404 ? 'error' : status === 206 ? 'partial' : 'complete', status, reason: null },
    ...{ sentBytes: (id * 7919) % 5e6, receivedBytes: 0, contentLength: 5e6, bytesPerSecond: 1e7, progressAt: 0 },
    ...{ firstByteMs: 1, elapsedMs: id % 400, file: { shareId: 1, path: `films/${name}`, size: 5e6, ranges: [] } },
  }
}

/**
 * In milliseconds of this process's own time, which other work on the machine does not lengthen.
 *
 * @param {() => void} act
 */
function timed(act) {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

console.log(`${String(COUNT)} rows, slices of ${String(SLICE_MS)} ms; milliseconds of the process, the median of five`)
for (const text of FILTERS) {
  const runs = Array.from({ length: 5 }, () => run(text))
  const medianOf = (/** @type {(run: Run) => number} */ pick) =>
    (runs.map(pick).sort((one, other) => one - other)[2] ?? 0).toFixed(1).padStart(7)
  console.log(
    [
      `visible ${medianOf(({ visible }) => visible)}`,
      `all ${medianOf(({ all }) => all)}`,
      `longest slice ${medianOf(({ longest }) => longest)}`,
      `batch of 256 ${medianOf(({ batch }) => batch)}`,
      `${String(runs[0]?.passed ?? 0).padStart(7)} pass`,
      text,
    ].join('   '),
  )
}

/**
 * @typedef {{ readonly visible: number, readonly all: number, readonly longest: number, readonly batch: number, readonly passed: number }} Run
 */

/**
 * @param {string} text
 * @returns {Run}
 */
function run(text) {
  const parsed = parseFilter(text)
  const filtered = new FilteredRows(() => performance.now())
  let all = timed(() => {
    filtered.restart(compileQuery(parsed.query, context), rows, 'end')
  })
  let visible = NaN
  let longest = 0
  while (!filtered.done) {
    const slice = timed(() => {
      filtered.step(SLICE_MS)
    })
    all += slice
    longest = Math.max(longest, slice)
    if (Number.isNaN(visible) && (filtered.rows.length >= VISIBLE || filtered.done)) visible = all
  }
  const added = Array.from({ length: 255 }, (_, at) => row(COUNT + 1 + at))
  const changes = { added, patched: [{ ...row(COUNT), status: 404 }], removed: [1] }
  const after = mergeRows(rows, changes)
  const batch = timed(() => {
    filtered.receive(after, changesBetween(rows, after, { before: rows, after, changes }))
  })
  return { visible, all, longest, batch, passed: filtered.rows.length }
}
