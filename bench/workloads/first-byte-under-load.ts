/** How long somebody waits for a small file while everybody else keeps the server busy. */
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../figures/statistics'
import { askOnce } from '../load/ask'
import { isPattern } from '../load/pattern.mjs'
import { runWrk } from '../load/wrk'
import type { RunningServer } from '../servers/server'
import { MIDDLE, SMALL } from '../shared-folder'
import type { Workload } from './workload'

const CONNECTIONS = 64
const PAUSE_MS = 10
/** The load is at its height by then. */
const SETTLING_MS = 100

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
        ...{ origin: server.origin, target: MIDDLE.target, durationMs },
        expected: { wireBytes, connections: CONNECTIONS },
      })
      await sleep(SETTLING_MS)
      let isLoaded = true
      const ended = load.finally(() => (isLoaded = false))
      const waits = await visitWhile(server, () => isLoaded)
      const { requests, elapsedUs } = await ended
      return {
        median: percentile(waits, 0.5) ?? NaN,
        p99: percentile(waits, 0.99) ?? NaN,
        load: (requests * 1e6) / elapsedUs,
      }
    }
  },
}

async function visitWhile(server: RunningServer, isLoaded: () => boolean): Promise<readonly number[]> {
  const waits: number[] = []
  while (isLoaded()) {
    const { status, content, firstByteMs } = await askOnce(server.port, SMALL.target)
    if (status !== 200 || !isPattern(content, 0) || content.length !== SMALL.bytes) {
      throw new Error(`Wrong answer to ${SMALL.target}: ${String(status)}`)
    }
    // The last visit may have met a server without load.
    if (isLoaded()) waits.push(firstByteMs)
    await sleep(PAUSE_MS)
  }
  return waits
}
