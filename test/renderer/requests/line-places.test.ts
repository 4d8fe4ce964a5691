import { describe, expect, it } from 'vitest'
import { LinePlaces } from '../../../renderer/state/line-places.svelte'
import { exchangeRows } from './exchange-row'

const ROWS = exchangeRows(1000)
const MOST = 5

/** What the slots show, as they stand in the document. */
function draw(places: LinePlaces, first: number): (readonly [key: number, place: number, id: number | string])[] {
  const lines = ROWS.slice(first, first + MOST)
  return places
    .slots({ lines, first, most: MOST })
    .map(({ key, place, line }) => [key, place, 'id' in line ? line.id : line.key] as const)
}

describe('LinePlaces', () => {
  it('shows a line that scrolls in with the elements of the one that scrolls out, and moves none of them', () => {
    const places = new LinePlaces()
    const before = draw(places, 0)
    const after = draw(places, 2)
    expect(before.map(([key]) => key)).toEqual([0, 1, 2, 3, 4])
    expect(after).toEqual([
      [0, 5, 6],
      [1, 6, 7],
      [2, 2, 3],
      [3, 3, 4],
      [4, 4, 5],
    ])
  })

  it('puts the elements into the order of the lines when it is told to', () => {
    const places = new LinePlaces()
    places.straighten({ first: 7, most: MOST })
    expect(draw(places, 7).map(([, , id]) => id)).toEqual([8, 9, 10, 11, 12])
  })

  it('gives the same slot where nothing about it has changed', () => {
    const places = new LinePlaces()
    const slotsAt = (first: number) => places.slots({ lines: ROWS.slice(first, first + MOST), first, most: MOST })
    const before = slotsAt(10)
    expect(slotsAt(12).filter((slot) => before.includes(slot)).length).toBe(MOST - 2)
  })

  it('leaves every line in its place when lines above have left', () => {
    const places = new LinePlaces()
    const placesOf = (lines: typeof ROWS, first: number) =>
      places.slots({ lines: lines.slice(first, first + MOST), first, most: MOST }).map(({ place }) => place)
    const before = placesOf(ROWS, 20)
    places.leave(6)
    expect(placesOf(ROWS.slice(6), 14)).toEqual(before)
  })

  it('keeps room for twenty thousand lines that have left, and begins anew after that', () => {
    const places = new LinePlaces()
    places.leave(20_000)
    const most = places.vacated
    places.leave(1)
    expect([most, places.vacated]).toEqual([20_000, 0])
  })

  it('has no room for more lines that come above than have left', () => {
    const places = new LinePlaces()
    places.leave(3)
    places.leave(-2)
    const left = places.vacated
    places.leave(-2)
    expect([left, places.vacated]).toEqual([1, 0])
  })
})
