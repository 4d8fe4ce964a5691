import { describe, expect, it } from 'vitest'
import { MinimapDrawing } from '../../../renderer/components/requests/row-minimap'
import { exchangeRow, exchangeRows } from './exchange-row'

/** A thousand good answers with a refusal among them. */
const ROWS = exchangeRows(1000).with(500, exchangeRow({ id: 501, state: 'error', status: 404 }))

describe('MinimapDrawing', () => {
  it('shows a single problem among a thousand rows, at its place', () => {
    const drawing = new MinimapDrawing(ROWS, 10, 0)
    drawing.step(Infinity)
    expect(drawing.marks.find(({ hue }) => hue === '4xx')).toEqual({ hue: '4xx', path: 'M0 5.5h1' })
  })

  it('comes to the same in pieces, and says when it is done', () => {
    const atOnce = new MinimapDrawing(ROWS, 10, 0)
    atOnce.step(Infinity)
    const inPieces = new MinimapDrawing(ROWS, 10, 0)
    const more = [400, 400, 400].map((count) => inPieces.step(count))
    expect([more, inPieces.marks]).toEqual([[true, true, false], atOnce.marks])
  })

  it('has no mark where there is nothing', () => {
    const drawing = new MinimapDrawing([], 10, 0)
    expect([drawing.step(100), drawing.marks]).toEqual([false, []])
  })
})
