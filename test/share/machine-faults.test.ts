/** Faults of the machine and of ourselves, as the window sees them: each is told, and serving goes on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { NetworkInterfaceInfo } from 'node:os'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Porthole } from '../../main/share/porthole'
import type { Handler } from '../../main/server/handler'
import { RawClient } from '../support/raw-client'

interface Machine {
  isFull: boolean
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>
}
const machine = vi.hoisted((): Machine => ({ isFull: false, interfaces: {} }))

vi.mock('../../main/share/atomic-file', async (original) => {
  const { writeAtomically } = await original<typeof import('../../main/share/atomic-file')>()
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  return {
    writeAtomically: (...args: Parameters<typeof writeAtomically>) =>
      machine.isFull ? Promise.reject(full) : writeAtomically(...args),
  }
})
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  networkInterfaces: () => machine.interfaces,
}))
vi.mock('../../main/share/router', async (original) => {
  const { createRouter } = await original<typeof import('../../main/share/router')>()
  return {
    createRouter: (...args: Parameters<typeof createRouter>): Handler => {
      const route = createRouter(...args)
      return async (request) => {
        if (request.head.target.startsWith('/throws')) throw new TypeError(`Cannot read ${request.head.target}`)
        return route(request)
      }
    },
  }
})

let folder: string
let porthole: Porthole
let clients: RawClient[]

beforeEach(async () => {
  Object.assign(machine, { isFull: false, interfaces: {} })
  clients = []
  folder = await mkdtemp(join(tmpdir(), 'porthole-faults-'))
  await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
  porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: join(folder, 'kept', 'settings.json'),
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  await porthole.commands.openPaths([folder])
})

afterEach(async () => {
  for (const client of clients) client.close()
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

async function get(target: string, host = 'localhost') {
  const client = await RawClient.connect(porthole.serving.port ?? 0)
  clients.push(client)
  client.send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  return client.readResponse()
}

const notices = async () => (await porthole.commands.takeSnapshot(undefined)).notices

describe('A disk that is full', () => {
  it('is told once as settings that cannot be written, and serving and the settings go on', async () => {
    machine.isFull = true
    await porthole.commands.changeSettings({ theme: 'dark' })
    await expect.poll(notices).toMatchObject([{ fault: { code: 'settings-unwritable', about: 'ENOSPC' } }])
    expect([(await get('/a.txt')).status, porthole.settings.theme]).toEqual([200, 'dark'])
  })
})

describe('A network interface that goes and comes back', () => {
  it('takes its address out of the names that are ours, and brings it back', async () => {
    const lan = [{ address: '192.0.2.7', netmask: '', family: 'IPv4', mac: '', internal: false, cidr: null } as const]
    const status = async () => (await get('/a.txt', '192.0.2.7')).status
    expect(await status()).toBe(421)
    machine.interfaces = { wlan0: [...lan] }
    await expect.poll(status, { timeout: 8000, interval: 250 }).toBe(200)
    machine.interfaces = {}
    await expect.poll(status, { timeout: 8000, interval: 250 }).toBe(421)
  })
})

describe('An error that nobody expected', () => {
  it('ends its own exchange, leaves a report that names no path and no visitor, and serving goes on', async () => {
    const [thrown, other] = await Promise.all([get('/throws/home/anna?<script>'), get('/a.txt')])
    expect([thrown.status, other.status, other.content.toString()]).toEqual([500, 200, 'ALPHA\n'])
    const [notice, ...more] = await notices()
    expect([notice?.fault.code, more]).toEqual(['unexpected-error', []])
    expect(notice?.report).toMatch(/^Porthole 1\.0\.0 on linux, Node [\d.]+\nTypeError\n {4}at /)
    expect(notice?.report).not.toMatch(/anna|script>|throws|Cannot|\//)
    expect((await get('/a.txt')).status).toBe(200)
  })
})
