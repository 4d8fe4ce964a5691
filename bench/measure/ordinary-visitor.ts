/** Somebody who asks for a small file again and again, while the server has other worries. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { AskedServer } from '../../test/support/asked-server'
import { ORDINARY } from './ground'

export interface Visits {
  readonly count: number
  readonly failed: number
  readonly medianMs: number
  readonly worstMs: number
}

const PAUSE_MS = 20

/** Asks for so long, each time on a connection of its own. */
export async function visitFor(ms: number, server: AskedServer, target = '/a.txt'): Promise<Visits> {
  const took: number[] = []
  let failed = 0
  const began = performance.now()
  while (performance.now() - began < ms) {
    const asked = performance.now()
    const isWell = await server.get(target).then(
      ({ status, content }) => status === 200 && content.toString() === ORDINARY,
      () => false,
    )
    if (!isWell) failed += 1
    took.push(performance.now() - asked)
    await sleep(PAUSE_MS)
  }
  took.sort((one, other) => one - other)
  return { count: took.length, failed, medianMs: took[took.length >> 1] ?? 0, worstMs: took.at(-1) ?? 0 }
}
