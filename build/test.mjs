/**
 * `npm test`: everything that can be tried on this machine, from a fresh clone, without setting anything up by hand.
 * Installs, finds a browser, builds; then types, lint and format; then vitest; then Playwright on the window and the
 * console; then the smoke test on the packed app. The last line is `N passed, N failed`.
 */
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, exit } from 'node:process'
import { installDebianPackages } from './debian.mjs'
import { ensureInstalled, ROOT, runScript } from './run.mjs'
import { countPlaywright, countVitest, CRASHED, sumCounts, withExitStatus } from './test-counts.mjs'

/** @import { TestCounts } from './test-counts.mjs' */

const RESULTS = join(ROOT, 'test-results')
/** One line of the summary. @type {{ name: string, counts: TestCounts, elapsedMs: number }[]} */
const summary = []

try {
  await test()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  summary.push({ name: 'the run itself', counts: CRASHED, elapsedMs: 0 })
}
exit(printSummary())

async function test() {
  await Promise.all([ensureInstalled(), installDebianPackages()])
  await rm(RESULTS, { recursive: true, force: true })
  await mkdir(RESULTS, { recursive: true })

  const { obtainBrowser } = await import('./browser.mjs')
  const browser = await obtainBrowser()
  if (browser === undefined) console.error('Cannot find or download a browser: tests that need one will fail')
  else console.log(`Browser: ${browser.path} (${browser.origin})`)
  if (browser !== undefined) env.PORTHOLE_CHROMIUM = browser.path

  const { buildAll } = await import('./build.mjs')
  await buildAll()

  await checkSources()
  // Outside the tree, so that nothing which reads the sources takes the packed copy for one.
  const scratch = await mkdtemp(join(tmpdir(), 'porthole-test-'))
  try {
    const packedApp = join(scratch, 'packed-app')
    await runVitest({ PORTHOLE_PACKED_APP: packedApp })
    await runPlaywright('window and console', ['--project=specs'])
    await runPlaywright('window under load', ['--project=load'])
    if (await exists(packedApp)) await runPlaywright('packed app', ['smoke'], { E2E_APP: packedApp })
    else summary.push({ name: 'packed app', counts: CRASHED, elapsedMs: 0 })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Types, lint and format: two lanes, for two cores. Each is silent unless it complains. */
async function checkSources() {
  const { checkTypes } = await import('./check.mjs')
  const types = report('types', checkTypes())
  const lint = await report('lint', complaintsOf('build/lint.mjs', []))
  const format = await report('format', complaintsOf('node_modules/prettier/bin/prettier.cjs', ['.', '--check']))
  summary.push(await types, lint, format)
}

/**
 * @param {string} name
 * @param {Promise<string>} complaints
 */
async function report(name, complaints) {
  const started = performance.now()
  const text = await complaints
  if (text !== '') console.error(`\n${name}:\n${text}`)
  // No test of ours, so nothing passes; but a complaint must not leave the last line without a failure.
  const counts = { passed: 0, failed: text === '' ? 0 : 1, skipped: 0 }
  return { name, counts, elapsedMs: performance.now() - started }
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function complaintsOf(script, args) {
  const { code, output } = await runScript(script, args, { quiet: true })
  return code === 0 ? '' : output || `${script} ended with status ${String(code)}`
}

/** @param {NodeJS.ProcessEnv} variables */
async function runVitest(variables) {
  const file = join(RESULTS, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, elapsedMs } = await runScript('node_modules/vitest/vitest.mjs', args, { env: variables })
  const counts = withExitStatus(await countFile(file, countVitest), code)
  summary.push({ name: 'unit and integration', counts, elapsedMs })
}

/**
 * @param {string} name
 * @param {readonly string[]} filters Playwright's own: projects, and parts of the names of spec files
 * @param {NodeJS.ProcessEnv} [variables]
 */
async function runPlaywright(name, filters, variables = {}) {
  const file = join(RESULTS, `${name.replaceAll(' ', '-')}.json`)
  const args = ['test', ...filters, '--reporter=list,json']
  const options = { env: { ...variables, PLAYWRIGHT_JSON_OUTPUT_FILE: file } }
  const { code, elapsedMs } = await runScript('node_modules/@playwright/test/cli.js', args, options)
  const counts = withExitStatus(await countFile(file, countPlaywright), code)
  summary.push({ name, counts, elapsedMs })
}

/**
 * @param {string} file
 * @param {(report: never) => TestCounts} count
 */
async function countFile(file, count) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(await readFile(file, 'utf8'))
    return count(/** @type {never} */ (report))
  } catch {
    return CRASHED
  }
}

/** @returns {number} the exit status */
function printSummary() {
  console.log()
  for (const { name, counts, elapsedMs } of summary) {
    const { passed, failed, skipped } = counts
    const tests =
      passed + skipped === 0 ? '' : `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped, `
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${tests}${(elapsedMs / 1000).toFixed(1)} s`)
  }
  const { passed, failed } = sumCounts(summary.map(({ counts }) => counts))
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`)
  return failed === 0 ? 0 : 1
}

/** @param {string} path */
async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
