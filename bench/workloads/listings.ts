/** A folder of very many names, listed as HTML. */
import { askOnce } from '../load/ask'
import { askLoopWatch, withLoopWatch } from '../servers/loop-watch'
import { FASTIFY, HTTP_SERVER, SERVE } from '../servers/node-peers'
import { PORTHOLE } from '../servers/porthole'
import type { RunningServer } from '../servers/server'
import { processorMs } from '../load/process-tree'
import { NotServed } from './workload'
import type { Figure, Workload } from './workload'

const FIRST_BYTE: Figure = {
  key: 'firstByte',
  title: 'first byte',
  unit: 'time',
  better: 'lower',
  target: { bound: 20 },
}
const WHOLE: Figure = {
  key: 'whole',
  title: 'whole listing',
  unit: 'time',
  better: 'lower',
  target: { ofNginx: 2, ofBestNode: 1 / 8 },
}
const PROCESSOR: Figure = { key: 'processor', title: 'CPU', unit: 'processor-time', better: 'lower' }

const MANY = 100_000

export const LISTING = listing('listing', 10_000)
export const LONG_LISTING = listing('listing-100k', MANY)

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

/** Whose main loop can be watched, and who lists folders. */
const LOOPS = [PORTHOLE, HTTP_SERVER, SERVE, FASTIFY].map(withLoopWatch)

export const LOOP_HELD: Workload = {
  name: 'loop',
  title:
    'For how long a listing of 100,000 names holds the main loop at most (each Node runs with a watch over its loop)',
  servers: LOOPS,
  figures: [
    { key: 'held', title: 'held, longest', unit: 'time', better: 'lower', target: { bound: 15 } },
    { key: 'whole', title: 'whole listing', unit: 'time', better: 'lower' },
  ],
  furnish: async (folder) => void (await folder.addNames(MANY)),
  begin: async (server) => async () => {
    await askLoopWatch(server)
    const { whole = NaN } = await list(server, `/names-${String(MANY)}/`, MANY)
    return { held: await askLoopWatch(server), whole }
  },
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
