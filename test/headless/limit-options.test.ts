/** Each limit of the command line, from the word that is typed to the client that meets it. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildIfStale } from '../../build/build.mjs'
import { LIMIT_OPTIONS } from '../../main/cli/limit-options'
import { AskedServer } from '../support/asked-server'
import { PortholeProcess } from '../support/porthole-process'
import { RawClient } from '../support/raw-client'

let folder: string

beforeAll(async () => {
  await buildIfStale()
  folder = await mkdtemp(join(tmpdir(), 'porthole-limit-options-'))
  await writeFile(join(folder, 'a.txt'), 'ALPHA\n')
  await writeFile(join(folder, 'film.mkv'), '')
  await truncate(join(folder, 'film.mkv'), 64 * 2 ** 20)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Holds one connection that has been served, so that there is one already. */
async function holdOne(server: AskedServer): Promise<RawClient> {
  const client = await server.connect()
  expect((await client.send(server.request('GET', '/a.txt')).readResponse()).status).toBe(200)
  return client
}

async function statusFrom(server: AskedServer, localAddress: string): Promise<number> {
  const client = await RawClient.connect(server.porthole.port, { localAddress })
  const { status } = await client.send(server.request('GET', '/a.txt')).readResponse()
  client.close()
  return status
}

/**
 * What a client meets under the limit 1, where it would meet something else under the usual one. A limit in seconds has
 * to act before the usual one could have: so much is left for a busy machine.
 */
const EFFECTS: Readonly<Record<keyof typeof LIMIT_OPTIONS, (server: AskedServer) => Promise<void>>> = {
  'max-connections': async (server) => {
    const held = await holdOne(server)
    expect(await statusFrom(server, '127.0.0.1')).toBe(503)
    held.close()
  },
  'max-per-client': async (server) => {
    const held = await holdOne(server)
    expect(await statusFrom(server, '127.0.0.1')).toBe(503)
    // The whole of 127.0.0.0/8 is the loopback, but for macOS.
    if (process.platform !== 'darwin') expect(await statusFrom(server, '127.0.0.2')).toBe(200)
    held.close()
  },
  'head-timeout': async (server) => {
    const began = performance.now()
    const { responses } = await server.converse('GET /a.txt HTTP/1.1\r\nHo')
    expect(responses.map(({ status }) => status)).toEqual([408])
    expect(performance.now() - began).toBeLessThan(15_000)
  },
  'idle-timeout': async (server) => {
    const began = performance.now()
    const held = await holdOne(server)
    expect(await held.ended).toBe('closed')
    expect(performance.now() - began).toBeLessThan(15_000)
  },
  'content-timeout': async (server) => {
    const began = performance.now()
    const { responses } = await server.converse(server.request('POST', '/', { 'Content-Length': '9' }), 'half')
    expect(responses.map(({ status }) => status)).toEqual([408])
    expect(performance.now() - began).toBeLessThan(30_000)
  },
  'reader-timeout': async (server) => {
    const reader = await server.connect()
    reader.stopReading().send(server.request('GET', '/film.mkv'))
    await vi.waitUntil(() => server.porthole.exchanges.length > 0, { timeout: 50_000, interval: 50 })
    expect(server.porthole.exchanges).toMatchObject([{ outcome: 'aborted-by-server', reason: 'stalled-reader' }])
    reader.close()
  },
}

describe.concurrent('A limit of 1 on the command line', () => {
  it.each(Object.keys(LIMIT_OPTIONS) as (keyof typeof LIMIT_OPTIONS)[])('reaches the clients: --%s', async (option) => {
    const shared = option === 'content-timeout' ? '--echo' : folder
    const server = new AskedServer(await PortholeProcess.start(shared, `--${option}`, '1'))
    try {
      await EFFECTS[option](server)
    } finally {
      await server.stop()
    }
  })
})
