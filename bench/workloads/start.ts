/** How long it takes from the launch of a program to its first answer. */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { RunningServer } from '../servers/server'
import type { Workload } from './workload'

export const START: Workload = {
  name: 'start',
  title: 'From the launch of the program to its first answer with 200',
  figures: [{ key: 'ready', title: 'serving after', unit: 'time', better: 'lower', target: { bound: 150 } }],
  begin: async ({ kind }, folder) => {
    return async () => {
      const scratch = await mkdtemp(join(await folder.scratch(), 'start-'))
      const started = await RunningServer.start(kind, { folder: folder.path, scratch })
      await started.stop()
      return { ready: started.readyMs }
    }
  },
}
