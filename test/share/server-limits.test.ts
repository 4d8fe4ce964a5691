/** The limits of the settings, from the person who changes them to the clients that meet them. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../main/server/limits'
import { Porthole } from '../../main/share/porthole'
import { toServerLimits } from '../../main/share/server-limits'
import { usualLimits } from '../../preload/settings'
import type { Limits } from '../../preload/settings'

describe('toServerLimits', () => {
  it('gives the server’s own limits for the usual ones', () => {
    expect({ ...DEFAULT_LIMITS, ...toServerLimits(usualLimits) }).toEqual(DEFAULT_LIMITS)
  })
})

describe('Limits that are changed while it serves', () => {
  let folder: string
  let porthole: Porthole
  let sockets: Socket[]

  beforeEach(async () => {
    sockets = []
    folder = await mkdtemp(join(tmpdir(), 'porthole-limits-'))
    await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
    porthole = await Porthole.open({
      machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
      shell: { kind: 'desktop' },
      settingsFile: null,
      settings: { port: 0, reach: 'this-computer' },
      lookUpName: async () => null,
    })
    await porthole.commands.openPaths([folder])
  })

  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    await porthole.dispose({ graceMs: 0 })
    await rm(folder, { recursive: true, force: true })
  })

  async function change(limits: Partial<Limits>): Promise<void> {
    await porthole.commands.changeSettings({ limits: { ...usualLimits, ...limits } })
  }

  /** Opens a connection, sends these octets, and gives all that it answers until it ends. */
  function send(octets: string): Promise<string> {
    const socket = connect(porthole.serving.port ?? 0, '127.0.0.1')
    sockets.push(socket)
    socket.write(octets)
    let answer = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk))
    return new Promise((resolve) => {
      socket.once('close', () => {
        resolve(answer)
      })
    })
  }

  const get = (connection: string): Promise<string> =>
    send(`GET /a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: ${connection}\r\n\r\n`)
  const opened = (count: number): Promise<void> =>
    expect.poll(async () => (await porthole.commands.takeSnapshot(undefined)).totals.exchanges).toBe(count)

  it.each(['maxConnections', 'maxConnectionsPerClient'] as const)(
    'count from the next connection on: %s',
    async (limit) => {
      void get('keep-alive')
      await opened(1)
      await change({ [limit]: 1 })
      expect(await get('close')).toMatch(/^HTTP\/1\.1 503 [^]*\r\nRetry-After: 10\r\n/)
      await change({})
      expect(await get('close')).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  it('count for a head that is under way', async () => {
    const answer = send('GET /a.txt HTTP/1.1\r\nHo')
    // The head has begun before the limit changes.
    await new Promise((resolve) => setTimeout(resolve, 200))
    const changedAt = performance.now()
    await change({ headTimeoutSeconds: 1 })
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - changedAt).toBeLessThan(10_000)
  })

  it('count for a connection that is idle', async () => {
    const answer = get('keep-alive')
    await opened(1)
    const changedAt = performance.now()
    await change({ idleTimeoutSeconds: 1 })
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(performance.now() - changedAt).toBeLessThan(10_000)
  })

  it('count for content that is under way', async () => {
    await porthole.commands.shareEcho(undefined)
    const answer = send('POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf')
    await opened(1)
    const changedAt = performance.now()
    await change({ contentTimeoutSeconds: 1 })
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - changedAt).toBeLessThan(25_000)
  })

  it('count for a reader that stands still', async () => {
    await writeFile(join(folder, 'film.mkv'), '')
    await truncate(join(folder, 'film.mkv'), 64 * 2 ** 20)
    const socket = connect(porthole.serving.port ?? 0, '127.0.0.1')
    sockets.push(socket)
    socket.on('error', () => undefined).pause()
    socket.write('GET /film.mkv HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await opened(1)
    await change({ readerTimeoutSeconds: 1 })
    const row = async () => (await porthole.commands.takeSnapshot(undefined)).rows[0]
    await expect
      .poll(row, { timeout: 50_000 })
      .toMatchObject({ state: 'aborted-by-server', reason: 'stalled-reader', contentLength: 64 * 2 ** 20 })
  })

  it('count for the port that it moves to', async () => {
    await change({ maxConnections: 1 })
    await porthole.commands.stopServing(undefined)
    await porthole.commands.startServing({ port: 0, orNextFree: false })
    void get('keep-alive')
    await opened(1)
    expect(await get('close')).toMatch(/^HTTP\/1\.1 503 /)
  })
})
