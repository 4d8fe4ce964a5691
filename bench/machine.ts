/** Where it was measured, in a line. */
import { readFile } from 'node:fs/promises'
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
    `Node ${version}, wrk ${wrk}${await describePriority()}`
  )
}

/** Says when the whole session has been given precedence over the others of the machine (sched(7), autogroup). */
async function describePriority(): Promise<string> {
  const autogroup = await readFile('/proc/self/autogroup', 'latin1').catch(() => '')
  const nice = Number(/ nice (-?\d+)/.exec(autogroup)?.[1] ?? 0)
  return nice === 0 ? '' : `, in a session of nice ${String(nice)}`
}

/** The commit that was measured, with a sign when something has changed since. */
export async function currentCommit(): Promise<string> {
  const { code, output } = await run('git', ['describe', '--always', '--dirty', '--abbrev=10'], { quiet: true })
  return code === 0 ? output.trim() : 'unknown'
}
