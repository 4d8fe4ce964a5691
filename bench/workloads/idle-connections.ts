/** Very many connections on which nothing is asked any more. */
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../figures/statistics'
import { memoryBytes } from '../load/process-tree'
import { visitDuring } from '../load/visitor'
import { MEBIBYTE } from '../measure/reading'
import type { RunningServer } from '../servers/server'
import { SMALL } from '../shared-folder'
import { crowdFigures, withCosts } from './costs'
import type { Workload } from './workload'

const CONNECTIONS = 2000
/** Shorter than whoever keeps idle connections at all keeps them. */
const IDLE_MS = 4000

export const IDLE_CONNECTIONS: Workload = {
  name: 'idle',
  title: `${CONNECTIONS.toLocaleString('en')} connections ask once and then nothing for ${String(IDLE_MS / 1000)} s`,
  isOnce: true,
  figures: crowdFigures({ addedBytes: 60 * MEBIBYTE, open: { title: 'still open', count: CONNECTIONS } }),
  begin: async (server) => async () => {
    const before = await memoryBytes(server.pid)
    const sockets: Socket[] = []
    try {
      const { result, memoryBytes: most } = await withCosts(server, async () => {
        for (let count = 0; count < CONNECTIONS; count += 1) sockets.push(await openAndAsk(server))
        return visitDuring(server.port, sleep(IDLE_MS))
      })
      const open = sockets.filter((socket) => !socket.readableEnded && !socket.destroyed).length
      return { added: most - before, before, open, worst: percentile(result.waits, 1) ?? NaN }
    } finally {
      for (const socket of sockets) socket.destroy()
    }
  },
}

async function openAndAsk(server: RunningServer): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(`GET ${SMALL.target} HTTP/1.1\r\nHost: 127.0.0.1:${String(server.port)}\r\n\r\n`)
  await once(socket, 'data')
  socket.resume()
  return socket
}
