/** What it costs that every request is seen. */
import { askOnce } from '../load/ask'
import { runWrk } from '../load/wrk'
import { WATCHED_SERVERS } from '../servers/servers'
import { SMALL } from '../shared-folder'
import { PROCESSOR_PER_REQUEST, withCosts } from './costs'
import type { Workload } from './workload'

const CONNECTIONS = 64

/** The record of a request is made in any case, so `--log none` still has it: only nobody is told. */
export const LOOKING: Workload = {
  name: 'looking',
  title: '64 persistent connections ask for a file of 1 KiB, while a log is written or the window is open in a browser',
  servers: WATCHED_SERVERS,
  figures: [
    { key: 'rate', title: 'answers', unit: 'rate', better: 'higher', target: { watched: 0.9 } },
    PROCESSOR_PER_REQUEST,
  ],
  begin: async (server) => {
    const { wireBytes } = await askOnce(server.port, SMALL.target)
    return async (durationMs) => {
      const { result, processorMs } = await withCosts(server, () =>
        runWrk({
          origin: server.origin,
          target: SMALL.target,
          durationMs,
          expected: { wireBytes, connections: CONNECTIONS },
        }),
      )
      return {
        rate: (result.requests * 1e6) / result.elapsedUs,
        [PROCESSOR_PER_REQUEST.key]: processorMs / result.requests,
      }
    }
  },
}
