/** Very many readers of a very large file who take little at a time. */
import { join } from 'node:path'
import { run } from '../../build/run.mjs'
import { percentile } from '../figures/statistics'
import { memoryBytes } from '../load/process-tree'
import { visitDuring } from '../load/visitor'
import { MEBIBYTE } from '../measure/reading'
import { FILM } from '../shared-folder'
import { crowdFigures, withCosts } from './costs'
import type { Workload } from './workload'

const READERS = 500
/** Until every buffer on the way is full: only then do they wait for each other. */
const DURATION_MS = 10_000
const CLIENT = join(import.meta.dirname, '../load/slow-readers-client.mjs')

export const SLOW_READERS: Workload = {
  name: 'slow-readers',
  title: `${String(READERS)} connections read a file of 5 GiB, each 64 KiB a second, for ${String(DURATION_MS / 1000)} s`,
  isOnce: true,
  figures: crowdFigures({ addedBytes: 150 * MEBIBYTE, open: { title: 'readers still answered', count: READERS } }),
  furnish: (folder) => folder.addFilm(),
  begin: async (server) => async () => {
    const before = await memoryBytes(server.pid)
    const args = [CLIENT, String(server.port), FILM.target, String(READERS), String(DURATION_MS)]
    const { result: visited, memoryBytes: most } = await withCosts(server, () =>
      visitDuring(server.port, run(process.execPath, args, { quiet: true })),
    )
    const { open } = JSON.parse(visited.result.output) as { readonly open: number }
    return { added: most - before, before, open, worst: percentile(visited.waits, 1) ?? NaN }
  },
}
