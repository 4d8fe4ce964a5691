import { describe, expect, it } from 'vitest'
import { sessionText } from '../../../main/share/export/session-text'
import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { openSessionFile, type SavedSession } from '../../../renderer/exchange/session-file'
import { exchangeDetail } from '../detail/exchange-detail'
import { exchangeRow } from '../requests/exchange-row'

/** A row with everything that a session gives back: whoever adds a field that should come back adds it here. */
const ROW: ExchangeRow = {
  ...exchangeRow({ id: 7 }),
  agent: 'curl/8',
  port: 50_412,
  replayed: true,
  closeCause: 'client-closed',
  headMs: 2,
  queuedMs: 1.5,
  mark: 3,
  pinned: true,
  comment: 'the first\nof many',
  file: { shareId: 1, path: 'a/猫.mkv', size: 100, ranges: [[0, 9]] },
}
const DETAIL: ExchangeDetail = { ...exchangeDetail({}), row: ROW, repeats: 3 }
const CLIENT = {
  id: 1,
  address: '192.168.1.31',
  name: 'Anna’s phone',
  device: 'phone',
  agent: null,
  state: 'active',
  connections: 1,
  activeExchanges: 0,
  exchanges: 2,
  files: 1,
  filesDone: 0,
  sentBytes: 10,
  bytesPerSecond: 0,
  spark: [0, 1],
  firstSeenAt: 1,
  lastSeenAt: 2,
} as const

/** What main writes of these exchanges. */
function written(...details: readonly ExchangeDetail[]): string {
  const exchanges = details.map((detail) => ({ detail, requestHead: undefined, responseHead: undefined, client: '' }))
  const program = { name: 'Porthole', version: '1.2.3' }
  return [...sessionText({ program, at: 1000, count: details.length, exchanges, clients: [CLIENT] })].join('')
}

async function opened(text: string | Blob): Promise<SavedSession> {
  const session = await openSessionFile(text instanceof Blob ? text : new Blob([text]), 'evening.ndjson')
  if (typeof session === 'string') throw new Error(session)
  return session
}

describe('openSessionFile', () => {
  it('gives back what main has written, row by row and detail by detail', async () => {
    const session = await opened(written(DETAIL, { ...DETAIL, row: { ...ROW, id: 3 } }))
    expect(session).toMatchObject({ name: 'evening.ndjson', savedAt: 1000, leftOut: 0, problems: [], isWhole: true })
    expect(session.rows).toEqual([{ ...ROW, id: 3 }, ROW])
    expect(session.clients).toEqual([{ ...CLIENT, state: 'gone' }])
    expect(await session.readDetail(7)).toEqual(DETAIL)
    expect(await session.readDetail(8)).toBeNull()
  })

  it('leaves out lines that it cannot read, says which and why, and keeps all others', async () => {
    const lines = written(DETAIL, { ...DETAIL, row: { ...ROW, id: 8 } })
      .trimEnd()
      .split('\n')
    lines.splice(2, 0, 'no JSON', '{"exchange":{"row":{"id":-1}}}', '', JSON.stringify({ future: 1 }))
    const session = await opened(`${lines.join('\r\n')}\r\n`)
    expect(session.rows.map(({ id }) => id)).toEqual([7, 8])
    expect(session.leftOut).toBe(3)
    expect(session.problems.map(({ line }) => line)).toEqual([3, 4, 6])
    expect(session.problems[0]?.why).not.toBe('')
    expect((await session.readDetail(8))?.row.id).toBe(8)
  })

  it('knows a file that was cut short', async () => {
    const text = written(DETAIL, { ...DETAIL, row: { ...ROW, id: 8 } })
    const session = await opened(text.slice(0, -20 - JSON.stringify(DETAIL).length))
    expect([session.rows.length, session.leftOut, session.isWhole]).toEqual([1, 1, false])
  })

  it('takes what a newer program added, and leaves it out', async () => {
    const [head = '', client = '', exchange = '', end = ''] = written(DETAIL).split('\n')
    const newer = [head.replace('{', '{"more":1,'), client, exchange.replace('"row":{', '"row":{"future":{},'), end]
    const session = await opened(newer.join('\n'))
    expect([session.rows, session.isWhole]).toEqual([[ROW], true])
  })

  it.each([
    ['', 'not-a-session'],
    ['{"log":{"version":"1.2"}}', 'not-a-session'],
    ['{"porthole":"session","version":2,"savedAt":1}\n', 'session-newer'],
  ])('refuses %j', async (text, refusal) => {
    expect(await openSessionFile(new Blob([text]), 'x')).toBe(refusal)
  })

  it('does not hold a line that is longer than any of ours', async () => {
    const [head = '', ...rest] = written(DETAIL).split('\n')
    const session = await opened([head, `"${'x'.repeat(1_200_000)}"`, ...rest].join('\n'))
    expect(session).toMatchObject({ leftOut: 1, problems: [{ line: 2, why: 'longer than 1 MiB' }] })
    expect(await session.readDetail(7)).toEqual(DETAIL)
  })

  it('reads lines whole wherever the file is cut into pieces', async () => {
    const bytes = new TextEncoder().encode(written(DETAIL))
    const pieces = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))
    class Dripping extends Blob {
      override stream() {
        const left = [...pieces]
        return new ReadableStream({
          pull(controller) {
            const piece = left.shift()
            if (piece === undefined) controller.close()
            else controller.enqueue(piece)
          },
        })
      }
    }
    const session = await opened(new Dripping(pieces))
    expect([session.rows, session.isWhole, await session.readDetail(7)]).toEqual([[ROW], true, DETAIL])
  })

  it('tells that a file cannot be read', async () => {
    class Gone extends Blob {
      override stream() {
        return new ReadableStream({
          pull(controller) {
            controller.error(new Error('NotReadableError'))
          },
        })
      }
    }
    expect(await openSessionFile(new Gone(), 'x')).toBe('session-unreadable')
  })
})
