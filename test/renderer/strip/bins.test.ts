import { describe, expect, it } from 'vitest'
import type { SecondView } from '../../../preload/throughput-views'
import { binSpan, clientsOf, gather, gravest, spanBetween, topRate } from '../../../renderer/components/strip/bins'
import { stepSpan } from '../../../renderer/components/strip/strip-keys'

const START = Date.UTC(2026, 6, 1, 14, 0)
const secondsOf = (...views: readonly SecondView[]) => new Map(views.map((view) => [view.at, view]))
const second = (at: number, different: Partial<SecondView> = {}): SecondView => ({
  at,
  sent: [],
  ends: {},
  ...different,
})

describe('binSpan', () => {
  it('ends with the last whole step, in as many steps as there is room for', () => {
    expect(binSpan(START + 300_700, 300_000, 400)).toEqual({ from: START, until: START + 300_000, stepMs: 1000 })
    expect(binSpan(START + 3_600_700, 3_600_000, 400)).toEqual({
      from: START,
      until: START + 3_600_000,
      stepMs: 10_000,
    })
    expect(binSpan(START, 300_000, 0).stepMs).toBe(60_000)
  })
})

describe('gather', () => {
  const span = { from: START, until: START + 6000, stepMs: 3000 }

  it('adds up the seconds of each step, and loses no octet', () => {
    const seconds = secondsOf(
      second(START, {
        sent: [
          [1, 10],
          [2, 5],
        ],
        ends: { '2xx': 2 },
      }),
      second(START + 2000, { sent: [[1, 7]], ends: { '2xx': 1, '4xx': 1 } }),
      second(START + 5000, { sent: [[3, 1]] }),
      second(START + 9000, { sent: [[3, 99]] }),
    )
    const bins = gather(seconds, span)
    expect(bins.map(({ octets }) => octets)).toEqual([22, 1])
    expect([...bins[0]!.sent]).toEqual([
      [1, 17],
      [2, 5],
    ])
    expect([...bins[0]!.ends]).toEqual([
      ['2xx', 3],
      ['4xx', 1],
    ])
    expect(clientsOf(bins)).toEqual([1, 2, 3])
  })

  it('stacks those that are only counted together on top', () => {
    expect(
      clientsOf(
        gather(
          secondsOf(
            second(START, {
              sent: [
                [0, 1],
                [9, 1],
                [2, 1],
              ],
            }),
          ),
          span,
        ),
      ),
    ).toEqual([2, 9, 0])
  })

  it('shows the gravest ending of a step', () => {
    const [bin, empty] = gather(secondsOf(second(START, { ends: { '2xx': 900, aborted: 1, '4xx': 7 } })), span)
    expect([gravest(bin!), gravest(empty!)]).toEqual(['aborted', undefined])
  })
})

describe('topRate', () => {
  it.each([
    [0, 0],
    [80_800_000, 100_000_000],
    [129e6, 150e6],
    [999, 1000],
    [1000, 1000],
  ])('of a most of %d octets a second is %d', (octets, top) => {
    const bins = gather(secondsOf(second(START, { sent: [[1, octets]] })), {
      from: START,
      until: START + 1000,
      stepMs: 1000,
    })
    expect(topRate(bins, 1000)).toBe(top)
  })
})

describe('spanBetween', () => {
  const span = { from: START, until: START + 100_000, stepMs: 5000 }

  it('goes out to whole steps, whichever way it was dragged', () => {
    const chosen = { from: START + 10_000, until: START + 35_000 }
    expect(spanBetween(span, 1000, [120, 330])).toEqual(chosen)
    expect(spanBetween(span, 1000, [330, 120])).toEqual(chosen)
  })

  it('stays within the chart, and is one step at least', () => {
    expect(spanBetween(span, 1000, [-50, 5000])).toEqual({ from: START, until: START + 100_000 })
    expect(spanBetween(span, 1000, [100, 100])).toEqual({ from: START + 10_000, until: START + 15_000 })
  })
})

describe('stepSpan', () => {
  const span = { from: START, until: START + 100_000, stepMs: 5000 }
  const press = (
    key: string,
    extending: boolean,
    at: number | null,
    chosen: { from: number; until: number } | null = null,
  ) => stepSpan({ key, extends: extending }, { span, at, chosen })

  it('begins at the newest step and stays within the chart', () => {
    expect(press('ArrowLeft', false, null)?.at).toBe(START + 90_000)
    expect(press('ArrowRight', false, null)?.at).toBe(START + 95_000)
    expect(press('PageDown', false, START + 20_000)?.at).toBe(START)
    expect(press('a', false, null)).toBeUndefined()
  })

  it('chooses with Shift what lies between, and shrinks it again', () => {
    const one = press('ArrowLeft', true, START + 50_000)!
    expect(one).toEqual({ at: START + 45_000, chosen: { from: START + 45_000, until: START + 55_000 } })
    const two = press('ArrowLeft', true, one.at, one.chosen)!
    expect(two.chosen).toEqual({ from: START + 40_000, until: START + 55_000 })
    expect(press('ArrowRight', true, two.at, two.chosen)?.chosen).toEqual(one.chosen)
  })
})
