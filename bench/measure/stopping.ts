import { connect as connectTo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { AskedServer } from '../../test/support/asked-server'
import { PortholeProcess } from '../../test/support/porthole-process'
import { inFolder } from './ground'
import { MEBIBYTE, milliseconds, seconds } from './reading'
import type { Reading } from './reading'

const FREE_MS = 1000
const GRACE_MS = 5000
/** What the end of the grace and of the process may take beyond it. */
const LATENESS_MS = 1500

/** The port when it stops, and those who are still downloading. */
export function measureStopping(): Promise<readonly Reading[]> {
  return inFolder(async (folder) => [await stopWithReader(folder), await stopWithStalled(folder)])
}

async function stopWithReader(folder: string): Promise<Reading> {
  const server = new AskedServer(await PortholeProcess.start(folder))
  const reader = await server.connect()
  reader.send(server.request('GET', '/film.mkv', { Range: `bytes=0-${String(64 * MEBIBYTE - 1)}` }))
  await reader.readBytes(1)
  reader.stopReading()
  const began = performance.now()
  const stopped = server.stop()
  const freeMs = await untilFree(server.porthole.port, began)
  reader.startReading()
  await reader.ended
  const content = await reader.readToEnd()
  await stopped
  const isWhole = content.length > 64 * MEBIBYTE
  return {
    under: 'it is stopped while 64 MiB are being read',
    holds: 'port free < 1 s, and the download ends whole',
    found: `free after ${milliseconds(freeMs)}, ${isWhole ? 'whole' : 'cut off'}`,
    isHeld: freeMs < FREE_MS && isWhole,
  }
}

async function stopWithStalled(folder: string): Promise<Reading> {
  const server = new AskedServer(await PortholeProcess.start(folder))
  const reader = await server.connect()
  reader.send(server.request('GET', '/film.mkv'))
  await reader.readBytes(1)
  reader.stopReading()
  const began = performance.now()
  await server.stop()
  const tookMs = performance.now() - began
  reader.close()
  return {
    under: 'it is stopped while a reader stands still',
    holds: 'running transfers get 5 s',
    found: `ended after ${seconds(tookMs)}`,
    isHeld: tookMs >= GRACE_MS - 100 && tookMs <= GRACE_MS + LATENESS_MS,
  }
}

/** How long until nobody listens there any more. */
async function untilFree(port: number, began: number): Promise<number> {
  for (;;) {
    const socket = connectTo(port, '127.0.0.1')
    const isTaken = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (!isTaken) return performance.now() - began
    await sleep(10)
  }
}
