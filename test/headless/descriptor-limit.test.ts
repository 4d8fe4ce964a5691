/** The command under a low limit of descriptors, as a service manager or a shell sets it: CWE-769. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawClient } from '../support/raw-client'
import { HEADLESS } from './headless-process'

const DESCRIPTORS = 96
const CLIENTS = 150

describe.skipIf(process.platform === 'win32')('Under a limit of descriptors', () => {
  let folder: string
  let port: number
  let child: ReturnType<typeof spawn>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porthole-descriptors-'))
    await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
    const command = [process.execPath, HEADLESS, folder, '--port', '0', '--host', '127.0.0.1', '--log', 'json']
    child = spawn('sh', ['-c', `ulimit -n ${String(DESCRIPTORS)} && exec "$@"`, 'sh', ...command], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    port = await new Promise<number>((resolve) => {
      child.stdout?.once('data', (line: Buffer) => {
        resolve(Number(/"port":(\d+)/.exec(line.toString())?.[1]))
      })
    })
  })

  afterAll(async () => {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  /** A connection; undefined where the server gave it up before this side had noticed that it stood. */
  async function connect(): Promise<RawClient | undefined> {
    return RawClient.connect(port).catch(() => undefined)
  }

  /** The status that one request gets; undefined where the connection was closed instead. */
  async function ask(client: RawClient | undefined): Promise<number | undefined> {
    client?.send('GET /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n')
    return client?.readResponse().then(
      ({ status }) => status,
      () => undefined,
    )
  }

  it('those beyond it are turned away, nothing crashes, and it serves again within two seconds', async () => {
    const clients = await Promise.all(Array.from({ length: CLIENTS }, connect))
    const answers = await Promise.all(clients.map(ask))
    expect(answers.filter((status) => status === 200).length).toBeGreaterThan(0)
    expect(answers.filter((status) => status === 503).length).toBeGreaterThan(0)
    expect(answers.filter((status) => ![200, 503, undefined].includes(status))).toEqual([])
    for (const client of clients) client?.reset()

    const again = async (): Promise<number | undefined> => {
      const client = await connect()
      const status = await ask(client)
      client?.close()
      return status
    }
    await expect.poll(again, { timeout: 2000, interval: 100 }).toBe(200)
    expect(child.exitCode).toBeNull()
  })
})
