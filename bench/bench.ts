/** `npm run bench`: everything from the words of the command line to the report. */
import { readFile, writeFile } from 'node:fs/promises'
import { compare } from './compare'
import type { Installed } from './compare'
import { describeMachine } from './machine'
import { withWorkload } from './measured'
import type { Measured } from './measured'
import { OptionError, parseOptions } from './options'
import type { BenchOptions } from './options'
import { writeReport, writeTargets, writeWorkload } from './report'
import { OURS } from './servers/names'
import type { ServerKind } from './servers/server'
import { QUICK_SERVERS, SERVERS } from './servers/servers'
import { SharedFolder } from './shared-folder'
import { QUICK_WORKLOADS, WORKLOADS } from './workloads/workloads'
import type { Workload } from './workloads/workload'

/** What a shell says of a program that Ctrl+C has ended. */
const INTERRUPTED = 130

/**
 * Measures what the command line asks for, and prints and keeps what was found.
 *
 * @param signal ends it before its time; what was started and written is then gone all the same
 * @returns the exit status: 1 when an answer was wrong, 2 for a command line that cannot be carried out
 */
export async function bench(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const names = { workloads: WORKLOADS.map(({ name }) => name), peers: SERVERS.map(({ name }) => name) }
  try {
    return await measure(parseOptions(argv, names), signal)
  } catch (error) {
    if (signal.aborted) return INTERRUPTED
    if (!(error instanceof OptionError)) throw error
    console.error(error.message)
    return 2
  }
}

async function measure(options: BenchOptions, signal: AbortSignal): Promise<number> {
  let measured = await readResults(options)
  console.log(`${measured.machine}\n`)
  const folder = await SharedFolder.make()
  let isWrong = false
  try {
    for (const workload of chosenWorkloads(options)) {
      const servers = await findInstalled(chosenServers(workload, options))
      const found = await compare({ workload, servers, folder, ...options, signal })
      measured = withWorkload(measured, found)
      isWrong ||= found.servers.some(({ faults }) => faults.length > 0)
      console.log(`${writeWorkload(workload, found)}\n`)
      if (options.results !== undefined) await writeFile(options.results, `${JSON.stringify(measured, undefined, 1)}\n`)
    }
  } finally {
    await folder.remove()
  }
  console.log(writeTargets(WORKLOADS, measured))
  if (options.report !== undefined) await writeFile(options.report, writeReport(WORKLOADS, measured))
  return isWrong ? 1 : 0
}

/** Says who is missing and goes on without them. */
async function findInstalled(kinds: readonly ServerKind[]): Promise<readonly Installed[]> {
  const installed: Installed[] = []
  for (const kind of kinds) {
    const version = await kind.version()
    if (version === undefined) console.log(`${kind.name} is not installed: it is left out\n`)
    else installed.push({ kind, version })
  }
  return installed
}

function chosenWorkloads({ isQuick, only }: BenchOptions): readonly Workload[] {
  if (only !== undefined) return WORKLOADS.filter(({ name }) => only.includes(name))
  return isQuick ? QUICK_WORKLOADS : WORKLOADS
}

function chosenServers(workload: Workload, { isQuick, peers }: BenchOptions): readonly ServerKind[] {
  const all = workload.servers ?? SERVERS
  if (peers !== undefined) return all.filter(({ name }) => name === OURS || peers.includes(name))
  return isQuick && workload.servers === undefined ? QUICK_SERVERS : all
}

/** What an earlier run has kept, or nothing yet. */
async function readResults({ results }: BenchOptions): Promise<Measured> {
  const kept = results === undefined ? undefined : await readFile(results, 'utf8').catch(() => undefined)
  const machine = await describeMachine()
  const workloads = kept === undefined ? [] : (JSON.parse(kept) as Measured).workloads
  return { machine, workloads }
}
