/** `npm run profile`: what the server's time and memory go to under one workload. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { markdownTable } from '../figures/table'
import { formatFigure } from '../figures/units'
import { numberOf, OptionError } from '../options'
import { PORTHOLE, PORTHOLE_WINDOW } from '../servers/porthole'
import { RunningServer } from '../servers/server'
import type { ServerKind } from '../servers/server'
import { SharedFolder } from '../shared-folder'
import { WORKLOADS } from '../workloads/workloads'
import type { Run, Workload } from '../workloads/workload'
import { foldCpuProfile } from './cpu-profile'
import type { CallFrame, CpuProfile } from './cpu-profile'
import { foldHeapProfile } from './heap-profile'
import type { HeapNode } from './heap-profile'
import { Inspector } from './inspector'
import { readSourcePlaces } from './source-place'

const SAMPLE_EVERY_US = 200
const HEAP_SAMPLE_BYTES = 16 * 1024
const LINES = 40

interface ProfileOptions {
  readonly workload: Workload
  readonly durationMs: number
  readonly kind: ServerKind
}

/**
 * Runs a workload twice, under the profiler of time and under that of memory, and prints who took most.
 *
 * @returns the exit status
 */
export async function profile(argv: readonly string[]): Promise<number> {
  try {
    await profileWith(readOptions(argv))
    return 0
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    console.error(error.message)
    return 2
  }
}

function readOptions(argv: readonly string[]): ProfileOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { seconds: { type: 'string' }, window: { type: 'boolean' } },
  })
  const [name = 'small'] = positionals
  const workload = WORKLOADS.find((each) => each.name === name)
  if (workload === undefined) {
    const names = WORKLOADS.map((each) => each.name).join(', ')
    throw new OptionError(`Cannot profile ${JSON.stringify(name)}: expected one of ${names}`)
  }
  const durationMs = numberOf('seconds', values.seconds, { usual: 5, most: 60 }) * 1000
  return { workload, durationMs, kind: values.window === true ? PORTHOLE_WINDOW : PORTHOLE }
}

async function profileWith({ workload, durationMs, kind }: ProfileOptions): Promise<void> {
  const folder = await SharedFolder.make()
  try {
    await workload.furnish?.(folder)
    const place = { folder: folder.path, scratch: await folder.scratch() }
    const server = await RunningServer.start(inspected(kind), place)
    try {
      const inspector = await Inspector.open(await server.output())
      const run = await workload.begin(server, folder)
      await run(durationMs)
      console.log(`${workload.title}, for ${String(durationMs / 1000)} s after as long a warm-up\n`)
      await profileRuns(inspector, () => run(durationMs))
      inspector.close()
    } finally {
      await server.stop()
    }
  } finally {
    await folder.remove()
  }
}

function inspected(kind: ServerKind): ServerKind {
  return {
    ...kind,
    prepare: async (place) => {
      const launch = await kind.prepare(place)
      return { ...launch, args: ['--inspect=127.0.0.1:0', ...launch.args] }
    },
  }
}

async function profileRuns(inspector: Inspector, run: () => ReturnType<Run>): Promise<void> {
  const placeOf = await readSourcePlaces()
  const results = await mkdtemp(join(tmpdir(), 'porthole-profile-'))
  const cpuFile = join(results, 'time.cpuprofile')
  const heapFile = join(results, 'memory.heapprofile')

  await inspector.call('Profiler.enable')
  await inspector.call('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US })
  await inspector.call('Profiler.start')
  await run()
  const { profile: cpu } = (await inspector.call('Profiler.stop')) as { readonly profile: CpuProfile }
  await writeFile(cpuFile, JSON.stringify(cpu))
  console.log(`${timeTable(cpu, placeOf)}\n\nAll of it: ${cpuFile}\n`)

  // Also what has been collected since: most of what a server allocates is gone a moment later.
  const sampling = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true }
  await inspector.call('HeapProfiler.startSampling', { samplingInterval: HEAP_SAMPLE_BYTES, ...sampling })
  await run()
  const { profile: heap } = (await inspector.call('HeapProfiler.stopSampling')) as {
    readonly profile: { readonly head: HeapNode }
  }
  await writeFile(heapFile, JSON.stringify(heap))
  console.log(`${allocationTable(heap.head, placeOf)}\n\nAll of it: ${heapFile}`)
}

function timeTable(cpu: CpuProfile, placeOf: (frame: CallFrame) => string): string {
  const times = foldCpuProfile(cpu)
  const wholeUs = times.reduce((sum, { selfUs }) => sum + selfUs, 0)
  const share = (us: number): string => `${((100 * us) / wholeUs).toFixed(1)} %`
  const rows = times
    .slice(0, LINES)
    .map(({ frame, selfUs, totalUs }) => [share(selfUs), share(totalUs), nameOf(frame), placeOf(frame)])
  return markdownTable(['self', 'with callees', 'function', 'where'], rows)
}

function allocationTable(head: HeapNode, placeOf: (frame: CallFrame) => string): string {
  const allocations = foldHeapProfile(head)
  const whole = allocations.reduce((sum, { selfBytes }) => sum + selfBytes, 0)
  const rows = allocations
    .slice(0, LINES)
    .map(({ frame, selfBytes }) => [
      `${((100 * selfBytes) / whole).toFixed(1)} %`,
      formatFigure(selfBytes, 'memory'),
      nameOf(frame),
      placeOf(frame),
    ])
  return markdownTable(['share', 'allocated', 'function', 'where'], rows)
}

function nameOf({ functionName }: CallFrame): string {
  return functionName === '' ? '(anonymous)' : functionName
}
