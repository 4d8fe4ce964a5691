import { describe, expect, it } from 'vitest'
import { EvidenceWatch } from '../../main/share/evidence'
import { ExchangeRecord } from '../../main/share/exchange-record'
import { connectionFacts, START } from './support/events'

function setUp(sentBytes = 100) {
  const told: number[] = []
  const watch = new EvidenceWatch(({ id }) => told.push(id))
  const record = new ExchangeRecord({
    id: 5,
    at: START,
    clientId: 1,
    connection: connectionFacts({ connectionId: 7 }),
    ordinal: 1,
    method: 'GET',
    target: '/',
    version: '1.1',
  })
  record.sentBytes = sentBytes
  watch.finished(record)
  return { watch, record, told }
}

describe('EvidenceWatch', () => {
  it.each([
    [
      'the next request on the connection',
      'next-request',
      (watch: EvidenceWatch) => {
        watch.asked({ connectionId: 7 })
      },
    ],
    [
      'an end in order',
      'closed-in-order',
      (watch: EvidenceWatch) => {
        watch.closed({ connectionId: 7, clientEnd: 'closed' })
      },
    ],
    [
      'a reset',
      'broken',
      (watch: EvidenceWatch) => {
        watch.closed({ connectionId: 7, clientEnd: 'reset' })
      },
    ],
  ] as const)('takes %s for what it shows, and once', (_, evidence, happens) => {
    const { watch, record, told } = setUp()
    happens(watch)
    watch.closed({ connectionId: 7, clientEnd: 'reset' })
    expect({ evidence: record.evidence, told }).toEqual({ evidence, told: [5] })
  })

  it('concludes nothing from another connection, from silence, or from a request that was there before', () => {
    const { watch, record } = setUp()
    watch.asked({ connectionId: 8 })
    expect(record.evidence).toBeNull()
    watch.asked({ connectionId: 7, queuedMs: 3 })
    watch.asked({ connectionId: 7 })
    expect(record.evidence).toBeNull()
    const other = setUp()
    other.watch.closed({ connectionId: 7 })
    expect(other.record.evidence).toBeNull()
  })

  it('has nothing to say where there was no content', () => {
    const { watch, record } = setUp(0)
    watch.asked({ connectionId: 7 })
    expect(record.evidence).toBeNull()
  })
})
