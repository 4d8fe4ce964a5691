/** `npm run check`: type-checks every layer under its own tsconfig, and the window's components with svelte-check. */
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runScript } from './run.mjs'

/** Folders with a tsconfig.json of their own. */
const TYPESCRIPT = ['main/http', 'main', 'preload', '.', 'test', 'test/electron', 'test/e2e', 'test/packaging', 'bench']
/** Those with components in them. */
const SVELTE = ['renderer', 'test/renderer']

/**
 * Runs all checks.
 *
 * @returns {Promise<string>} what is wrong, as the compilers say it; empty when nothing is
 */
export async function checkTypes() {
  const tsc = TYPESCRIPT.map((folder) => ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty'])
  const svelteCheck = SVELTE.map((folder) => [
    ...['node_modules/svelte-check/bin/svelte-check', '--tsconfig', `${folder}/tsconfig.json`],
    ...['--threshold', 'warning', '--fail-on-warnings'],
  ])
  // Two lanes, for two cores.
  return (await Promise.all([complaintsOf(tsc), complaintsOf(svelteCheck)])).join('')
}

/**
 * Runs compilers one after another.
 *
 * @param {readonly (readonly string[])[]} commands each a script and its arguments
 */
async function complaintsOf(commands) {
  let complaints = ''
  for (const [script = '', ...args] of commands) {
    const { code, output } = await runScript(script, args, { quiet: true })
    if (code !== 0) complaints += output || `${script} ended with status ${String(code)}\n`
  }
  return complaints
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const complaints = await checkTypes()
  process.stdout.write(complaints)
  process.exitCode = complaints === '' ? 0 : 1
}
