/** Where it was measured, in a line. */
import { cpus, release, totalmem, type as systemName } from 'node:os'
import { version } from 'node:process'
import { run } from '../build/run.mjs'

/** Date, system, processor, memory and the versions of what measures. */
export async function describeMachine(): Promise<string> {
  const [processor] = cpus()
  const wrk = /wrk \S*?(\d[\d.]+)/.exec((await run('wrk', ['-v'], { quiet: true })).output)?.[1] ?? 'missing'
  return (
    `${new Date().toISOString().slice(0, 10)}, ${systemName()} ${release()}, ${String(cpus().length)} cores ` +
    `(${processor?.model.trim() ?? 'unknown'}), ${String(Math.round(totalmem() / 2 ** 30))} GiB, ` +
    `Node ${version}, wrk ${wrk}`
  )
}

/** The commit that was measured, with a sign when something has changed since. */
export async function currentCommit(): Promise<string> {
  const { code, output } = await run('git', ['describe', '--always', '--dirty', '--abbrev=10'], { quiet: true })
  return code === 0 ? output.trim() : 'unknown'
}
