import type { RawClient } from '../../test/support/raw-client'
import { residentBytes } from '../../test/support/system-figures'
import { onGround } from './ground'
import { visitFor } from './ordinary-visitor'
import { mebibytes, MEBIBYTE, milliseconds } from './reading'
import type { Reading } from './reading'

const CASES = [
  { readers: 100, mostMebibytes: 50 },
  { readers: 500, mostMebibytes: 150 },
] as const
/** Long enough for every buffer on the way to fill: until then nobody stands still, and 500 downloads begin at once. */
const FILLING_MS = 4000
const WATCH_MS = 5000
const MOST_WAIT_MS = 200

/** Readers of 5 GiB who take nothing: what they cost, and what everybody else notices. */
export async function measureStalledReaders(): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const each of CASES) readings.push(await onGround(({ server }) => stall(server, each)))
  return readings
}

async function stall(
  server: Parameters<Parameters<typeof onGround>[0]>[0]['server'],
  { readers, mostMebibytes }: (typeof CASES)[number],
): Promise<Reading> {
  await visitFor(1000, server)
  const { pid } = server.porthole
  const before = await residentBytes(pid)
  const clients: RawClient[] = []
  try {
    for (let count = 0; count < readers; count += 1) {
      const client = await server.connect()
      clients.push(client.send(server.request('GET', '/film.mkv')).stopReading())
    }
    const filling = await visitFor(FILLING_MS, server)
    const { failed, worstMs } = await visitFor(WATCH_MS, server)
    const grown = (await residentBytes(pid)) - before
    return {
      under: `${String(readers)} readers of a 5 GiB file stand still`,
      holds: `memory ≤ +${String(mostMebibytes)} MiB, others served < ${String(MOST_WAIT_MS)} ms`,
      found: `+${mebibytes(grown)}, worst ${milliseconds(worstMs)} (${milliseconds(filling.worstMs)} while they begin), ${String(failed + filling.failed)} failed`,
      isHeld: grown <= mostMebibytes * MEBIBYTE && worstMs < MOST_WAIT_MS && failed + filling.failed === 0,
    }
  } finally {
    for (const client of clients) client.close()
  }
}
