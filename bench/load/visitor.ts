/** Somebody who asks for a small file again and again, each time on a new connection. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SMALL } from '../shared-folder'
import { askOnce } from './ask'
import { isPattern } from './pattern.mjs'

const PAUSE_MS = 10

/**
 * Asks until it is told to end.
 *
 * @returns how long the first octet was waited for, in milliseconds, for each request that ended in time
 * @throws {Error} when an answer was wrong
 */
export async function visitWhile(port: number, isGoingOn: () => boolean): Promise<readonly number[]> {
  const waits: number[] = []
  while (isGoingOn()) {
    const { status, content, firstByteMs } = await askOnce(port, SMALL.target)
    if (status !== 200 || !isPattern(content, 0) || content.length !== SMALL.bytes) {
      throw new Error(`Wrong answer to ${SMALL.target}: ${String(status)}`)
    }
    // The last visit may have met a server that had nothing else to do any more.
    if (isGoingOn()) waits.push(firstByteMs)
    await sleep(PAUSE_MS)
  }
  return waits
}

/** Asks while something is done. */
export async function visitDuring<T>(
  port: number,
  act: Promise<T>,
): Promise<{ readonly result: T; readonly waits: readonly number[] }> {
  let isGoingOn = true
  const ended = act.finally(() => (isGoingOn = false))
  // Whoever is awaited first must not leave the other's failure unseen.
  const [result, waits] = await Promise.all([ended, visitWhile(port, () => isGoingOn)])
  return { result, waits }
}
