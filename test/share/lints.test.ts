/** The notes that Porthole makes of exchanges, on real requests where a request can make them. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Deliveries } from '../../main/share/deliveries'
import { Journal } from '../../main/share/journal'
import { toRow } from '../../main/share/exchange-record'
import { Porthole } from '../../main/share/porthole'
import type { ServerEvent } from '../../main/server/events'
import { lintsIn, type LintId } from '../../preload/lints'
import { RawClient } from '../support/raw-client'
import { finished, opened, progressed, received, rejected, START, started } from './support/events'

let folder: string
let porthole: Porthole

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-lints-'))
  await mkdir(join(folder, 'site'))
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await writeFile(join(folder, 'site', name), 'x'.repeat(1000))
  await writeFile(join(folder, 'site', '.env'), 'SECRET=1')
  await writeFile(join(folder, 'site', 'empty.txt'), '')
  const past = new Date(START)
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await utimes(join(folder, 'site', name), past, past)
  porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.2.3', language: 'en' },
    shell: { kind: 'console' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  await porthole.commands.openTypedPath(join(folder, 'site'))
})

afterAll(async () => {
  await porthole.dispose({ graceMs: 0 })
  await rm(folder, { recursive: true, force: true })
})

/** Sends requests on one connection, and gives the notes of the last one. */
async function notesOf(...requests: readonly string[]): Promise<readonly LintId[]> {
  const before = (await porthole.commands.takeSnapshot(undefined)).totals.exchanges
  const client = await RawClient.connect(porthole.serving.port ?? 0)
  for (const request of requests) {
    client.send(request)
    await client.readResponse(request.split(' ', 1)[0])
  }
  client.close()
  const snapshot = async () => porthole.commands.takeSnapshot(undefined)
  await expect
    .poll(async () => {
      const { totals } = await snapshot()
      return totals.exchanges === before + requests.length && totals.active === 0
    })
    .toBe(true)
  return lintsIn((await snapshot()).rows.at(-1)?.lints)
}

const get = (target: string, fields = '', version = '1.1'): string =>
  `GET ${target} HTTP/${version}\r\nHost: 127.0.0.1\r\n${fields}\r\n`

