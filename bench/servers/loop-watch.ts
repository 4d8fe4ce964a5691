/** Servers of Node that say how long their main loop was held. */
import { join } from 'node:path'
import { kill } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer, ServerKind } from './server'

const SCRIPT = join(import.meta.dirname, '../load/loop-watch.cjs')
const SAID = /loop held (\S+) ms/g
const LOOK_EVERY_MS = 5
const LOOKS = 2000

/** The same server with a watch over its main loop. */
export function withLoopWatch(kind: ServerKind): ServerKind {
  return {
    ...kind,
    prepare: async (place) => {
      const launch = await kind.prepare(place)
      return { ...launch, args: ['--require', SCRIPT, ...launch.args] }
    },
  }
}

/** Gives for how long the loop was held at most since it was last asked, in milliseconds. */
export async function askLoopWatch(server: RunningServer): Promise<number> {
  const before = (await saidBy(server)).length
  kill(server.pid, 'SIGUSR2')
  for (let look = 0; look < LOOKS; look += 1) {
    const said = await saidBy(server)
    if (said.length > before) return said.at(-1) ?? NaN
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error(`${server.kind.name} does not say how long its loop was held`)
}

async function saidBy(server: RunningServer): Promise<readonly number[]> {
  return Array.from((await server.output()).matchAll(SAID), ([, ms]) => Number(ms))
}
