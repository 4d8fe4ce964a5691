import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { HEADLESS } from '../../test/headless/headless-process'
import { RawClient } from '../../test/support/raw-client'
import { inFolder } from './ground'
import { milliseconds } from './reading'
import type { Reading } from './reading'

const DESCRIPTORS = 96
const CLIENTS = 300
const MOST_MS = 2000

/** More clients than the system has descriptors for us. */
export function measureDescriptorLimit(): Promise<readonly Reading[]> {
  return inFolder(async (folder) => {
    const { child, port } = await startLimited(folder)
    try {
      const clients = await Promise.all(Array.from({ length: CLIENTS }, () => connect(port)))
      const statuses = await Promise.all(clients.map(ask))
      const served = statuses.filter((status) => status === 200).length
      const refused = statuses.filter((status) => status === 503).length
      for (const client of clients) client?.reset()
      const tookMs = await untilServed(port)
      return [
        {
          under: `${String(CLIENTS)} clients at once under \`ulimit -n ${String(DESCRIPTORS)}\``,
          holds: 'no crash, back within 2 s',
          found: `${String(served)} served, ${String(refused)} told to come again, back after ${milliseconds(tookMs)}`,
          isHeld: child.exitCode === null && served > 0 && tookMs <= MOST_MS,
        },
      ]
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
}

async function startLimited(folder: string): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const command = [process.execPath, HEADLESS, folder, '--port', '0', '--host', '127.0.0.1', '--log', 'json']
  const child = spawn('sh', ['-c', `ulimit -n ${String(DESCRIPTORS)} && exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, port: (JSON.parse(line) as { port: number }).port }
}

/** Undefined where the connection was given up before this side had noticed that it stood. */
function connect(port: number): Promise<RawClient | undefined> {
  return RawClient.connect(port).catch(() => undefined)
}

async function ask(client: RawClient | undefined): Promise<number | undefined> {
  client?.send('GET /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n')
  return client?.readResponse().then(
    ({ status }) => status,
    () => undefined,
  )
}

async function untilServed(port: number): Promise<number> {
  const began = performance.now()
  for (;;) {
    const client = await connect(port)
    const status = await ask(client)
    client?.close()
    const tookMs = performance.now() - began
    if (status === 200 || tookMs > 10 * MOST_MS) return tookMs
    await sleep(50)
  }
}
