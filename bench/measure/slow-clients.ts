import type { AskedServer } from '../../test/support/asked-server'
import type { RawClient } from '../../test/support/raw-client'
import { onGround } from './ground'
import { visitFor } from './ordinary-visitor'
import { milliseconds } from './reading'
import type { Reading } from './reading'

const CLIENTS = 200
const WATCH_MS = 6000
/** From one octet of a slow client to the next. */
const OCTET_EVERY_MS = 500
const MOST_WAIT_MS = 250

interface SlowKind {
  readonly name: string
  readonly begin: (server: AskedServer) => string
  /** What it sends from time to time; empty for nothing. */
  readonly octet: string
}

const KINDS: readonly SlowKind[] = [
  { name: 'heads, an octet at a time', begin: () => 'GET /measured/a.txt HTTP/1.1\r\nX: ', octet: 'x' },
  {
    name: 'uploads, an octet at a time',
    begin: (server) => server.request('POST', '/echo/', { 'Content-Length': '100000' }),
    octet: 'x',
  },
  {
    name: 'uploads in chunks of one octet',
    begin: (server) => server.request('POST', '/echo/', { 'Transfer-Encoding': 'chunked' }),
    octet: '1\r\nx\r\n',
  },
  { name: 'sockets that say nothing', begin: () => '', octet: '' },
]

/** Slowloris and its kin: what an ordinary visitor notices of them. */
export function measureSlowClients(): Promise<readonly Reading[]> {
  return onGround(
    async ({ server }) => {
      const readings: Reading[] = []
      for (const kind of KINDS) readings.push(await dawdle(server, kind))
      return readings
    },
    ['--echo'],
  )
}

async function dawdle(server: AskedServer, { name, begin, octet }: SlowKind): Promise<Reading> {
  const clients: RawClient[] = []
  let dripping: NodeJS.Timeout | undefined
  try {
    for (let count = 0; count < CLIENTS; count += 1) clients.push((await server.connect()).send(begin(server)))
    if (octet !== '') {
      dripping = setInterval(() => {
        for (const client of clients) client.send(octet)
      }, OCTET_EVERY_MS)
    }
    const { failed, count, medianMs, worstMs } = await visitFor(WATCH_MS, server, '/measured/a.txt')
    return {
      under: `${String(CLIENTS)} slow ${name}`,
      holds: `worst ordinary GET < ${String(MOST_WAIT_MS)} ms, none failed`,
      found: `worst ${milliseconds(worstMs)}, median ${milliseconds(medianMs)}, ${String(failed)} of ${String(count)} failed`,
      isHeld: worstMs < MOST_WAIT_MS && failed === 0,
    }
  } finally {
    clearInterval(dripping)
    for (const client of clients) client.close()
  }
}
