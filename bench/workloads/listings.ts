/** A folder of very many names, listed as HTML. */
import { askOnce } from '../load/ask'
import type { RunningServer } from '../servers/server'
import { processorMs } from '../load/process-tree'
import { NotServed } from './workload'
import type { Figure, Workload } from './workload'

const FIRST_BYTE: Figure = {
  ...{ key: 'firstByte', title: 'first byte', unit: 'time', better: 'lower' },
  target: { bound: 20 },
}
const WHOLE: Figure = {
  ...{ key: 'whole', title: 'whole listing', unit: 'time', better: 'lower' },
  target: { ofNginx: 2, ofBestNode: 1 / 8 },
}
const PROCESSOR: Figure = { key: 'processor', title: 'CPU', unit: 'processor-time', better: 'lower' }

export const LISTING = listing('listing', 10_000)
export const LONG_LISTING = listing('listing-100k', 100_000)

function listing(name: string, count: number): Workload {
  return {
    name,
    title: `A folder of ${count.toLocaleString('en')} names is listed as HTML`,
    figures: [FIRST_BYTE, WHOLE, PROCESSOR],
    furnish: async (folder) => void (await folder.addNames(count)),
    begin: async (server) => {
      const target = `/names-${String(count)}/`
      await list(server, target, count)
      return () => list(server, target, count)
    },
  }
}

async function list(server: RunningServer, target: string, count: number): Promise<Record<string, number>> {
  const before = await processorMs(server.pid)
  const answer = await askOnce(server.port, target, ['Accept: text/html'])
  const after = await processorMs(server.pid)
  if (answer.status === 404) throw new NotServed('lists no folders')
  const names = new Set(answer.content.toString('latin1').match(/name-\d+/g)).size
  if (names === 0 && answer.status === 200) throw new NotServed('leaves the listing to a script')
  if (names !== count) throw new Error(`Wrong answer to ${target}: ${String(answer.status)}, ${String(names)} names`)
  return { firstByte: answer.firstByteMs, whole: answer.elapsedMs, processor: after - before }
}
