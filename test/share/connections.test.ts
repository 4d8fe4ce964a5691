import { describe, expect, it } from 'vitest'
import { Connections } from '../../main/share/connections'
import { countExtraHandshakes } from '../../main/share/extra-handshakes'
import { Journal } from '../../main/share/journal'
import type { LogLimits } from '../../main/share/exchange-log'
import type { ServerEvent } from '../../main/server/events'
import { aborted, begun, closed, finished, opened, received, rejected, START, started } from './support/events'

function journalOf(logLimits?: LogLimits): Journal {
  return new Journal({ now: () => START, lookUpName: async () => null, ...(logLimits && { logLimits }) })
}

function record(journal: Journal, ...events: readonly ServerEvent[]): void {
  for (const event of events) journal.record(event)
}

const read = (journal: Journal, id = 1) => journal.connections.read(id, journal.log.records())

describe('Connections', () => {
  it('tells a connection from its opening to its end, with what it carried', () => {
    const journal = journalOf()
    record(
      journal,
      opened(1),
      received(1, { at: START + 5 }),
      started(1),
      finished(1),
      received(2, { ordinal: 2, at: START + 20, queuedMs: 4 }),
      started(2, { status: 404 }),
      finished(2, { status: 404, sentBytes: 30 }),
      { type: 'connection-half-closed', connectionId: 1, at: START + 4000 },
      closed(1, { at: START + 4001, exchanges: 2, receivedBytes: 420, sentBytes: 1600 }),
    )
    const ofBoth = { method: 'GET', target: '/film.mkv', firstByteMs: 2, elapsedMs: 10 }
    expect(read(journal)).toEqual({
      connection: {
        id: 1,
        clientId: 1,
        remoteAddress: '192.168.1.31',
        remotePort: 50_412,
        localAddress: '192.168.1.20',
        localPort: 8080,
        openedAt: START,
        halfClosedAt: START + 4000,
        closedAt: START + 4001,
        cause: 'client-closed',
        manner: 'fin',
        exchanges: 2,
        pipelined: 1,
        receivedBytes: 420,
        sentBytes: 1600,
        lane: [
          {
            id: 1,
            ordinal: 1,
            at: START + 5,
            queuedMs: null,
            state: 'complete',
            status: 200,
            sentBytes: 1000,
            ...ofBoth,
          },
          { id: 2, ordinal: 2, at: START + 20, queuedMs: 4, state: 'error', status: 404, sentBytes: 30, ...ofBoth },
        ],
      },
      others: [],
      known: 1,
      extraHandshakes: 0,
    })
  })

  it('tells an open one without an end', () => {
    const journal = journalOf()
    record(journal, opened(1))
    expect(read(journal)?.connection).toMatchObject({
      closedAt: null,
      cause: null,
      manner: null,
      sentBytes: null,
      lane: [],
    })
  })

  it('shows the other connections of the same client, oldest first, and none of anybody else', () => {
    const journal = journalOf()
    record(
      journal,
      opened(1),
      received(1),
      opened(2, { remoteAddress: '10.0.0.9' }),
      opened(3, {}, START + 3),
      opened(4, {}, START + 2),
    )
    record(journal, finished(1), closed(1), closed(4, { exchanges: 0 }))
    expect(read(journal, 3)?.others.map(({ id }) => id)).toEqual([1, 4])
  })

  it('forgets a connection with the last of its exchanges', () => {
    const journal = journalOf({ records: 2, headBytes: 1e6 })
    record(journal, opened(1), received(1), finished(1), closed(1))
    record(
      journal,
      opened(2),
      received(2, { connectionId: 2 }),
      finished(2),
      received(3, { connectionId: 2, ordinal: 2 }),
      finished(3),
    )
    expect(read(journal, 1)).toBeNull()
    expect(read(journal, 2)?.connection).toMatchObject({ exchanges: 2 })
  })

  it('keeps a bounded number of those that never asked for anything', () => {
    const journal = journalOf()
    for (let id = 1; id <= 300; id += 1) record(journal, opened(id), closed(id, { exchanges: 0 }))
    expect(read(journal, 1)).toBeNull()
    expect(read(journal, 300)).toMatchObject({ known: 200 })
  })

  it('knows nothing of a connection that it was never told of', () => {
    expect(new Connections().read(7, [])).toBeNull()
  })

  it('tells the last exchange of a connection why that ended, and no other', () => {
    const journal = journalOf()
    record(journal, opened(1), received(1), finished(1), received(2, { ordinal: 2 }), finished(2))
    record(journal, closed(1, { cause: 'idle-timeout' }))
    expect(journal.log.records().map(({ closeCause }) => closeCause)).toEqual([null, 'idle-timeout'])
  })
})

describe('a request that is still being read', () => {
  it('is one exchange, whose line comes when its head is whole', () => {
    const journal = journalOf()
    record(journal, opened(1), begun(1, { waitedMs: 7 }))
    expect(journal.log.find(1)).toMatchObject({ state: 'receiving', method: null, target: null, waitedMs: 7 })
    expect(journal.totals()).toMatchObject({ exchanges: 1, active: 1 })
    record(journal, received(1, { headElapsedMs: 900, waitedMs: 7 }), started(1), finished(1))
    expect(journal.log.find(1)).toMatchObject({ state: 'complete', method: 'GET', target: '/film.mkv', version: '1.1' })
    expect(journal.totals()).toMatchObject({ exchanges: 1, active: 0 })
    expect(journal.clients.find(1)).toMatchObject({ exchanges: 1, activeExchanges: 0 })
    expect(read(journal)?.connection.exchanges).toBe(1)
  })

  it('is the same exchange when it is refused, or its client leaves', () => {
    const journal = journalOf()
    record(journal, opened(1), begun(1), rejected(1, { code: 'head-timeout', method: 'GET', target: '/slow' }))
    record(
      journal,
      started(1, { status: 408 }),
      finished(1, { status: 408 }),
      opened(2),
      begun(2, { connectionId: 2 }),
      aborted(2),
    )
    expect(journal.log.records().map(({ state, target }) => [state, target])).toEqual([
      ['malformed', '/slow'],
      ['aborted-by-client', null],
    ])
    expect(journal.totals()).toMatchObject({ exchanges: 2, active: 0 })
  })
})

describe('countExtraHandshakes', () => {
  const span = (openedAt: number, closedAt: number | null) => ({ openedAt, closedAt })

  it.each([
    ['one after the other', [span(0, 10), span(20, 30), span(40, 50), span(60, null)], 3],
    ['side by side', [span(0, 100), span(1, 100), span(2, null)], 0],
    ['later than an idle connection is kept', [span(0, 10), span(20_000, 20_010)], 0],
    ['two at once after two at once', [span(0, 10), span(1, 12), span(20, 30), span(21, 30)], 2],
    ['two after one: it could have carried one of them', [span(0, 10), span(20, 30), span(21, 30)], 1],
    ['none at all', [], 0],
  ])('of connections that were opened %s', (_, spans, extra) => {
    expect(countExtraHandshakes(spans)).toBe(extra)
  })
})
