/** What a run costs its server. */
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

/** Does something and says what processor time it took the server meanwhile. */
export async function withProcessorTime<T>(
  server: RunningServer,
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly processorMs: number }> {
  const before = await processorMs(server.pid)
  const result = await act()
  return { result, processorMs: (await processorMs(server.pid)) - before }
}

export function perGibibyte(amount: number, octets: number): number {
  return (amount * GIBIBYTE) / octets
}
