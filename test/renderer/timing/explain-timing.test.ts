import { describe, expect, it } from 'vitest'
import { explainTiming } from '../../../renderer/components/timing/explain-timing'
import { phasesOf } from '../../../renderer/components/timing/exchange-phases'
import { plain } from '../../../renderer/text/rich-text'
import { Texts } from '../../../renderer/text/texts.svelte'
import type { ExchangeRow, ExchangeTiming } from '../../../preload/views'
import { exchangeTiming } from '../detail/exchange-timing'
import { exchangeRow } from '../requests/exchange-row'

function explain(different: Partial<ExchangeTiming>, row: Partial<ExchangeRow> = {}, soFar = 0): string[] {
  const timing = exchangeTiming(different)
  const subject = { row: exchangeRow(row), timing, phases: phasesOf(timing, soFar) }
  return explainTiming(subject, new Texts()).map(plain)
}

describe('explainTiming', () => {
  it('says that nothing held up what was quick', () => {
    expect(explain({})).toEqual(['Nothing held it up: 40 ms from the first byte in to the last byte out.'])
  })

  it('names who took the time: the client for its head, the disk for its file', () => {
    const late = {
      headComplete: 3100,
      routed: 3101,
      decided: 3200,
      responseStarted: 3300,
      contentTaken: 3301,
      ended: 3302,
    }
    expect(explain(late)).toEqual([
      'The client took 3.1 s to send its head.',
      'The disk took 99 ms until the file was open.',
      'The disk took 100 ms to give the first bytes.',
    ])
  })

  it('does not blame the disk for an answer without a file', () => {
    expect(explain({ decided: 90, responseStarted: 91, contentTaken: null, ended: 92 }, { file: null })).toEqual([
      'Porthole took 90 ms to decide what to answer.',
    ])
  })

  it('tells how long the connection had been free, as the first request or a later one', () => {
    expect(explain({ waited: 41_000 }, { ordinal: 3 })[0]).toBe('The connection had been idle for 41.0 s before it.')
    expect(explain({ waited: 2000 }, { ordinal: 1 })[0]).toBe(
      'The client opened the connection 2.0 s before it asked for anything.',
    )
  })

  it('tells the time in line of a pipelined request', () => {
    expect(
      explain({
        turn: 4.2,
        headComplete: 0,
        routed: 4.3,
        decided: 4.4,
        responseStarted: 4.5,
        contentTaken: null,
        ended: 5,
      }),
    ).toEqual(['It was pipelined, and waited 4.2 ms for the answers before it.'])
  })

  it('tells what still goes on as going on', () => {
    expect(explain({ ended: null }, { state: 'sending' }, 9000)).toEqual(['It has been sending for 9.0 s.'])
  })
})
