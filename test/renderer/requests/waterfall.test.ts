import { describe, expect, it } from 'vitest'
import { rightOf, withShown, AS_DELIVERED, fitColumns } from '../../../renderer/components/requests/columns'
import { barOf, spanOf } from '../../../renderer/components/waterfall/waterfall'
import { exchangeRow } from './exchange-row'

const AT = Date.UTC(2026, 6, 1, 14, 5)
const row = (different: Parameters<typeof exchangeRow>[0]) =>
  exchangeRow({ at: AT, firstByteMs: 100, elapsedMs: 1000, ...different })

describe('spanOf', () => {
  it('covers the rows from the first that came to the last that ended', () => {
    const rows = [row({ at: AT + 50 }), row({ at: AT, elapsedMs: 10 }), row({ at: AT + 900, elapsedMs: 4000 })]
    expect(spanOf(rows, 0)).toEqual({ from: AT, until: AT + 4900 })
  })

  it('goes to now where something runs, and is never nothing', () => {
    expect(spanOf([row({ elapsedMs: null })], AT + 7000)).toEqual({ from: AT, until: AT + 7000 })
    expect(spanOf([row({ elapsedMs: 0 })], 0)).toEqual({ from: AT, until: AT + 10 })
    expect(spanOf([], 0)).toBeNull()
  })
})

describe('barOf', () => {
  const span = { from: AT, until: AT + 1000 }
  const room = { width: 102, now: AT + 1000 }

  it('stands to the scale of time, each phase from where it began', () => {
    expect(barOf(row({ headMs: 20, firstByteMs: 50 }), span, room)).toMatchObject({
      x: 0,
      turnX: 0,
      headX: 2,
      firstX: 5,
      endX: 100,
    })
  })

  it('tells the time in line of a pipelined request apart', () => {
    expect(barOf(row({ queuedMs: 300, firstByteMs: 500 }), span, room)).toMatchObject({
      x: 0,
      turnX: 30,
      headX: 30,
      firstX: 50,
    })
  })

  it('shows what is too short to be seen, and keeps its order', () => {
    const { x, turnX, headX, firstX, endX } = barOf(row({ at: AT + 500, firstByteMs: 0.1, elapsedMs: 0.2 }), span, room)
    const places = [x, turnX, headX, firstX, endX]
    expect(endX - x).toBe(2)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('is all head while that is still coming', () => {
    const coming = row({ method: null, target: null, state: 'receiving', firstByteMs: null, elapsedMs: null })
    expect(barOf(coming, span, room)).toMatchObject({ x: 0, headX: 100, firstX: 100, endX: 100 })
  })

  it('is cut off at the ends of what is in sight', () => {
    expect(barOf(row({ at: AT - 5000, elapsedMs: 90_000 }), span, room)).toMatchObject({ x: 0, endX: 100 })
  })
})

describe('rightOf', () => {
  it('is what the columns after it take, and nothing for the last', () => {
    const choices = withShown(withShown(AS_DELIVERED, 'timeline', true), 'version', true)
    const { keys } = fitColumns(choices, 2000)
    expect(rightOf(choices, keys, 'timeline')).toBe(56)
    expect(rightOf(choices, keys, keys.at(-1)!)).toBe(0)
  })
})