describe('a note is made of a request', () => {
  it.each<readonly [what: string, request: string, notes: readonly LintId[]]>([
    ['that is as usual', get('/c.txt', 'Range: bytes=0-1\r\n'), []],
    ['of HTTP/1.0', get('/c.txt', 'Range: bytes=2-3\r\n', '1.0'), ['http-1.0']],
    ['of HTTP/1.0 that names no host', 'HEAD /a.txt HTTP/1.0\r\n\r\n', ['http-1.0', 'no-host']],
    ['of HTTP/1.1 that names no host', 'GET /a.txt HTTP/1.1\r\n\r\n', ['no-host']],
    ['with a method that nobody knows', 'BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', ['unknown-method']],
    ['whose path climbs', get('/../../etc/passwd'), ['bad-path']],
    ['for what is withheld', get('/.env'), ['withheld']],
    ['with a range in a unit of its own', get('/a.txt', 'Range: lines=1-2\r\n'), ['range-ignored']],
    ['with a range that is none', get('/a.txt', 'Range: bytes=9-1\r\n'), ['range-ignored']],
    ['with a range of nothing', get('/empty.txt', 'Range: bytes=0-1\r\n'), []],
    ['with a range beyond the end', get('/a.txt', 'Range: bytes=5000-\r\n'), ['range-unsatisfiable']],
    ['that resumes another version', get('/a.txt', 'Range: bytes=5-\r\nIf-Range: "old"\r\n'), ['stale-if-range']],
    ['with a condition on a broken range', get('/a.txt', 'Range: x\r\nIf-Range: "old"\r\n'), ['range-ignored']],
    ['with a condition that failed', get('/a.txt', 'If-Match: "old"\r\n'), ['precondition-failed']],
    ['with a line feed alone', 'GET / HTTP/1.1\nHost: a\n\n', ['smuggling', 'bare-lf']],
    [
      'with two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      ['smuggling', 'double-content-length'],
    ],
    [
      'with a length and a coding',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      ['smuggling', 'length-and-coding'],
    ],
    ['with a folded line', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n', ['smuggling', 'folded-line']],
    ['with a disguised coding', 'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n', ['smuggling']],
    ['with an ordinary slip', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n', []],
    ['that speaks another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', ['foreign-protocol']],
  ])('%s', async (_, request, notes) => {
    expect(await notesOf(request)).toEqual(notes)
  })

  it('that fetches the same version again without asking whether it has changed', async () => {
    expect(await notesOf(get('/b.txt'))).toEqual([])
    expect(await notesOf(get('/b.txt'))).toEqual(['unconditional-refetch'])
    expect(await notesOf(get('/b.txt', 'If-None-Match: "old"\r\n'))).toEqual([])
    await writeFile(join(folder, 'site', 'b.txt'), 'another version')
    expect(await notesOf(get('/b.txt'))).toEqual([])
  })

  it('that we sent ourselves', async () => {
    await notesOf(get('/c.txt'))
    const { rows } = await porthole.commands.takeSnapshot(undefined)
    const answer = await porthole.commands.askOurselves({
      kind: 'again',
      exchangeId: rows.at(-1)?.id ?? 0,
      variation: 'same',
    })
    expect(answer.ok).toBe(true)
    const { rows: after } = await porthole.commands.takeSnapshot(undefined)
    expect(lintsIn(after.at(-1)?.lints)).toEqual(['replayed'])
  })
})

describe('a note is made of what happened', () => {
  const fields = [{ name: 'Host', value: 'a' }]
  const subject = { shareId: 1, kind: 'file', path: 'film.mkv', size: 1000, entityTag: '"1"' } as const

  function notesAfter(id: number, ...events: readonly ServerEvent[]): readonly LintId[] {
    const journal = new Journal({ now: () => START, lookUpName: async () => null })
    for (const event of [opened(1), opened(2), ...events]) journal.record(event)
    return lintsIn(toRow(journal.log.find(id)!).lints)
  }

  it.each([
    ['pipelined', [received(1, { head: { fields }, queuedMs: 3 })]],
    ['timed-out', [rejected(1, { code: 'head-timeout', status: 408 })]],
    [
      'file-changed',
      [
        received(1, { head: { fields } }),
        started(1),
        { ...finished(1), type: 'exchange-aborted', cause: 'file-changed' },
      ],
    ],
    [
      'disk-trouble',
      [
        received(1, { head: { fields } }),
        started(1, { status: 503, subject: { kind: 'page', reason: 'drive-does-not-answer' } }),
      ],
    ],
    [
      'other-host',
      [
        received(1, { head: { fields } }),
        started(1, { status: 421, subject: { kind: 'page', reason: 'host-not-ours' } }),
      ],
    ],
    ['lab', [received(1, { head: { fields } }), started(1, { subject: { ...subject, lab: ['stall'] } })]],
  ] as const)('%s', (note, events) => {
    expect(notesAfter(1, ...(events as readonly ServerEvent[]))).toEqual([note])
  })

  it('sent-twice, for octets that the download had been handed before', () => {
    const part = (id: number, first: number): ServerEvent[] => [
      received(id, { connectionId: id, head: { fields } }),
      started(id, { status: 206, subject: { ...subject, ranges: [{ first, last: 999 }] } }),
    ]
    const first = [...part(1, 0), progressed(1, { sentBytes: 500 })]
    expect(notesAfter(2, ...first, ...part(2, 500), progressed(2, { sentBytes: 100 }))).toEqual([])
    expect(notesAfter(2, ...first, ...part(2, 400), progressed(2, { sentBytes: 100 }))).toEqual(['sent-twice'])
  })
})

describe('Deliveries', () => {
  const file = (path: string, clientId = 1) => {
    const journal = new Journal({ now: () => START, lookUpName: async () => null })
    journal.record(opened(1, { remoteAddress: `10.0.0.${String(clientId)}` }))
    journal.record(received(1))
    journal.record(started(1, { subject: { shareId: 1, kind: 'file', path, size: 1000, entityTag: '"1"' } }))
    journal.record(finished(1))
    return Object.assign(journal.log.find(1)!, { clientId })
  }

  it('forgets what was handed over first when there is no more room', () => {
    const deliveries = new Deliveries(2)
    for (const path of ['a', 'b', 'c']) deliveries.end(file(path))
    deliveries.end(file('c'))
    expect(['a', 'b', 'c'].map((path) => deliveries.has(file(path)))).toEqual([false, true, true])
    expect(deliveries.has(file('c', 2))).toBe(false)
  })
})
