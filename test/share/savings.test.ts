import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SavingsView } from '../../preload/savings'
import type { ServerEvent } from '../../main/server/events'
import { Journal } from '../../main/share/journal'
import { Porthole } from '../../main/share/porthole'
import { aborted, finished, opened, received, START, started } from './support/events'

const SIZE = 1000
const subject = { kind: 'file', shareId: 1, path: 'film.mkv', size: SIZE, entityTag: '"1"' } as const

/** One request of a client, and how many octets of its content went out. */
interface Asked {
  readonly client?: number
  readonly method?: string
  readonly status?: number
  /** The range that is asked for, `end` behind its last octet; the whole file when absent. */
  readonly part?: readonly [start: number, end: number]
  /** All of what was asked for when absent. */
  readonly sent?: number
  readonly entityTag?: string
}

/** A journal that has been told of these requests, one after the other. */
function tell(asked: readonly Asked[]) {
  const journal = new Journal({ now: () => START, lookUpName: async () => null })
  for (const client of [1, 2]) journal.record(opened(client, { remoteAddress: `10.0.0.${String(client)}` }))
  for (const [at, each] of asked.entries()) for (const event of eventsOf(at + 1, each)) journal.record(event)
  return { total: journal.totals().saved, ofClient: (id: number) => journal.clients.find(id)?.toView(START).saved }
}

function eventsOf(id: number, asked: Asked): readonly ServerEvent[] {
  const { client = 1, method = 'GET', part, entityTag = '"1"' } = asked
  const [start, end] = part ?? [0, SIZE]
  const status = asked.status ?? (part === undefined ? 200 : 206)
  const length = method === 'HEAD' || status === 304 ? 0 : end - start
  const sentBytes = asked.sent ?? length
  const ranges = part === undefined ? {} : { ranges: [{ first: start, last: end - 1 }] }
  return [
    received(id, { connectionId: client, head: { method } }),
    started(id, { status, subject: { ...subject, ...ranges, entityTag } }),
    sentBytes < length ? aborted(id, { sentBytes }) : finished(id, { sentBytes, status }),
  ]
}

const saved = (...asked: readonly Asked[]): SavingsView | undefined => tell(asked).total

describe('the ledger of what was saved', () => {
  it('counts a whole file for each 304 and for each HEAD, and nothing for what was sent', () => {
    expect(saved({}, { status: 304 }, { status: 304 }, { method: 'HEAD' }, {})).toEqual({
      'not-modified': { times: 2, bytes: 2 * SIZE },
      head: { times: 1, bytes: SIZE },
    })
    expect(saved({}, { sent: 300 }, {})).toBe(undefined)
  })

  it('counts what a download that goes on need not be sent again, and nothing for one that starts over', () => {
    expect(saved({ sent: 300 }, { part: [300, SIZE] })).toEqual({ resumed: { times: 1, bytes: 300 } })
    // Some of it was asked for again, to be on the safe side.
    expect(saved({ sent: 300 }, { part: [200, SIZE] })).toEqual({ resumed: { times: 1, bytes: 200 } })
    expect(saved({ sent: 300 }, { part: [300, SIZE], sent: 400 }, { part: [700, SIZE] })).toEqual({
      resumed: { times: 2, bytes: 300 + 700 },
    })
    expect(saved({ sent: 300 }, {})).toBe(undefined)
    // Of another version nothing is kept.
    expect(saved({ sent: 300 }, { part: [300, SIZE], entityTag: '"2"' })).toEqual({
      parts: { times: 1, bytes: 300 },
    })
  })

  it('counts the rest of a file that is wanted in parts once, and takes off what is asked for later', () => {
    const watched = Array.from({ length: 5 }, (_, at) => ({ part: [at * 100, (at + 1) * 100] }) as const)
    expect(saved(...watched)).toEqual({ parts: { times: 1, bytes: 500 } })
    expect(saved(...watched, { part: [500, SIZE] })).toEqual({ parts: { times: 0, bytes: 0 } })
  })

  it('holds for each client what it adds up to for all', () => {
    const asked = fc.array(
      fc.record({
        client: fc.constantFrom(1, 2),
        method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
        status: fc.constantFrom(undefined, undefined, 304),
        part: fc.option(
          fc.uniqueArray(fc.nat(SIZE), { minLength: 2, maxLength: 2 }).map((ends) => {
            const [start = 0, end = SIZE] = ends.toSorted((one, other) => one - other)
            return [start, end] as const
          }),
          { nil: undefined },
        ),
        sent: fc.option(fc.nat(SIZE), { nil: undefined }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(asked, (requests) => {
        const { total = {}, ofClient } = tell(requests.map(whole))
        for (const kind of ['not-modified', 'head', 'resumed', 'parts'] as const) {
          const each = [1, 2].map((id) => ofClient(id)?.[kind] ?? { times: 0, bytes: 0 })
          const { times, bytes } = total[kind] ?? { times: 0, bytes: 0 }
          expect(each.reduce((sum, one) => sum + one.bytes, 0)).toBe(bytes)
          expect(each.reduce((sum, one) => sum + one.times, 0)).toBe(times)
          expect(Math.min(times, bytes)).toBeGreaterThanOrEqual(0)
          // Never more than a whole file each time; for a part, less.
          expect(bytes).toBeLessThanOrEqual(times * SIZE)
        }
      }),
    )
  })
})

describe('over real sockets', () => {
  it('a 304, a HEAD and a part of a file are counted, with the client that they were for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'porthole-savings-'))
    await writeFile(join(folder, 'film.bin'), Buffer.alloc(SIZE))
    const porthole = await Porthole.open({
      machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
      shell: { kind: 'desktop' },
      settingsFile: null,
      settings: { port: 0, reach: 'this-computer' },
      lookUpName: async () => null,
    })
    try {
      await porthole.commands.openPaths([folder])
      const url = `http://127.0.0.1:${String(porthole.serving.port)}/film.bin`
      const ask = async (method: string, headers: Record<string, string>) => {
        const response = await fetch(url, { method, headers })
        await response.arrayBuffer()
        return response
      }
      const { headers, status } = await ask('GET', { range: 'bytes=0-99' })
      expect(status).toBe(206)
      await ask('HEAD', {})
      expect((await ask('GET', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
      const snapshot = () => porthole.commands.takeSnapshot(undefined)
      await expect
        .poll(async () => (await snapshot()).totals.saved)
        .toEqual({
          parts: { times: 1, bytes: SIZE - 100 },
          head: { times: 1, bytes: SIZE },
          'not-modified': { times: 1, bytes: SIZE },
        })
      const { clients, totals } = await snapshot()
      expect(clients.map(({ saved: each }) => each)).toEqual([totals.saved])
    } finally {
      await porthole.dispose({ graceMs: 0 })
      await rm(folder, { recursive: true, force: true })
    }
  })
})

/** A request as it can come: what has no content has no range and sends nothing, and nothing sends more than it has. */
function whole({ part, sent, status, ...asked }: { [K in keyof Asked]: Asked[K] | undefined }): Asked {
  const { client = 1, method = 'GET' } = asked
  if (method === 'HEAD') return { client, method }
  if (status === 304) return { client, status }
  const [start, end] = part ?? [0, SIZE]
  return { client, ...(part && { part }), ...(sent !== undefined && sent < end - start && { sent }) }
}
