/** `npm run bench`: everything from the words of the command line to the report. */
import { readFile, writeFile } from 'node:fs/promises'
import { compare } from './compare'
import type { Installed } from './compare'
import { describeMachine, currentCommit } from './machine'
import { withWorkload } from './measured'
import type { Measured } from './measured'
import { OptionError, parseOptions } from './options'
import type { BenchOptions } from './options'
import { writeServers, writeTargets, writeWorkload } from './report'
import type { ServerKind } from './servers/server'
import { QUICK_SERVERS, SERVERS } from './servers/servers'
import { SharedFolder } from './shared-folder'
import { OURS } from './verdicts'
import { QUICK_WORKLOADS, WORKLOADS } from './workloads/workloads'
import type { Workload } from './workloads/workload'

/**
 * Measures what the command line asks for, and prints and keeps what was found.
 *
 * @returns the exit status: 1 when an answer was wrong, 2 for a command line that cannot be carried out
 */
export async function bench(argv: readonly string[]): Promise<number> {
  const names = { workloads: WORKLOADS.map(({ name }) => name), peers: SERVERS.map(({ name }) => name) }
  try {
    return await measure(parseOptions(argv, names))
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    console.error(error.message)
    return 2
  }
}

async function measure(options: BenchOptions): Promise<number> {
  const installed = await findInstalled()
  let measured = await readResults(options)
  console.log(`${measured.machine}\n`)
  const folder = await SharedFolder.make()
  let isWrong = false
  try {
    for (const workload of chosenWorkloads(options)) {
      const servers = chosenServers(workload, options).flatMap((kind) => installed.get(kind) ?? [])
      const found = await compare({ workload, servers, folder, ...options })
      measured = withWorkload(measured, found)
      isWrong ||= found.servers.some(({ faults }) => faults.length > 0)
      console.log(`${writeWorkload(workload, found)}\n`)
      if (options.results !== undefined) await writeFile(options.results, `${JSON.stringify(measured, undefined, 1)}\n`)
    }
  } finally {
    await folder.remove()
  }
  console.log(writeTargets(WORKLOADS, measured))
  if (options.report !== undefined) await writeFile(options.report, writeReport(measured))
  return isWrong ? 1 : 0
}

/** Says who is missing and goes on without them. */
async function findInstalled(): Promise<ReadonlyMap<ServerKind, Installed>> {
  const installed = new Map<ServerKind, Installed>()
  for (const kind of SERVERS) {
    const version = await kind.version()
    if (version === undefined) console.log(`${kind.name} is not installed: it is left out`)
    else installed.set(kind, { kind, version })
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
  const commit = await currentCommit()
  const workloads = kept === undefined ? [] : (JSON.parse(kept) as Measured).workloads
  return { machine, commit, workloads }
}

function writeReport(measured: Measured): string {
  const sections = WORKLOADS.flatMap((workload) => {
    const found = measured.workloads.find(({ name }) => name === workload.name)
    return found === undefined ? [] : [writeWorkload(workload, found)]
  })
  return (
    [
      '# Benchmark',
      `${measured.machine}. Commit ${measured.commit}.`,
      `## Targets\n\n${writeTargets(WORKLOADS, measured)}`,
      `## Figures\n\n${sections.join('\n\n')}`,
      `## Servers\n\n${writeServers(measured)}`,
    ].join('\n\n') + '\n'
  )
}
