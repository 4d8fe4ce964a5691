import { describe, expect, it } from 'vitest'
import { phasesOf } from '../../../renderer/components/timing/exchange-phases'
import { layOutPhases } from '../../../renderer/components/timing/phase-bar'
import { exchangeTiming } from '../detail/exchange-timing'

const spans = (...given: Parameters<typeof phasesOf>) =>
  phasesOf(...given).map(({ key, from, until, running }) => `${key} ${String(from)}–${running ? '' : String(until)}`)

describe('phasesOf', () => {
  it('gives the phases without a gap between them', () => {
    expect(spans(exchangeTiming(), 0)).toEqual([
      'head 0–0.2',
      'route 0.2–0.3',
      'decide 0.3–0.7',
      'read 0.7–0.9',
      'first 0.9–1.1',
      'send 1.1–40',
    ])
  })

  it('tells the time in line of a pipelined request apart', () => {
    expect(
      spans(
        exchangeTiming({ headComplete: 0, turn: 12, routed: 13, decided: 14, responseStarted: 15, contentTaken: null }),
        0,
      ),
    ).toEqual(['head 0–0', 'queue 0–12', 'route 12–13', 'decide 13–14', 'read 14–15', 'send 15–40'])
  })

  it('lets the phase that still runs go on to now', () => {
    const timing = exchangeTiming({ ended: null })
    expect(phasesOf(timing, 500).at(-1)).toEqual({ key: 'send', from: 1.1, until: 500, running: true })
  })

  it('ends an exchange that came to no answer in the phase where it ended', () => {
    const nothing = { routed: null, decided: null, responseStarted: null, contentTaken: null }
    expect(spans(exchangeTiming({ ...nothing, headComplete: 1, ended: 9 }), 0)).toEqual(['head 0–1', 'decide 1–9'])
    expect(spans(exchangeTiming({ ...nothing, headComplete: null, ended: 9 }), 0)).toEqual(['head 0–9'])
  })

  it('has nothing but the head of a request that is still coming', () => {
    const nothing = { headComplete: null, routed: null, decided: null, responseStarted: null, contentTaken: null }
    expect(spans(exchangeTiming({ ...nothing, ended: null }), 70)).toEqual(['head 0–'])
  })

  it('never goes back where a mark came before the one ahead of it', () => {
    const timing = exchangeTiming({ headComplete: 5, routed: 4, decided: 6 })
    for (const { from, until } of phasesOf(timing, 0)) expect(until).toBeGreaterThanOrEqual(from)
  })
})

describe('layOutPhases', () => {
  it('fills the bar, and leaves no phase too short to be seen', () => {
    const pieces = layOutPhases(phasesOf(exchangeTiming({ ended: 60_000 }), 0), 400)
    expect(Math.min(...pieces.map(({ width }) => width))).toBeGreaterThanOrEqual(3)
    const last = pieces.at(-1)!
    expect(last.x + last.width).toBeCloseTo(400)
    expect(last.width).toBeGreaterThan(350)
  })

  it('divides what took no time at all evenly', () => {
    const timing = exchangeTiming({
      headComplete: 0,
      routed: 0,
      decided: 0,
      responseStarted: 0,
      contentTaken: 0,
      ended: 0,
    })
    const widths = layOutPhases(phasesOf(timing, 0), 300).map(({ width }) => width)
    expect(new Set(widths)).toEqual(new Set([50]))
  })
})
