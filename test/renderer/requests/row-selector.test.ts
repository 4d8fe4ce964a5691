import { describe, expect, it } from 'vitest'
import { RowSelector } from '../../../renderer/components/requests/row-selector.svelte'
import { Selection } from '../../../renderer/state/selection.svelte'
import { TableView } from '../../../renderer/state/table-view.svelte'
import { exchangeRow } from './exchange-row'

const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false }
const SHIFT = { ...PLAIN, shiftKey: true }
const CTRL = { ...PLAIN, ctrlKey: true }

/** Ten rows, of clients 1 and 2 in turn. */
function start(grouping: 'none' | 'client' = 'none') {
  const selection = new Selection()
  const view = new TableView({ onFollowingChange: () => undefined })
  view.measure({ height: 200, rowHeight: 20 })
  view.receive(Array.from({ length: 10 }, (_, at) => exchangeRow({ id: at + 1, clientId: 1 + (at % 2) })))
  view.groupBy(grouping)
  const selector = new RowSelector({
    view,
    selectedId: () => selection.lead,
    selectedIds: () => selection.ids,
    select: (id) => {
      selection.select(id)
    },
    selectSeveral: (ids, lead) => {
      selection.selectSeveral(ids, lead)
    },
  })
  const selected = (): unknown => [selection.lead, ...selection.ids]
  return { selection, selector, view, selected }
}

describe('RowSelector', () => {
  it('selects one row and lets go of all others', () => {
    const { selector, selected, selection } = start()
    selector.all()
    selector.click(4, PLAIN)
    expect([selected(), selection.isSeveral]).toEqual([[4, 4], false])
  })

  it('reaches from the row that was last selected by itself, however often', () => {
    const { selector, selected } = start()
    selector.click(4, PLAIN)
    selector.click(6, SHIFT)
    const down = selected()
    selector.click(3, SHIFT)
    expect([down, selected()]).toEqual([
      [6, 4, 5, 6],
      [3, 3, 4],
    ])
  })

  it('adds a row and takes one away', () => {
    const { selector, selected } = start()
    selector.click(4, PLAIN)
    selector.click(8, CTRL)
    const both = selected()
    selector.click(8, CTRL)
    expect([both, selected()]).toEqual([
      [8, 4, 8],
      [4, 4],
    ])
  })

  it('selects all, and the one that leads goes on to', () => {
    const { selector, selection } = start()
    selector.click(4, PLAIN)
    selector.all()
    expect([selection.lead, selection.ids.size, selection.isSeveral]).toEqual([4, 10, true])
  })

  it('selects all rows of a group by its line, closed or open', () => {
    const { selector, selection, selected } = start('client')
    selector.click('client 2', PLAIN)
    expect([selected(), selector.active, selection.isSeveral]).toEqual([[null, 2, 4, 6, 8, 10], 'client 2', true])
    selector.click('client 1', CTRL)
    expect(selection.ids.size).toBe(10)
  })

  it('has no active line once nothing is selected', () => {
    const { selector, selection } = start('client')
    selector.click('client 2', PLAIN)
    selection.select(null)
    expect(selector.active).toBeNull()
  })
})

describe('TableView, grouped', () => {
  it('shows the groups closed but for that of the selected row', () => {
    const { view } = start()
    view.groupBy('client', 4)
    expect(view.lines.map((line) => ('opened' in line ? line.key : line.id))).toEqual([
      'client 1',
      'client 2',
      2,
      4,
      6,
      8,
      10,
    ])
  })

  it('keeps the line at its edge while a group above it grows', () => {
    const { view } = start()
    view.measure({ height: 40, rowHeight: 20 })
    view.groupBy('client')
    view.openAll('open')
    view.scrollTo(7 * 20)
    const [before] = [view.lines[view.top / 20]]
    view.receive(Array.from({ length: 16 }, (_, at) => exchangeRow({ id: at + 1, clientId: 1 + (at % 2) })))
    expect(view.lines[view.top / 20]).toEqual({ ...before })
  })

  it('ends when it is to follow, and says so', () => {
    let ungrouped = 0
    const view = new TableView({ onFollowingChange: () => undefined, onUngroup: () => (ungrouped += 1) })
    view.measure({ height: 40, rowHeight: 20 })
    view.receive([exchangeRow({ id: 1 }), exchangeRow({ id: 2 })])
    view.groupBy('client')
    view.follow(true)
    expect([view.grouping, view.lines.length, view.following, ungrouped]).toEqual(['none', 2, true, 1])
  })
})
