/** What a run costs its server. */
import { MemoryWatch } from '../load/memory-watch'
import { processorMs } from '../load/process-tree'
import { GIBIBYTE } from '../measure/reading'
import type { RunningServer } from '../servers/server'
import type { Figure } from './workload'

export const PROCESSOR_PER_GIBIBYTE: Figure = {
  key: 'processorPerGibibyte',
  title: 'CPU per GiB',
  unit: 'processor-time',
  better: 'lower',
  target: { ofNginx: 1.6, ofBestNode: 0.5 },
}

export const PROCESSOR_PER_REQUEST: Figure = {
  key: 'processorPerRequest',
  title: 'CPU per request',
  unit: 'processor-time',
  better: 'lower',
}

export const MEMORY: Figure = { key: 'memory', title: 'memory, most', unit: 'memory', better: 'lower' }

/** What a crowd of connections may add to the memory, and how many of them must still be served at the end. */
export interface CrowdBounds {
  readonly addedBytes: number
  readonly open: { readonly title: string; readonly count: number }
}

/** What is asked of a server while very many connections stand around. Each figure stands for itself. */
export function crowdFigures({ addedBytes, open }: CrowdBounds): readonly Figure[] {
  const target = { bound: addedBytes }
  return [
    { key: 'added', title: 'memory added, most', unit: 'memory', better: 'lower', isAlone: true, target },
    { key: 'before', title: 'memory before', unit: 'memory', better: 'lower', isAlone: true },
    { key: 'open', title: open.title, unit: 'count', better: 'higher', isAlone: true, target: { bound: open.count } },
    { key: 'worst', title: 'a visitor waits, worst', unit: 'time', better: 'lower', isAlone: true },
  ]
}

export interface Costs<T> {
  readonly result: T
  readonly processorMs: number
  /** The most that was seen, in octets. */
  readonly memoryBytes: number
}

/** Does something and says what it took of the server meanwhile. */
export async function withCosts<T>(server: RunningServer, act: () => Promise<T>): Promise<Costs<T>> {
  const memory = new MemoryWatch(server.pid)
  const before = await processorMs(server.pid)
  const result = await act().catch(async (error: unknown) => {
    await memory.end()
    throw error
  })
  const after = await processorMs(server.pid)
  return { result, processorMs: after - before, memoryBytes: await memory.end() }
}

export function perGibibyte(amount: number, octets: number): number {
  return (amount * GIBIBYTE) / octets
}
