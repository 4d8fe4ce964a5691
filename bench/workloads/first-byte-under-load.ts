/** How long somebody waits for a small file while everybody else keeps the server busy. */
import { percentile } from '../figures/statistics'
import { askOnce } from '../load/ask'
import { visitDuring } from '../load/visitor'
import { runWrk } from '../load/wrk'
import { MIDDLE } from '../shared-folder'
import type { Workload } from './workload'

const CONNECTIONS = 64

export const FIRST_BYTE_UNDER_LOAD: Workload = {
  name: 'first-byte',
  title: 'A file of 1 KiB is asked for on a new connection, while 64 others ask for one of 100 KiB as fast as they can',
  figures: [
    { key: 'median', title: 'first byte, median', unit: 'time', better: 'lower' },
    { key: 'p99', title: 'first byte, p99', unit: 'time', better: 'lower' },
    { key: 'load', title: 'the load meanwhile', unit: 'rate', better: 'higher' },
  ],
  begin: async (server) => {
    const { wireBytes } = await askOnce(server.port, MIDDLE.target)
    return async (durationMs) => {
      const load = runWrk({
        origin: server.origin,
        target: MIDDLE.target,
        durationMs,
        expected: { wireBytes, connections: CONNECTIONS },
      })
      const { result, waits } = await visitDuring(server.port, load)
      return {
        median: percentile(waits, 0.5) ?? NaN,
        p99: percentile(waits, 0.99) ?? NaN,
        load: (result.requests * 1e6) / result.elapsedUs,
      }
    }
  },
}
