import { setTimeout as sleep } from 'node:timers/promises'
import type { AskedServer } from '../../test/support/asked-server'
import { onGround } from './ground'
import { seconds } from './reading'
import type { Reading } from './reading'

/** A look at the deadlines every second, and a busy machine. */
const LATENESS_MS = 2000

/** How long each kind of silence lasts under the usual limits. */
export function measureCutOffs(): Promise<readonly Reading[]> {
  return onGround(
    async ({ server }) =>
      Promise.all([
        cutOff('a head an octet at a time', { most: 20 }, () => dripHead(server)),
        cutOff('an open connection that asks nothing', { most: 15 }, () => keepAlive(server)),
        cutOff('an upload that stops', { most: 30 }, () => stopUpload(server)),
        cutOff('a reader that takes nothing', { most: 60 }, () => stopReading(server)),
      ]),
    ['--echo'],
  )
}

async function cutOff(
  under: string,
  { most }: { readonly most: number },
  wait: () => Promise<number>,
): Promise<Reading> {
  const tookMs = await wait()
  return {
    under,
    holds: `let go after ${String(most)} s at most`,
    found: seconds(tookMs),
    isHeld: tookMs <= most * 1000 + LATENESS_MS,
  }
}

async function dripHead(server: AskedServer): Promise<number> {
  const client = await server.connect()
  const began = performance.now()
  const dripping = setInterval(() => client.send('x'), 500)
  client.send('GET /measured/a.txt HTTP/1.1\r\nX: ')
  await client.readBytes(12)
  clearInterval(dripping)
  client.close()
  return performance.now() - began
}

async function keepAlive(server: AskedServer): Promise<number> {
  const client = await server.connect()
  client.send(server.request('GET', '/measured/a.txt'))
  await client.readResponse()
  const began = performance.now()
  await client.ended
  client.close()
  return performance.now() - began
}

async function stopUpload(server: AskedServer): Promise<number> {
  const client = await server.connect()
  client.send(server.request('POST', '/echo/', { 'Content-Length': '10' }), 'half')
  const began = performance.now()
  await client.readBytes(12)
  client.close()
  return performance.now() - began
}

/** Whoever does not read does not see the end either: the log tells of it. */
async function stopReading(server: AskedServer): Promise<number> {
  const client = await server.connect()
  client.send(server.request('GET', '/measured/film.mkv')).stopReading()
  const began = performance.now()
  while (!server.porthole.exchanges.some(({ reason }) => reason === 'stalled-reader')) await sleep(50)
  client.close()
  return performance.now() - began
}
