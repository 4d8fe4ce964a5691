/** Ranges of a MiB, anywhere in a file of a GiB. */
import { askOnce } from '../load/ask'
import { isPattern } from '../load/pattern.mjs'
import { runWrk } from '../load/wrk'
import { MEBIBYTE } from '../measure/reading'
import { LARGE } from '../shared-folder'
import { MEMORY, perGibibyte, PROCESSOR_PER_GIBIBYTE, withCosts } from './costs'
import { NotServed } from './workload'
import type { Workload } from './workload'

const CONNECTIONS = 16
/** As many digits as Content-Range may have more or fewer: two positions of up to ten. */
const TOLERANCE_BYTES = 20
/** Where the checked ranges begin: at both ends, and across a block of the pattern. */
const CHECKED = [0, 1_048_570, LARGE.bytes / 2 + 1, LARGE.bytes - MEBIBYTE]

export const RANDOM_RANGES: Workload = {
  name: 'ranges',
  title: `${String(CONNECTIONS)} persistent connections ask for ranges of 1 MiB at random in a file of 1 GiB`,
  figures: [
    {
      key: 'throughput',
      title: 'throughput',
      unit: 'throughput',
      better: 'higher',
      target: { ofNginx: 0.6, ofBestNode: 1.5 },
    },
    PROCESSOR_PER_GIBIBYTE,
    MEMORY,
  ],
  furnish: (folder) => folder.addLarge(),
  begin: async (server) => {
    let wireBytes = 0
    for (const first of CHECKED) wireBytes = await checkRange(server.port, first)
    return async (durationMs) => {
      const { result, processorMs, memoryBytes } = await withCosts(server, () =>
        runWrk({
          origin: server.origin,
          target: LARGE.target,
          durationMs,
          script: 'ranges.lua',
          scriptArgs: [String(LARGE.bytes), String(MEBIBYTE)],
          expected: { wireBytes, toleranceBytes: TOLERANCE_BYTES, connections: CONNECTIONS },
        }),
      )
      return {
        throughput: (result.bytes * 1e6) / result.elapsedUs,
        [PROCESSOR_PER_GIBIBYTE.key]: perGibibyte(processorMs, result.bytes),
        [MEMORY.key]: memoryBytes,
      }
    }
  },
}

async function checkRange(port: number, first: number): Promise<number> {
  const range = `bytes=${String(first)}-${String(first + MEBIBYTE - 1)}`
  const { status, content, wireBytes } = await askOnce(port, LARGE.target, [`Range: ${range}`])
  if (status === 200) throw new NotServed('answers a range with the whole file')
  if (status !== 206 || content.length !== MEBIBYTE || !isPattern(content, first)) {
    throw new Error(`Wrong answer to ${range}: ${String(status)}, ${String(content.length)} octets`)
  }
  return wireBytes
}
