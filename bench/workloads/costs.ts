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
