import { residentBytes } from '../../test/support/system-figures'
import { onGround } from './ground'
import { visitFor } from './ordinary-visitor'
import { mebibytes, MEBIBYTE, milliseconds } from './reading'
import type { Reading } from './reading'

const REQUESTS = 5000
const MOST_MEBIBYTES = 20
const WATCH_MS = 4000

/** Thousands of requests in one piece from somebody who reads no answer. */
export function measureUnreadPipeline(): Promise<readonly Reading[]> {
  return onGround(async ({ server }) => {
    await visitFor(1000, server)
    const { pid } = server.porthole
    const before = await residentBytes(pid)
    const client = await server.connect()
    try {
      client.stopReading().send(server.request('GET', '/one-mb.bin').repeat(REQUESTS))
      const { worstMs, failed } = await visitFor(WATCH_MS, server)
      const grown = (await residentBytes(pid)) - before
      return [
        {
          under: `${REQUESTS.toLocaleString('en')} pipelined requests for 1 MiB each, none of them read`,
          holds: `memory < +${String(MOST_MEBIBYTES)} MiB`,
          found: `+${mebibytes(grown)}, worst ordinary GET ${milliseconds(worstMs)}, ${String(failed)} failed`,
          isHeld: grown < MOST_MEBIBYTES * MEBIBYTE && failed === 0,
        },
      ]
    } finally {
      client.close()
    }
  })
}
