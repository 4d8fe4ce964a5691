/** A file of a GiB, downloaded whole again and again. */
import { drain } from '../load/drain'
import { LARGE } from '../shared-folder'
import { MEMORY, perGibibyte, PROCESSOR_PER_GIBIBYTE, withCosts } from './costs'
import type { Target, Workload } from './workload'

export const ONE_LARGE = largeDownloads('large', {
  title: 'One connection downloads a file of 1 GiB again and again',
  connections: 1,
  target: { ofNginx: 0.85, ofBestNode: 3.5 },
})

export const EIGHT_LARGE = largeDownloads('large-8', {
  title: 'Eight connections download a file of 1 GiB again and again',
  connections: 8,
  target: { ofNginx: 0.95, ofBestNode: 2 },
})

/** For the one check of every octet. */
const CHECK_LIMIT_MS = 60_000

function largeDownloads(
  name: string,
  { title, connections, target }: { readonly title: string; readonly connections: number; readonly target: Target },
): Workload {
  return {
    name,
    title,
    figures: [
      { key: 'throughput', title: 'throughput', unit: 'throughput', better: 'higher', target },
      PROCESSOR_PER_GIBIBYTE,
      MEMORY,
    ],
    furnish: (folder) => folder.addLarge(),
    begin: async (server) => {
      const order = { port: server.port, target: LARGE.target }
      const { octets } = await drain({ ...order, connections: 1, durationMs: CHECK_LIMIT_MS, compare: 'every' })
      if (octets !== LARGE.bytes) throw new Error(`Wrong answer to ${LARGE.target}: ${String(octets)} octets`)
      return async (durationMs) => {
        const { result, processorMs, memoryBytes } = await withCosts(server, () =>
          drain({ ...order, connections, durationMs, compare: 'some' }),
        )
        return {
          throughput: (result.octets * 1000) / result.elapsedMs,
          [PROCESSOR_PER_GIBIBYTE.key]: perGibibyte(processorMs, result.octets),
          [MEMORY.key]: memoryBytes,
        }
      }
    },
  }
}
